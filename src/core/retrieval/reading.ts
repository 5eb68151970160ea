import type { Plan } from './plan.ts'
import { formOf } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A text as a question sees it. */
export interface Reading {
  tokens: Uint32Array
  /** By term of the question: how well the best of the text's words stands for it, 0 where none does. */
  strength: number[]
  /** By term: 1 where it stands as it was asked. */
  exact: number[]
  /** By term: 1 where something stands that begins like it. */
  kin: number[]
  /** By term: 1 where something stands that means much the same. */
  synonym: number[]
  /** The words that stand for terms, in order: where, and for which term. */
  hits: Hit[]
}

export interface Hit {
  place: number
  at: number
}

/** The sentences of a text, which a 0 ends each. */
export function readSentences(plan: Plan, vocabulary: Vocabulary, tokens: Uint32Array): Reading[] {
  const readings: Reading[] = []
  let start = 0
  for (let end = tokens.indexOf(0); end >= 0; end = tokens.indexOf(0, start)) {
    readings.push(read(plan, vocabulary, tokens.subarray(start, end)))
    start = end + 1
  }
  return readings
}

export function zeros(size: number): number[] {
  const numbers: number[] = []
  for (let i = 0; i < size; i += 1) numbers.push(0)
  return numbers
}

export function read(plan: Plan, vocabulary: Vocabulary, tokens: Uint32Array): Reading {
  const { terms, byTerm, byKin, bySynonym } = plan
  const size = terms.length
  const strength = zeros(size)
  const exact = zeros(size)
  const kin = zeros(size)
  const synonym = zeros(size)
  const hits: Hit[] = []
  for (let place = 0; place < tokens.length; place += 1) {
    const form = formOf(tokens[place] ?? 0)
    const term = vocabulary.termOf(form)
    const near = byKin.get(term)
    if (near) for (const at of near) kin[at] = 1
    const same = bySynonym.get(term)
    if (same) for (const at of same) synonym[at] = 1
    const sought = byTerm.get(term)
    if (!sought) continue
    for (const { at, strength: found } of sought) {
      hits.push({ place, at })
      strength[at] = Math.max(strength[at] ?? 0, found)
      if (form === terms[at]?.formNumber) exact[at] = 1
    }
  }
  return { tokens, strength, exact, kin, synonym, hits }
}
