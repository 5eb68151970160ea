/** What may be meant by a word that is none of those known. */

/** A name, and the forms in which it may be typed, in lower case. */
export interface Named {
  name: string
  forms: readonly string[]
}

const LONGEST = 40
const MOST = 3

/**
 * The names with a form nearest to a word in lower case, nearest first, three at most: a third of its letters may
 * be wrong, and none is named that is much farther than the nearest.
 */
export function nearest(word: string, names: readonly Named[]): string[] {
  if (word.length < 2 || word.length > LONGEST) return []
  const limit = Math.min(MOST, Math.max(1, Math.floor(word.length / 3)))
  const found = names
    .map(({ name, forms }) => ({
      name,
      distance: Math.min(...forms.map((form) => distance(word, form, limit))),
    }))
    .filter((one) => one.distance <= limit)
    .toSorted((one, other) => one.distance - other.distance)
  const least = found[0]?.distance ?? 0
  return found
    .filter((one) => one.distance <= least + 1)
    .slice(0, MOST)
    .map(({ name }) => name)
}

/** Letters put in, left out, changed, or swapped with a neighbour: the least number that makes one the other. */
function distance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return Infinity
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, j) => j)
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1]
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
      )
    }
    // A swap looks two rows back, so one hopeless row is not enough to give up.
    if (Math.min(...row) > limit && Math.min(...last) > limit) return Infinity
    before = last
    last = row
  }
  return last[other.length] ?? 0
}
