import type { Passage, Sentence } from '../library/document.ts'
import type { Candidate } from './index.ts'
import type { Plan, PlannedTerm } from './plan.ts'
import { answersKind } from './kind.ts'
import { type Word, wordsOf } from './words.ts'

/** A sentence of a candidate passage and what speaks for it. All but `score` lie in 0..1. */
export interface Ranked {
  passage: Passage
  sentence: Sentence
  /** Its place among the passage's sentences. */
  position: number
  /** How much of the question's weight its own words cover. */
  own: number
  /** The same with what its neighbours, its passage and its headings add. */
  around: number
  /** How much stands together and in order, as in the question. */
  together: number
  /** It holds the kind of thing that is asked for. */
  kind: boolean
  score: number
}

const NEIGHBOUR = 0.7
const PASSAGE = 0.5
const HEADING = 0.6
const WEIGHTS = { own: 1, around: 0.5, together: 0.35, kind: 0.12, passage: 0.25 }

/** The candidates' sentences, the best first; ties in the library's order. */
export function rankSentences(plan: Plan, candidates: readonly Candidate[]): Ranked[] {
  const best = candidates[0]?.score ?? 1
  const ranked = candidates.flatMap(({ passage, score }) => rankPassage(plan, passage, score / best))
  return ranked.sort((a, b) => b.score - a.score || a.passage.id - b.passage.id || a.position - b.position)
}

function rankPassage(plan: Plan, passage: Passage, standing: number): Ranked[] {
  const { words, headings } = readPassage(passage)
  const found = words.map((list) => plan.terms.map((term) => find(term, list)))
  const inHeadings = plan.terms.map((term) => find(term, headings).strength * HEADING)
  const anywhere = plan.terms.map(
    (_, i) => found.reduce((most, list) => Math.max(most, list[i]?.strength ?? 0), 0) * PASSAGE,
  )
  return passage.sentences.map((sentence, position) => {
    const at = (k: number, i: number): number => found[k]?.[i]?.strength ?? 0
    const own = share(plan.terms, (i) => at(position, i))
    const around = share(plan.terms, (i) => {
      const beside = Math.max(at(position - 1, i), at(position + 1, i)) * NEIGHBOUR
      return Math.max(at(position, i), beside, anywhere[i] ?? 0, inHeadings[i] ?? 0)
    })
    const together = closeness(plan.terms, found[position] ?? [])
    const kind = answersKind(plan, sentence.text)
    const score =
      WEIGHTS.own * own +
      WEIGHTS.around * around +
      WEIGHTS.together * together +
      WEIGHTS.kind * Number(kind) +
      WEIGHTS.passage * standing
    return { passage, sentence, position, own, around, together, kind, score }
  })
}

/** The words of passages that were asked for lately: reading them is most of the cost of ranking. */
const lately = new Map<Passage, { words: Word[][]; headings: Word[] }>()
const MOST_LATELY = 2000

function readPassage(passage: Passage): { words: Word[][]; headings: Word[] } {
  const known = lately.get(passage)
  if (known) return known
  if (lately.size >= MOST_LATELY) lately.clear()
  const words = passage.sentences.map((sentence) => wordsOf(sentence.text))
  const headings = wordsOf([passage.document, ...passage.headings].join(' '))
  const read = { words, headings }
  lately.set(passage, read)
  return read
}

/** Where a term stands among words, and how well the best of them stands for it. */
interface Found {
  /** 1 as written, a little less in another form, 0 where it is not there. */
  strength: number
  places: number[]
}

function find({ form, matches }: PlannedTerm, words: readonly Word[]): Found {
  let strength = 0
  const places: number[] = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]
    if (word === undefined) continue
    const match = word.form === form ? 1 : 0.95 * (matches.get(word.term) ?? 0)
    if (match > 0) places.push(at)
    if (match > strength) strength = match
  }
  return { strength, places }
}

function share(terms: readonly PlannedTerm[], found: (i: number) => number): number {
  const all = terms.reduce((sum, term) => sum + term.weight, 0)
  if (all === 0) return 0
  return terms.reduce((sum, term, i) => sum + term.weight * found(i), 0) / all
}

/** Neighbours in the question that stand within three words of each other, in order, by weight. */
function closeness(terms: readonly PlannedTerm[], found: readonly Found[]): number {
  let near = 0
  let all = 0
  for (let i = 0; i + 1 < terms.length; i += 1) {
    const weight = (terms[i]?.weight ?? 0) + (terms[i + 1]?.weight ?? 0)
    all += weight
    const [before, after] = [found[i]?.places, found[i + 1]?.places]
    if (before?.some((a) => after?.some((b) => b > a && b - a <= 3))) near += weight
  }
  return all === 0 ? 0 : near / all
}
