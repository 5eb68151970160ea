/** A sentence's terms, each as often as it stands there. */
export type Terms = readonly number[]

/**
 * How much each of a section's sentences says of what the others say: the sum of its cosines to them, over term
 * frequencies weighted by rarity (degree centrality as in LexRank, Erkan & Radev 2004). The sum of all vectors gives it
 * without comparing each pair.
 */
export function centralityOf(sentences: readonly Terms[], rarity: (term: number) => number): number[] {
  const vectors = sentences.map((terms) => toVector(terms, rarity))
  const all = new Map<number, number>()
  for (const vector of vectors)
    for (const [term, weight] of vector) all.set(term, (all.get(term) ?? 0) + weight)
  return vectors.map((vector) => dot(vector, all) - dot(vector, vector))
}

/** Of length 1. */
function toVector(terms: Terms, rarity: (term: number) => number): Map<number, number> {
  const weights = new Map<number, number>()
  for (const term of terms) weights.set(term, (weights.get(term) ?? 0) + rarity(term))
  const length = Math.sqrt(dot(weights, weights)) || 1
  for (const [term, weight] of weights) weights.set(term, weight / length)
  return weights
}

function dot(one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): number {
  let sum = 0
  for (const [term, weight] of one) sum += weight * (other.get(term) ?? 0)
  return sum
}
