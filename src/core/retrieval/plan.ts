import type { Index } from './index.ts'
import { leansOnEarlier, type Question, type QuestionWord, readQuestion } from './question.ts'

/** What to look for. */
export interface Plan extends Pick<Question, 'wanted'> {
  terms: PlannedTerm[]
}

export interface PlannedTerm extends QuestionWord {
  /** How much finding it says: rare words more than common ones, words the library has never seen most. */
  weight: number
  /** The library's terms that stand for it, each with how well (0..1). Empty where the library has none. */
  matches: Map<string, number>
}

/** A library of a few sentences knows little of how rare a word is: counts start from this many sentences. */
const PRIOR_SENTENCES = 100
const VAGUE_WEIGHT = 0.25
const DERIVED = 0.75
const TYPO = 0.65

/** What a follow-up leans on: the words of the question before it, which count for less than its own. */
const EARLIER_WEIGHT = 0.4

export function planQuestion(index: Index, text: string, thread: readonly string[] = []): Plan {
  const question = readQuestion(text)
  const terms = question.words.map((word) => planTerm(index, word))
  const before = thread.at(-1)
  if (before !== undefined && leansOnEarlier(text)) {
    const earlier = readQuestion(before).words.filter((word) => !terms.some((t) => t.term === word.term))
    terms.push(
      ...earlier.map((word) => {
        const planned = planTerm(index, word)
        return { ...planned, weight: planned.weight * EARLIER_WEIGHT }
      }),
    )
  }
  return { wanted: question.wanted, terms }
}

function planTerm(index: Index, word: QuestionWord): PlannedTerm {
  const matches = matchesOf(index, word)
  const known = [...matches].reduce((most, [term, strength]) => {
    return Math.max(most, strength * frequency(index, term))
  }, 0)
  const weight = rarity(index, known) * (word.vague ? VAGUE_WEIGHT : 1)
  return { ...word, weight, matches }
}

function frequency(index: Index, term: string): number {
  return index.frequencies.get(term) ?? 0
}

/** Inverse document frequency as BM25 has it, over sentences. */
function rarity(index: Index, seen: number): number {
  const all = index.sentences + PRIOR_SENTENCES
  return Math.log(1 + (all - seen + 0.5) / (seen + 0.5))
}

function matchesOf(index: Index, word: QuestionWord): Map<string, number> {
  const matches = new Map<string, number>()
  if (index.frequencies.has(word.term)) matches.set(word.term, 1)
  if (word.number || word.term.length < 4) return matches
  for (const [term] of index.frequencies.atPrefix(word.term)) {
    if (!matches.has(term) && isDerived(word.term, term)) matches.set(term, DERIVED)
  }
  for (let length = word.term.length - 1; length >= 4; length -= 1) {
    const term = word.term.slice(0, length)
    if (index.frequencies.has(term) && isDerived(term, word.term)) matches.set(term, DERIVED)
  }
  return matches.size > 0 ? matches : typosOf(index, word.term)
}

/** "Russia" and "Russian", "Belarus" and "Belarusian": the endings that stemming leaves on names. */
function isDerived(short: string, long: string): boolean {
  return /^(?:n|an|ian|ean|ese|ish|i|s|er|ic)$/.test(long.slice(short.length))
}

/** Words one slip away, two in long ones; the first letter is seldom wrong. */
function typosOf(index: Index, term: string): Map<string, number> {
  const distance = term.length >= 8 ? 2 : term.length >= 5 ? 1 : 0
  const matches = new Map<string, number>()
  if (distance === 0) return matches
  for (const [near, [, edits]] of index.frequencies.fuzzyGet(term, distance)) {
    if (near[0] === term[0] && near.length >= 4) matches.set(near, edits === 1 ? TYPO : TYPO - 0.15)
  }
  return matches
}
