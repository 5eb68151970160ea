/** What speaks for a sentence, in numbers that a model weighs: nearly all lie in 0..1. */

import { density, follows, nearness, phrases } from './closeness.ts'
import { hasKind, type Kind } from './kind.ts'
import type { Plan, PlannedTerm } from './plan.ts'
import { type Reading, zeros } from './reading.ts'
import { besideHits, betweenHits, leads, ordered } from './saying.ts'

/** A sentence of a candidate passage, in its surroundings. */
export interface Sight {
  plan: Plan
  here: Reading
  before: Reading | undefined
  after: Reading | undefined
  /** By term: how well the best word stands for it in the sentences before, in the whole passage, in its headings. */
  earlier: readonly number[]
  passage: readonly number[]
  headings: readonly number[]
  kind: Kind
  /** It begins with a word that stands for something said before. */
  leansBack: boolean
  /** Among the passage's sentences, from 0. */
  position: number
  sentences: number
  /** The passage's score among the candidates, of the best one's. */
  standing: number
  /** The share of the question's weight that the document's candidates cover. */
  documentCover: number
}

const COMPUTED = {
  /** The share of the question's weight that the sentence's words cover. */
  own: (s) => share(s, (i) => at(s.here, i)),
  exact: (s) => share(s, (i) => s.here.exact[i] ?? 0),
  plain: ({ plan, here }) =>
    plan.terms.reduce((sum, _, i) => sum + at(here, i), 0) / (plan.terms.length || 1),
  /** What others add to it: the one after, those before, the passage, the headings. */
  next: (s) => share(s, (i) => more(s.after?.strength[i], at(s.here, i))),
  leansOn: (s) => (s.leansBack ? share(s, (i) => more(s.before?.strength[i], at(s.here, i))) : 0),
  earlier: (s) => share(s, (i) => more(s.earlier[i], at(s.here, i))),
  passage: (s) => share(s, (i) => more(s.passage[i], beside(s, i))),
  heading: (s) => share(s, (i) => more(s.headings[i], s.passage[i] ?? 0)),
  untitled,
  kin: (s) => share(s, (i) => (at(s.here, i) === 0 ? (s.here.kin[i] ?? 0) : 0)),
  synonym: (s) => share(s, (i) => (at(s.here, i) === 0 && !s.here.kin[i] ? (s.here.synonym[i] ?? 0) : 0)),
  /** Names and numbers of the question that it lacks, and that its passage and headings lack too. */
  namesMissing: (s) => share(s, (i, { name }) => (name && at(s.here, i) === 0 ? 1 : 0)),
  namesNowhere: (s) => share(s, (i, { name }) => (name && isNowhere(s, i) ? 1 : 0)),
  numbersMissing: (s) =>
    Math.min(
      2,
      count(s, (i, { number }) => number && at(s.here, i) === 0),
    ) / 2,
  /** How well it has the question's weightiest word, and its first. */
  rarest: ({ plan, here }) => at(here, rarest(plan)),
  firstWord: ({ here }) => at(here, 0),
  dense: ({ plan, here }) => density(plan, here),
  phrases: ({ plan, here }) => phrases(plan, here),
  standing: ({ standing }) => standing,
  documentCover: ({ documentCover }) => documentCover,
  position: ({ position, sentences }) => position / sentences,
  /** How soon the question's words begin. */
  early: ({ here }) => (here.hits[0] ? 1 / (1 + here.hits[0].place / 3) : 0),
  /** How much it says that the question does not: in all, next to a word of the question, between such. */
  novel: ({ kind }) => Math.log(1 + kind.novel.length) / 4,
  novelBeside: ({ here, kind }) => Math.log(1 + besideHits(here, kind.novel)) / 4,
  novelBetween: ({ here, kind }) => Math.log(1 + betweenHits(here, kind.novel)) / 4,
  leads: ({ here, kind }) => Number(leads(here, kind.novel)),
  ordered: ({ here }) => ordered(here),
  kindHas: ({ plan, kind }) => Number(hasKind(plan.wanted) && kind.found),
  yearLacks: ({ plan, kind }) => Number(plan.wanted === 'year' && !kind.found),
  dated: ({ kind }) => Number(kind.dated),
  /** How close the thing of the kind asked for stands to the question's words. */
  counted: ({ plan, kind, here }) => follows(here, kind.places, plan.counted),
  kindNear: ({ plan, kind, here }) => (hasKind(plan.wanted) ? nearness(here, kind.places) : 0),
} satisfies Record<string, (sight: Sight) => number>

export type FeatureName = keyof typeof COMPUTED

/** In the order of a row. */
export const FEATURES = Object.keys(COMPUTED) as FeatureName[]
const COMPUTE = Object.values<(sight: Sight) => number>(COMPUTED)

export function featuresOf(sight: Sight): number[] {
  const row = zeros(COMPUTE.length)
  for (let i = 0; i < COMPUTE.length; i += 1) row[i] = COMPUTE[i]?.(sight) ?? 0
  return row
}

function share({ plan }: Sight, found: (i: number, term: PlannedTerm) => number): number {
  let sum = 0
  for (let i = 0; i < plan.terms.length; i += 1) {
    const term = plan.terms[i]
    if (term) sum += term.weight * found(i, term)
  }
  return sum / plan.weight
}

function count({ plan }: Sight, is: (i: number, term: PlannedTerm) => boolean): number {
  return plan.terms.filter((term, i) => is(i, term)).length
}

function at({ strength }: Reading, i: number): number {
  return strength[i] ?? 0
}

function more(one: number | undefined, other: number): number {
  return Math.max(0, (one ?? 0) - other)
}

function beside({ here, before, after }: Sight, i: number): number {
  return Math.max(at(here, i), before?.strength[i] ?? 0, after?.strength[i] ?? 0)
}

function isNowhere({ passage, headings }: Sight, i: number): boolean {
  return passage[i] === 0 && headings[i] === 0
}

/** Of the weight that the headings do not cover already; all of it where they cover everything. */
function untitled({ plan, here, headings }: Sight): number {
  let [covered, all] = [0, 0]
  for (const [i, { weight }] of plan.terms.entries()) {
    if (headings[i] !== 0) continue
    covered += weight * at(here, i)
    all += weight
  }
  return all === 0 ? 1 : covered / all
}

function rarest({ terms }: Plan): number {
  return terms.reduce((most, term, i) => (term.weight > (terms[most]?.weight ?? 0) ? i : most), 0)
}
