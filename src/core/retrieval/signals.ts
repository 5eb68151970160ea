/** What tells whether the best sentence answers at all: its own features, and how it stands among the others. */

import { FEATURES } from './features.ts'
import type { Candidate, Index } from './index.ts'
import { LACKING, lackingOf } from './lacking.ts'
import type { Plan, PlannedTerm } from './plan.ts'
import type { Ranked } from './rank.ts'
import { zeros } from './reading.ts'
import { TOPIC, topicOf } from './topic.ts'

/** In the order of a row. */
export const SIGNALS = [
  ...FEATURES,
  /** The best sentence's score, how far it is ahead of other passages and of all others, its share of them all. */
  'score',
  'ahead',
  'aheadOfAll',
  'lead',
  /** The share of the weight that the library has never seen: of all terms, of names; and the weightiest such term. */
  'unseen',
  'unseenNames',
  'unseenNumbers',
  'worstUnseen',
  /** The share of the weight that the library has only by a slip. */
  'slips',
  /** The weightiest term that the sentence lacks, that its passage lacks, and how many it lacks. */
  'worstMissing',
  'worstNowhere',
  'missing',
  /** What the absence of those that it lacks says: of all, and of the one that says most against it. */
  'absences',
  'worstAbsence',
  /** The share of the weight that no candidate has; that the best has, and the best three; the best sentence. */
  'nowhere',
  'cover',
  'coverOfThree',
  'ownMost',
  'denseMost',
  /** MiniSearch's score, of the question's weight. */
  'found',
  'weight',
  ...LACKING,
  'library',
  ...TOPIC,
] as const

const FAR_AHEAD = 5
const MANY_MISSING = 6

export function signalsOf(
  plan: Plan,
  index: Index,
  candidates: readonly Candidate[],
  ranked: readonly Ranked[],
): number[] {
  const best = ranked[0]
  if (!best) return zeros(SIGNALS.length)
  const { terms, weight } = plan
  const share = (some: readonly PlannedTerm[]): number =>
    some.reduce((sum, term) => sum + term.weight, 0) / weight
  const worst = (some: readonly PlannedTerm[]): number =>
    most(some.map((term) => term.weight)) / (most(terms.map((term) => term.weight)) || 1)
  const unseen = terms.filter(({ matches }) => matches.length === 0)
  const missing = terms.filter((_, i) => best.reading.strength[i] === 0)
  const covers = coversOf(plan, ranked)
  const own = covers.get(best.passage) ?? []
  const shares = Array.from(covers.values(), (cover) =>
    share(terms.map((term, i) => ({ ...term, weight: term.weight * (cover[i] ?? 0) }))),
  ).sort((a, b) => b - a)
  const other = ranked.find(({ passage }) => passage !== best.passage)
  const ahead = (second: Ranked | undefined): number =>
    Math.min(FAR_AHEAD, best.score - (second?.score ?? -Infinity))
  const feature = (name: (typeof FEATURES)[number]): number =>
    most(ranked.map(({ features }) => features[FEATURES.indexOf(name)] ?? 0))
  return [
    ...best.features,
    best.score,
    ahead(other),
    ahead(ranked[1]),
    1 / ranked.reduce((sum, { score }) => sum + Math.exp(score - best.score), 0),
    share(unseen),
    share(unseen.filter(({ name }) => name)),
    Math.min(2, unseen.filter(({ number }) => number).length) / 2,
    worst(unseen),
    share(terms.filter(({ slip }) => slip)),
    worst(missing),
    worst(terms.filter((_, i) => (own[i] ?? 0) === 0)),
    Math.min(MANY_MISSING, missing.length) / MANY_MISSING,
    missing.reduce((sum, { absence }) => sum + absence, 0) / 2,
    Math.min(0, ...missing.map(({ absence }) => absence)) / 2,
    share(terms.filter((_, i) => [...covers.values()].every((cover) => cover[i] === 0))),
    shares[0] ?? 0,
    shares.slice(0, 3).reduce((sum, cover) => sum + cover, 0) / 3,
    feature('own'),
    feature('dense'),
    (candidates[0]?.score ?? 0) / weight,
    weight / 20,
    ...lackingOf(plan, index, best),
    Math.log(1 + index.sentences) / 8,
    ...topicOf(plan, candidates, covers, best.passage.file),
  ]
}

/** By passage: how well the best of its words stands for each term. */
function coversOf({ terms }: Plan, ranked: readonly Ranked[]): Map<unknown, number[]> {
  const covers = new Map<unknown, number[]>()
  for (const { passage, reading } of ranked) {
    const known = covers.get(passage)
    covers.set(
      passage,
      terms.map((_, i) => Math.max(known?.[i] ?? 0, reading.strength[i] ?? 0)),
    )
  }
  return covers
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((max, number) => Math.max(max, number), 0)
}
