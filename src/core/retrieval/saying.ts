/** Where among the question's words a sentence says what the question does not. */

import type { Reading } from './reading.ts'

/** How many of these places are next to a word of the question. */
export function besideHits({ hits }: Reading, places: readonly number[]): number {
  const asked = new Set(hits.map(({ place }) => place))
  return places.filter((place) => asked.has(place - 1) || asked.has(place + 1)).length
}

/** How many of them stand between the first and the last word of the question. */
export function betweenHits({ hits }: Reading, places: readonly number[]): number {
  const [first, last] = [hits[0]?.place ?? 0, hits.at(-1)?.place ?? 0]
  return places.filter((place) => place > first && place < last).length
}

/** Whether a word of the question comes before any of these places: it is what the sentence is about. */
export function leads({ hits }: Reading, places: readonly number[]): boolean {
  return hits[0] !== undefined && hits[0].place < (places[0] ?? Infinity)
}

/** Of a single word nothing can be said: as if half were. */
const UNTOLD = 0.5

/** The share of neighbours among the question's words that stand in the order in which they were asked. */
export function ordered({ hits }: Reading): number {
  const first = hits.filter(({ place, at }, i) => hits[i - 1]?.place !== place && hits[i - 1]?.at !== at)
  const inOrder = first.filter(({ at }, i) => i > 0 && at > (first[i - 1]?.at ?? 0))
  return first.length < 2 ? UNTOLD : inOrder.length / (first.length - 1)
}
