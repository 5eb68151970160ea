/** How close together a question's words stand in a sentence. */

import type { Plan } from './plan.ts'
import type { Reading } from './reading.ts'
import { formOf } from './tokens.ts'

const WINDOW = 12
/** Over so many words closeness halves. */
const NEAR = 3

/** The most of the question's weight that a window of a dozen words covers, 0..1. */
export function density({ terms, weight }: Plan, { hits }: Reading): number {
  let most = 0
  for (const [i, first] of hits.entries()) {
    const seen = new Set<number>()
    let covered = 0
    for (let j = i; j < hits.length; j += 1) {
      const hit = hits[j]
      if (!hit || hit.place - first.place >= WINDOW) break
      if (seen.has(hit.at)) continue
      seen.add(hit.at)
      covered += terms[hit.at]?.weight ?? 0
    }
    most = Math.max(most, covered)
  }
  return most / weight
}

/** The share of the question's pairs of neighbours, small words too, that stand as they were asked. */
export function phrases({ forms }: Plan, { tokens }: Reading): number {
  let found = 0
  for (let i = 0; i + 1 < forms.length; i += 1) {
    const [one, other] = [forms[i] ?? 0, forms[i + 1] ?? 0]
    if (one === 0 || other === 0) continue
    for (let at = 0; at + 1 < tokens.length; at += 1) {
      if (formOf(tokens[at] ?? 0) !== one || formOf(tokens[at + 1] ?? 0) !== other) continue
      found += 1
      break
    }
  }
  return forms.length < 2 ? 0 : found / (forms.length - 1)
}

/** How close one of these places, in order, comes to a word of the question: 1 where it is one, 0 where there is none. */
export function nearness({ hits }: Reading, places: readonly number[]): number {
  let [gap, next] = [Infinity, 0]
  for (const place of places) {
    while ((hits[next]?.place ?? Infinity) < place) next += 1
    gap = Math.min(gap, (hits[next]?.place ?? Infinity) - place, place - (hits[next - 1]?.place ?? -Infinity))
  }
  return 1 / (1 + gap / NEAR)
}

/** How soon after one of these places, in order, a word for one of these terms comes: 1 where it is next, 0 where none does. */
export function follows({ hits }: Reading, places: readonly number[], terms: readonly number[]): number {
  const after = hits.filter(({ at }) => terms.includes(at))
  let [gap, next] = [Infinity, 0]
  for (const place of places) {
    while ((after[next]?.place ?? Infinity) <= place) next += 1
    gap = Math.min(gap, (after[next]?.place ?? Infinity) - place)
  }
  return gap > FOLLOWS ? 0 : 1 / gap
}

const FOLLOWS = 4
