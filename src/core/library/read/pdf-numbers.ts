/** Of many numbers, as many as a page may have. */

export function quantile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? 0
}

export function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity)
}

export function most(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), -Infinity)
}

/** The size of most of the letters, to a hundredth of a point. */
export function mainSize(pieces: Iterable<{ size: number; text: string }>): number {
  const letters = new Map<number, number>()
  for (const { size, text } of pieces) {
    const key = Math.round(size * 100) / 100
    letters.set(key, (letters.get(key) ?? 0) + text.length)
  }
  return [...letters].reduce((all, one) => (one[1] > all[1] ? one : all), [0, 0])[0]
}
