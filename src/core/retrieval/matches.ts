/** The library's words that stand for a word of a question. */

import { isEnglish } from './english.ts'
import { isSwap } from './slip.ts'
import { Shape } from './shape.ts'
import type { Vocabulary } from './vocabulary.ts'
import type { Word } from './words.ts'

export interface Match {
  /** The number of the library's term. */
  term: number
  /** How well it stands for the word, 0..1. */
  strength: number
}

export interface Matches {
  matches: Match[]
  /** They were found only by allowing for slips. */
  slip: boolean
  /** The number of the form it is a slip of, 0 where it is none or may be of several. */
  form: number
}

const DERIVED = 0.75
const ONE_SLIP = 1
const TWO_SLIPS = 0.9
const SHORTEST_DERIVED = 4
/** Words of so many letters may have a slip, or two neighbours swapped, and two slips. */
const ONE_SLIP_FROM = 4
const TWO_SLIPS_FROM = 6

export function matchesOf(vocabulary: Vocabulary, word: Pick<Word, 'form' | 'term'>): Matches {
  const found = new Map<number, number>()
  const exact = vocabulary.numberOf(word.term)
  if (exact > 0 && vocabulary.postings(exact) > 0) found.set(exact, 1)
  const number = /^\p{N}/u.test(word.form)
  if (!number && word.form.length >= SHORTEST_DERIVED) addDerived(vocabulary, word.form, found)
  const slip = found.size === 0 && !number && !isEnglish(word.term)
  const form = slip ? addSlips(vocabulary, word.form, found) : 0
  const matches = Array.from(found, ([term, strength]) => ({ term, strength }))
  return { matches, slip: slip && matches.length > 0, form }
}

/** "Russia" and "Russian", "Belarus" and "Belarusian": the endings that stemming leaves on names. */
const ENDING = /^(?:n|an|ian|ean|ese|ish|i|s|er|ic)$/

function addDerived(vocabulary: Vocabulary, form: string, matches: Map<number, number>): void {
  const add = (number: number): void => {
    const term = vocabulary.termOf(number)
    if (!matches.has(term) && isContent(vocabulary, number)) matches.set(term, DERIVED)
  }
  for (const [longer, number] of vocabulary.forms.atPrefix(form)) {
    if (ENDING.test(longer.slice(form.length))) add(number)
  }
  for (let length = form.length - 1; length >= SHORTEST_DERIVED; length -= 1) {
    if (!ENDING.test(form.slice(length))) continue
    const number = vocabulary.forms.get(form.slice(0, length))
    if (number !== undefined) add(number)
  }
}

/**
 * Words one slip away, two in long ones, two neighbours swapped; the first letter is seldom wrong. Of those that are as
 * near as any; gives the number of the form where there is but one.
 */
function addSlips(vocabulary: Vocabulary, form: string, matches: Map<number, number>): number {
  const [first, rest] = [form.slice(0, 1), form.slice(1)]
  if (form.length < ONE_SLIP_FROM || !/^\p{L}+$/u.test(form)) return 0
  const near = Array.from(vocabulary.forms.atPrefix(first).fuzzyGet(rest, 2)).flatMap(
    ([tail, [number, edits]]) => {
      const slips = edits === 2 && isSwap(rest, tail) ? 1 : edits
      if (slips === 2 && form.length < TWO_SLIPS_FROM) return []
      return tail.length + 1 < ONE_SLIP_FROM || !isContent(vocabulary, number) ? [] : [{ number, slips }]
    },
  )
  const least = Math.min(...near.map(({ slips }) => slips))
  const nearest = near.filter(({ slips }) => slips === least)
  for (const { number } of nearest) matches.set(vocabulary.termOf(number), least === 1 ? ONE_SLIP : TWO_SLIPS)
  return nearest.length === 1 ? (nearest[0]?.number ?? 0) : 0
}

function isContent(vocabulary: Vocabulary, number: number): boolean {
  return !(vocabulary.shapeOf(number) & Shape.stop) && vocabulary.postings(vocabulary.termOf(number)) > 0
}
