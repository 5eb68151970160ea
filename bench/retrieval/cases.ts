/** Questions put to libraries that do or do not hold their answers: what a model learns to know from. */

import { createIndex, type Index } from '../../src/core/retrieval/index.ts'
import { createRandom } from './random.ts'
import { type Asked, type OwnDocument, readOwn } from './own.ts'
import { ownCases } from './own-cases.ts'
import {
  type Labelled,
  readSquad,
  sentenceAt,
  type Source,
  type Squad,
  toSources,
  type Unlabelled,
} from './sets.ts'

export type Kind =
  /** The library holds the answer. */
  | 'on'
  /** It is about other things. */
  | 'off'
  /** It is about the same thing; whether it answers is not known. */
  | 'topic'
  /** A few passages of one article: they answer, its other passages do, other articles do. */
  | 'small on'
  | 'small near'
  | 'small far'
  /** A document of our own, alone or among others: it answers, does not, has nothing to do with it; the others without it. */
  | 'own on'
  | 'own near'
  | 'own far'
  | 'own off'
  /** Of our own too: about something else than what the document has. */
  | 'own swapped'
  /** Made to look answerable. */
  | 'adversarial'
  | 'small adversarial'

export interface Case {
  kind: Kind
  index: Index
  question: string
  /** The one it was asked about, by which data is split. */
  document: string
  /** How it is put, where somebody put it so on purpose. */
  put?: Asked['kind']
  /** The sentences that answer: the passage's key, and its place in the passage. */
  answers: ReadonlySet<string>
}

const NONE: ReadonlySet<string> = new Set()

/** What is learned from. */
export interface Material {
  squad: Squad
  own: readonly OwnDocument[]
}

export async function readMaterial(folder: string): Promise<Material> {
  return { squad: readSquad(folder), own: await readOwn('learned') }
}

/** All cases about these documents. */
export function createCases({ squad, own }: Material, about: (document: string) => boolean): Case[] {
  return [...squadCases(squad, about), ...ownCases(own, about)]
}

/** On libraries made of all articles; the ones that are off topic are left out of theirs. */
function squadCases(squad: Squad, about: (document: string) => boolean): Case[] {
  const sources = toSources(squad.texts)
  const off = new Set(squad.unlabelled.map(({ document }) => document))
  const library = (keep: (source: Source) => boolean): Index =>
    createIndex(sources.filter(keep).map((source, id) => ({ ...source, id })))
  const answersOf = answerFinder(sources)
  const labelled = squad.labelled.filter(({ document }) => about(document))
  const unlabelled = squad.unlabelled.filter(({ document }) => about(document))

  const half = library(({ document }) => !off.has(document))
  const whole = library(() => true)
  const cases: Case[] = [
    ...labelled.map((one): Case => ({
      ...one,
      kind: one.answerable ? 'on' : 'adversarial',
      index: half,
      answers: answersOf(one),
    })),
    ...unlabelled.map((one): Case => ({ ...one, kind: 'off', index: half, answers: NONE })),
    ...unlabelled.map((one): Case => ({ ...one, kind: 'topic', index: whole, answers: NONE })),
  ]
  for (const document of new Set(labelled.map((one) => one.document))) {
    const without = library((source) => source.document !== document && !off.has(source.document))
    const asked = labelled.filter((one) => one.document === document)
    const own = asked.filter((one) => one.answerable)
    cases.push(...own.map((one): Case => ({ ...one, kind: 'off', index: without, answers: NONE })))
    const others = [...labelled.filter((one) => one.document !== document), ...unlabelled]
    const passages = sources.filter((source) => source.document === document)
    cases.push(...smallCases(passages, asked, others, answersOf))
  }
  return cases
}

const FEWEST = 4
const MOST = 12
const STEP = 7

/** Libraries of a few passages that follow each other. */
function smallCases(
  passages: readonly Source[],
  asked: readonly Labelled[],
  others: readonly Unlabelled[],
  answersOf: (one: Labelled) => ReadonlySet<string>,
): Case[] {
  const random = createRandom(passages.length)
  const own = asked.filter((one) => one.answerable)
  const pick = <T>(items: readonly T[]): T[] => items.slice(Math.floor(random() * items.length)).slice(0, 1)
  const cases: Case[] = []
  for (let start = 0; start + FEWEST <= passages.length; start += STEP) {
    const some = passages.slice(start, start + FEWEST + Math.floor(random() * (MOST - FEWEST)))
    const held = new Set(some.map(({ source }) => source))
    const index = createIndex(some.map((source, id) => ({ ...source, id })))
    const [inside, outside] = [
      own.filter((one) => held.has(one.passage)),
      own.filter((one) => !held.has(one.passage)),
    ]
    const add = (kind: Kind, one: Unlabelled, answers = NONE): void => {
      const { document } = own[0] ?? one
      cases.push({ ...one, document, kind, index, answers })
    }
    for (const one of asked) {
      if (!one.answerable && held.has(one.passage)) add('small adversarial', one)
    }
    for (const one of inside) {
      add('small on', one, answersOf(one))
      for (const near of pick(outside)) add('small near', near)
      if (random() < 0.5) for (const far of pick(others)) add('small far', far)
    }
  }
  return cases
}

/** Sentences that hold an annotator's answer. */
function answerFinder(sources: readonly Source[]): (one: Labelled) => Set<string> {
  const bySource = new Map(sources.map((source) => [source.source, source]))
  return ({ passage, answers }) => {
    const source = bySource.get(passage)
    return new Set(source ? answers.map(({ start }) => `${source.key}/${sentenceAt(source, start)}`) : [])
  }
}
