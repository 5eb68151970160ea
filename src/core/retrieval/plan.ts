import type { Index } from './index.ts'
import { type Match, matchesOf } from './matches.ts'
import type { Model } from './model.ts'
import { leansOnEarlier, type QuestionWord, readQuestion, type Wanted } from './question.ts'

/** What to look for. */
export interface Plan {
  /** The question without what was said around it. */
  asked: string
  wanted: Wanted
  chooses: boolean
  terms: PlannedTerm[]
  /** By the number of a term: the terms of the question that it stands for. */
  byTerm: ReadonlyMap<number, readonly Sought[]>
  /** By the number of a term: the terms of the question that it begins like, and may be kin to. */
  byKin: ReadonlyMap<number, readonly number[]>
  /** The numbers of all forms that were asked, small words too, in order; 0 for those the library has never seen. */
  forms: readonly number[]
  /** Of these, the ones that turn a question round, -1 for those the library has never seen. */
  turns: readonly number[]
  /** What finding all the terms would weigh. */
  weight: number
}

export interface PlannedTerm extends QuestionWord {
  /** The number of the word's own form, 0 where the library has never seen it. */
  formNumber: number
  /** How often such a word of a question stands in what answers it, 0..1. */
  echo: number
  /** How much finding it says: rare words more than common ones, words the library has never seen most. */
  weight: number
  /** The library's terms that stand for it. Empty where the library has none. */
  matches: readonly Match[]
  /** The library has only something one or two slips away. */
  slip: boolean
}

export interface Sought {
  /** Which of the question's terms. */
  at: number
  strength: number
}

/** A library of a few sentences knows little of how rare a word is: counts start from this many sentences. */
const PRIOR_SENTENCES = 100
/** What a follow-up leans on: the words of the question before it, which count for less than its own. */
const EARLIER_WEIGHT = 0.4

export function planQuestion(
  index: Index,
  model: Pick<Model, 'echo'>,
  text: string,
  thread: readonly string[] = [],
): Plan {
  const question = readQuestion(text, index.languages)
  const terms = question.words.map((word) => planTerm(index, model, word))
  const before = thread.at(-1)
  if (before !== undefined && leansOnEarlier(text)) {
    for (const word of readQuestion(before, index.languages).words) {
      if (terms.some((known) => known.term === word.term)) continue
      const term = planTerm(index, model, word)
      terms.push({ ...term, weight: term.weight * EARLIER_WEIGHT })
    }
  }
  return {
    asked: question.asked,
    wanted: question.wanted,
    chooses: question.chooses,
    terms,
    byTerm: byTerm(terms),
    byKin: byKin(index, terms),
    forms: question.all.map(({ form }) => index.vocabulary.forms.get(form) ?? 0),
    turns: question.all
      .filter(({ form }) => TURNS.has(form))
      .map(({ form }) => index.vocabulary.forms.get(form) ?? -1),
    weight: terms.reduce((sum, { weight }) => sum + weight, 0) || 1,
  }
}

const TURNS = new Set(
  'against not never no without except excluding unlike didnt doesnt dont isnt wasnt arent werent wont cant couldnt refuse refused oppose opposed reject rejected deny denied fail failed'.split(
    ' ',
  ),
)

function planTerm(
  { vocabulary, sentences }: Index,
  model: Pick<Model, 'echo'>,
  word: QuestionWord,
): PlannedTerm {
  const { matches, slip } = matchesOf(vocabulary, word)
  const known = matches.reduce(
    // What stands in headings alone is as common as the passages below them.
    (most, { term, strength }) =>
      Math.max(most, strength * (vocabulary.frequency(term) || vocabulary.postings(term))),
    0,
  )
  const echo = word.name || word.number ? 1 : model.echo(word.term)
  const formNumber = vocabulary.forms.get(word.form) ?? 0
  return { ...word, formNumber, echo, weight: rarity(sentences, known) * echo, matches, slip }
}

/** Inverse document frequency as BM25 has it, over sentences. */
function rarity(sentences: number, seen: number): number {
  const all = sentences + PRIOR_SENTENCES
  return Math.log(1 + (all - seen + 0.5) / (seen + 0.5))
}

function byTerm(terms: readonly PlannedTerm[]): Map<number, Sought[]> {
  const found = new Map<number, Sought[]>()
  for (const [at, { matches }] of terms.entries()) {
    for (const { term, strength } of matches) add(found, term, { at, strength })
  }
  return found
}

/** Kin begin alike for more than half of the word, and are not much longer. */
const KIN_BEGINS = 0.6
const KIN_LETTERS = 4
const KIN_LONGER = 1.7
const MOST_KIN = 100

function byKin({ vocabulary }: Index, terms: readonly PlannedTerm[]): Map<number, number[]> {
  const found = new Map<number, number[]>()
  for (const [at, { form, number, matches }] of terms.entries()) {
    if (number || form.length <= KIN_LETTERS) continue
    const begins = form.slice(0, Math.max(KIN_LETTERS, Math.ceil(form.length * KIN_BEGINS)))
    let looked = 0
    for (const [kin, kinNumber] of vocabulary.forms.atPrefix(begins)) {
      looked += 1
      if (looked > MOST_KIN) break
      const term = vocabulary.termOf(kinNumber)
      if (kin.length > form.length * KIN_LONGER || matches.some((match) => match.term === term)) continue
      if (!found.get(term)?.includes(at)) add(found, term, at)
    }
  }
  return found
}

function add<Value>(map: Map<number, Value[]>, key: number, value: Value): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
