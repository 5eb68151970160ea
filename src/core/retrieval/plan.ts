import type { Index } from './index.ts'
import { kinOf } from './kin.ts'
import { type Match, matchesOf } from './matches.ts'
import { ENGLISH } from './language.ts'
import type { Model } from './model.ts'
import { leansOnEarlier, type QuestionWord, readQuestion } from './question.ts'
import { synonymsOf } from './synonyms.ts'
import { unseenIn } from './unseen.ts'
import type { Wanted } from './wanted.ts'

/** What to look for. */
export interface Plan {
  /** The question without what was said around it. */
  asked: string
  wanted: Wanted
  /** The places of the terms that a question of how many there are may count. */
  counted: readonly number[]
  terms: PlannedTerm[]
  /** By the number of a term: the terms of the question that it stands for. */
  byTerm: ReadonlyMap<number, readonly Sought[]>
  /** By the number of a term: the terms of the question that it begins like, and may be kin to. */
  byKin: ReadonlyMap<number, readonly number[]>
  /** By the number of a term: the terms of the question that it means much the same as. */
  bySynonym: ReadonlyMap<number, readonly number[]>
  /** The numbers of all forms that were asked, small words too, in order; 0 for those the library has never seen. */
  forms: readonly number[]
  /** Of these, the ones that turn a question round, -1 for those the library has never seen. */
  turns: readonly number[]
  /** The number of the form that says what somebody does who is asked for: of "signs" in "who signs"; 0 in other questions. */
  does: number
  /** The names that the question itself has and the library has never seen, as they were written. */
  unseen: readonly string[]
  /** What finding all the terms would weigh. */
  weight: number
}

export interface PlannedTerm extends QuestionWord {
  /** The term, or the library's where it is a slip of just that one. */
  meant: string
  /** The number of the word's own form, 0 where the library has never seen it. */
  formNumber: number
  /** How often such a word of a question stands in what answers it, 0..1. */
  echo: number
  /** What it says that a sentence does not have it: see `Model`. */
  absence: number
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
  model: Pick<Model, 'echo' | 'absence'>,
  text: string,
  thread: readonly string[] = [],
): Plan {
  const knows = (form: string): boolean => index.vocabulary.forms.has(form)
  const question = readQuestion(text, index.languages, knows)
  const terms = question.words.map((word) => planTerm(index, model, word))
  const unseen = index.languages.every((one) => one === ENGLISH) ? unseenIn(terms) : []
  const before = thread.at(-1)
  if (before !== undefined && leansOnEarlier(text)) {
    for (const word of readQuestion(before, index.languages, knows).words) {
      if (terms.some((known) => known.term === word.term)) continue
      const term = planTerm(index, model, word)
      terms.push({ ...term, weight: term.weight * EARLIER_WEIGHT })
    }
  }
  return {
    asked: question.asked,
    wanted: question.wanted,
    counted: question.counted,
    terms,
    byTerm: byTerm(terms),
    byKin: kinOf(index.vocabulary, terms),
    bySynonym: synonymsOf(index.vocabulary, question.language, terms),
    forms: question.all.map(
      ({ form, term }) =>
        index.vocabulary.forms.get(form) ?? terms.find((one) => one.term === term)?.formNumber ?? 0,
    ),
    turns: question.all
      .filter(({ form }) => TURNS.has(form))
      .map(({ form }) => index.vocabulary.forms.get(form) ?? -1),
    does: doesIn(question.asked, terms),
    unseen,
    weight: terms.reduce((sum, { weight }) => sum + weight, 0) || 1,
  }
}

const DOES = /^\W*who (\p{L}+s)\b/iu

function doesIn(asked: string, terms: readonly PlannedTerm[]): number {
  const verb = DOES.exec(asked)?.[1]?.toLowerCase()
  return verb === undefined ? 0 : (terms.find(({ form }) => form === verb)?.formNumber ?? 0)
}

const TURNS = new Set(
  'against not never no without except excluding unlike didnt doesnt dont isnt wasnt arent werent wont cant couldnt refuse refused oppose opposed reject rejected deny denied fail failed'.split(
    ' ',
  ),
)

function planTerm(
  { vocabulary, sentences }: Index,
  model: Pick<Model, 'echo' | 'absence'>,
  word: QuestionWord,
): PlannedTerm {
  const { matches, slip, form } = matchesOf(vocabulary, word)
  const phrase = vocabulary.numberOf(word.phrase ?? '')
  if (vocabulary.postings(phrase) > 0 && !matches.some(({ term }) => term === phrase))
    matches.push({ term: phrase, strength: 1 })
  const known = matches.reduce(
    // What stands in headings alone is as common as the passages below them.
    (most, { term, strength }) =>
      Math.max(most, strength * (vocabulary.frequency(term) || vocabulary.postings(term))),
    0,
  )
  const special = word.name || word.number
  const meant = slip && matches.length === 1 ? vocabulary.nameOf(matches[0]?.term ?? 0) : word.term
  const echo = special ? 1 : model.echo(meant)
  const absence = special ? 0 : model.absence(meant)
  const formNumber = vocabulary.forms.get(word.form) ?? form
  return { ...word, meant, formNumber, echo, absence, weight: rarity(sentences, known) * echo, matches, slip }
}

/** Inverse document frequency as BM25 has it, over sentences. */
function rarity(sentences: number, seen: number): number {
  const all = sentences + PRIOR_SENTENCES
  return Math.log(1 + (all - seen + 0.5) / (seen + 0.5))
}

function byTerm(terms: readonly PlannedTerm[]): Map<number, Sought[]> {
  const found = new Map<number, Sought[]>()
  for (const [at, { matches }] of terms.entries()) {
    for (const { term, strength } of matches) {
      const known = found.get(term)
      if (known) known.push({ at, strength })
      else found.set(term, [{ at, strength }])
    }
  }
  return found
}
