/** Whether a sentence holds the kind of thing that is asked for. */

import { isEnglish } from './english.ts'
import type { Plan } from './plan.ts'
import type { Reading } from './reading.ts'
import { Shape } from './shape.ts'
import { formOf, isCapital } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'
import type { Wanted } from './wanted.ts'

export interface Kind {
  /** Something of the kind that the question does not name itself. */
  found: boolean
  /** It holds a date, whatever is asked. */
  dated: boolean
  /** The places of its words that carry meaning and are not the question's. */
  novel: number[]
  /** The places of the kind asked for. */
  places: number[]
}

export function hasKind(wanted: Wanted): boolean {
  return wanted !== 'anything'
}

export function kindIn({ wanted, byTerm, does }: Plan, vocabulary: Vocabulary, { tokens }: Reading): Kind {
  const kind: Kind = { found: false, dated: false, novel: [], places: [] }
  // Beyond its ends a sentence says no more than a small word.
  const shapeAt = (at: number): number => {
    if (at < 0 || at >= tokens.length) return Shape.stop
    const shape = vocabulary.shapeOf(formOf(tokens[at] ?? 0))
    return shape & Shape.capital && !isCapital(tokens[at] ?? 0) ? shape & ~(Shape.time | Shape.month) : shape
  }
  const named = wanted === 'person' || wanted === 'name'
  // What the word before is, and over articles, which is what a place follows.
  let before = 0
  for (let at = 0; at < tokens.length; at += 1) {
    const term = vocabulary.termOf(formOf(tokens[at] ?? 0))
    const shape = shapeAt(at)
    if (!byTerm.has(term)) {
      const content = !(shape & Shape.stop)
      const name = named && content && !(shape & Shape.time) && isNamed(vocabulary, tokens, at, does)
      if (shape & (Shape.year | Shape.time)) kind.dated = true
      if (content) kind.novel.push(at)
      if (isOfKind(wanted, shape, name, before) && fits(wanted, shapeAt, at)) kind.places.push(at)
    }
    if (!ARTICLES.has(vocabulary.nameOf(term))) before = shape
  }
  kind.found = kind.places.length > 0
  return kind
}

const ARTICLES = new Set(['the', 'a', 'an'])

/** A capital that is not only the sentence's: another follows, or what is asked; or English has no such word. */
function isNamed(vocabulary: Vocabulary, tokens: Uint32Array, at: number, does: number): boolean {
  if (!isCapital(tokens[at] ?? 0)) return false
  if (at > 0 || isCapital(tokens[1] ?? 0)) return true
  if (does > 0 && formOf(tokens[1] ?? 0) === does) return true
  const form = formOf(tokens[0] ?? 0)
  return !(vocabulary.shapeOf(form) & Shape.number) && !isEnglish(vocabulary.nameOf(vocabulary.termOf(form)))
}

const NUMBER = Shape.number | Shape.numeral
const COUNTING = NUMBER | Shape.money | Shape.unit | Shape.span

/** Numbers that count, cost, last or measure are told apart by the words around them; so is "for" where it gives a reason. */
function fits(wanted: Wanted, shapeAt: (at: number) => number, at: number): boolean {
  if (wanted === 'reason') return !(shapeAt(at) & Shape.purpose) || (shapeAt(at + 1) & Shape.gerund) !== 0
  const [before, shape, after, later] = [shapeAt(at - 1), shapeAt(at), shapeAt(at + 1), shapeAt(at + 2)]
  if (wanted === 'duration') return lasts(shapeAt, at)
  if (!(shape & NUMBER)) return true
  if (wanted === 'time') return (shape & (Shape.year | Shape.time)) !== 0 || isHour(shapeAt, at)
  // "1,900 days" looks like a year.
  const year = (shape & Shape.year) !== 0 && !(before & Shape.money) && (after & Shape.stop) !== 0
  const dated = year || ((before | after) & Shape.month) !== 0
  if (wanted === 'money') return !dated && !((after | later) & (Shape.span | Shape.unit))
  if (wanted === 'count')
    return !dated && !(before & Shape.money) && !(after & (Shape.span | Shape.money | Shape.unit))
  return wanted !== 'number' || !dated
}

/** "Eleven weeks", "half an hour", "for a week": not "three a week", "twice a week" nor "a second bag". */
function lasts(shapeAt: (at: number) => number, at: number): boolean {
  const is = (place: number, bits: number): boolean => (shapeAt(place) & bits) !== 0
  if (is(at, NUMBER)) {
    const spans = is(at + 1, Shape.span) || is(at + 2, Shape.span)
    return spans && (!is(at + 1, Shape.article) || is(at, Shape.half))
  }
  const one = is(at - 1, Shape.article) && !is(at - 2, COUNTING) && is(at + 1, Shape.stop)
  return one || is(at - 1, NUMBER)
}

/** "9 pm", "at eight", "from nine to five": not "at eight schools". */
function isHour(shapeAt: (at: number) => number, at: number): boolean {
  const is = (place: number, bits: number): boolean => (shapeAt(place) & bits) !== 0
  if (is(at + 1, Shape.clock)) return true
  if (!is(at, Shape.hour) || !is(at + 1, Shape.stop)) return false
  const another = is(at + 2, Shape.hour) && is(at + 3, Shape.stop)
  return is(at - 1, Shape.hourly) || (is(at - 1, Shape.from) && another)
}

function isOfKind(wanted: Wanted, shape: number, name: boolean, before: number): boolean {
  switch (wanted) {
    case 'year':
      return (shape & Shape.year) !== 0
    case 'time':
      return (shape & (Shape.year | Shape.time | NUMBER)) !== 0
    case 'duration':
      return (shape & (NUMBER | Shape.span)) !== 0
    case 'money':
      return (shape & (NUMBER | Shape.money)) !== 0
    case 'count':
    case 'number':
      return (shape & NUMBER) !== 0
    case 'person':
      return (shape & Shape.role) !== 0 || name
    case 'name':
      return name
    case 'place':
      return (before & Shape.locative) !== 0 && !(shape & (Shape.time | Shape.number | Shape.stop))
    case 'reason':
      return (shape & (Shape.reason | Shape.purpose)) !== 0
    case 'anything':
      return false
  }
}
