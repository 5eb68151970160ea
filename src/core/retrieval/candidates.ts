import type { Candidate, Index } from './index.ts'
import type { Plan } from './plan.ts'

const MOST_CANDIDATES = 20
/** A term is looked up while the passages that hold those before it are no more than this share of the library. */
const SHARE = 0.01
const FEWEST = 3000
/** But the rarest few of a question always are, up to this share. */
const ALWAYS = 3
const ALWAYS_SHARE = 0.05

/**
 * The passages to look at. The rarest terms are looked up first, common ones only as far as they cost little, so that
 * a question's cost stays bounded as the library grows.
 */
export function findCandidates(plan: Plan, index: Index, most = MOST_CANDIDATES): Candidate[] {
  const { vocabulary, passages } = index
  const sought = plan.terms
    .flatMap(({ matches, echo }) => matches.map(({ term, strength }) => ({ term, boost: strength * echo })))
    .map((one) => ({ ...one, cost: vocabulary.postings(one.term), name: vocabulary.nameOf(one.term) }))
    // By name where the cost is the same: numbers depend on what the library held before.
    .sort((a, b) => a.cost - b.cost || (a.name < b.name ? -1 : 1))
  const boosts = new Map<string, number>()
  let cost = 0
  for (const one of sought) {
    cost += one.cost
    const share = boosts.size < ALWAYS ? ALWAYS_SHARE : SHARE
    if (boosts.size > 0 && cost > Math.max(FEWEST, passages.length * share)) break
    boosts.set(one.name, Math.max(one.boost, boosts.get(one.name) ?? 0))
  }
  return boosts.size === 0 ? [] : index.search(boosts, most)
}
