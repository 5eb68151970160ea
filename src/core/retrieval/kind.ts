/** Whether a sentence holds the kind of thing that is asked for. */

import type { Plan } from './plan.ts'
import type { Wanted } from './question.ts'
import type { Reading } from './reading.ts'
import { Shape } from './shape.ts'
import { formOf, isCapital } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Kind {
  /** Something of the kind that the question does not name itself. */
  found: boolean
  /** It holds a date, whatever is asked. */
  dated: boolean
  /** Its places. */
  places: number[]
}

export function hasKind(wanted: Wanted): boolean {
  return wanted !== 'anything' && wanted !== 'reason'
}

export function kindIn({ wanted, byTerm }: Plan, vocabulary: Vocabulary, { tokens }: Reading): Kind {
  const places: number[] = []
  let dated = false
  // What the word before is, and over articles, which is what a place follows.
  let before = 0
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? 0
    const form = formOf(token)
    const shape = vocabulary.shapeOf(form)
    if (!byTerm.has(vocabulary.termOf(form))) {
      if (shape & (Shape.year | Shape.time)) dated = true
      if (isOfKind(wanted, shape, isNamed(tokens, at), before)) places.push(at)
    }
    if (!ARTICLES.has(vocabulary.nameOf(vocabulary.termOf(form)))) before = shape
  }
  return { found: places.length > 0, dated, places }
}

const ARTICLES = new Set(['the', 'a', 'an'])

/** A capital that is not only the sentence's, or one that another follows. */
function isNamed(tokens: Uint32Array, at: number): boolean {
  return isCapital(tokens[at] ?? 0) && (at > 0 || isCapital(tokens[1] ?? 0))
}

function isOfKind(wanted: Wanted, shape: number, capital: boolean, before: number): boolean {
  switch (wanted) {
    case 'year':
      return (shape & Shape.year) !== 0
    case 'time':
      return (shape & (Shape.year | Shape.time)) !== 0
    case 'number':
      return (shape & (Shape.number | Shape.numeral)) !== 0
    case 'person':
      return (shape & Shape.role) !== 0 || (capital && !(shape & (Shape.stop | Shape.time)))
    case 'name':
      return capital && !(shape & (Shape.stop | Shape.time))
    case 'place':
      return (before & Shape.locative) !== 0 && !(shape & (Shape.time | Shape.number | Shape.stop))
    case 'reason':
    case 'anything':
      return false
  }
}
