/** The library's words that stand for a word of a question. */

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
}

const DERIVED = 0.75
const ONE_SLIP = 0.9
const TWO_SLIPS = 0.75
const SHORTEST_DERIVED = 4
/** Words over so many letters may have a slip, and two. */
const ONE_SLIP_FROM = 4
const SWAP_FROM = 5
const TWO_SLIPS_FROM = 8

export function matchesOf(vocabulary: Vocabulary, word: Pick<Word, 'form' | 'term'>): Matches {
  const found = new Map<number, number>()
  const exact = vocabulary.numberOf(word.term)
  if (exact > 0 && vocabulary.postings(exact) > 0) found.set(exact, 1)
  const number = /^\p{N}/u.test(word.form)
  if (!number && word.form.length >= SHORTEST_DERIVED) addDerived(vocabulary, word.form, found)
  const slip = found.size === 0 && !number
  if (slip) addSlips(vocabulary, word.form, found)
  const matches = Array.from(found, ([term, strength]) => ({ term, strength }))
  return { matches, slip: slip && matches.length > 0 }
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

/** Words one slip away, two in long ones, two neighbours swapped; the first letter is seldom wrong. */
function addSlips(vocabulary: Vocabulary, form: string, matches: Map<number, number>): void {
  const [first, rest] = [form.slice(0, 1), form.slice(1)]
  if (form.length < ONE_SLIP_FROM || !/^\p{L}+$/u.test(form)) return
  const most = form.length >= SWAP_FROM ? 2 : 1
  const near = vocabulary.forms.atPrefix(first).fuzzyGet(rest, most)
  for (const [tail, [number, edits]] of near) {
    const swapped = edits === 2 && isSwap(rest, tail)
    if (edits === 2 && !swapped && form.length < TWO_SLIPS_FROM) continue
    if (tail.length + 1 < ONE_SLIP_FROM || !isContent(vocabulary, number)) continue
    const strength = edits <= 1 || swapped ? ONE_SLIP : TWO_SLIPS
    const term = vocabulary.termOf(number)
    matches.set(term, Math.max(strength, matches.get(term) ?? 0))
  }
}

function isContent(vocabulary: Vocabulary, number: number): boolean {
  return !(vocabulary.shapeOf(number) & Shape.stop) && vocabulary.postings(vocabulary.termOf(number)) > 0
}

/** The one is the other with two neighbours swapped. */
function isSwap(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  let at = 0
  while (one[at] === other[at]) at += 1
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2)
}
