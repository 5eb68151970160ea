/** The figures that answers are judged by. */

/** The chance that one of the first is greater than one of the second, ties half (Mann–Whitney). */
export function auroc(positive: readonly number[], negative: readonly number[]): number {
  const all = [...positive.map((value) => ({ value, is: 1 })), ...negative.map((value) => ({ value, is: 0 }))]
  all.sort((a, b) => a.value - b.value)
  let ranks = 0
  for (let from = 0, to = 0; from < all.length; from = to) {
    while (to < all.length && all[to]?.value === all[from]?.value) to += 1
    for (let i = from; i < to; i += 1) ranks += (all[i]?.is ?? 0) * ((from + to + 1) / 2)
  }
  return (ranks - (positive.length * (positive.length + 1)) / 2) / (positive.length * negative.length)
}

/** The least value that no more than this share of the numbers exceeds. */
export function barAt(falsePositives: number, negative: readonly number[]): number {
  return negative.toSorted((a, b) => b - a)[Math.floor(negative.length * falsePositives)] ?? 0
}

export function shareAbove(bar: number, numbers: readonly number[]): number {
  return numbers.filter((number) => number > bar).length / (numbers.length || 1)
}

/** Expected calibration error, in ten bins of equal width (Naeini et al. 2015). */
export function calibrationError(
  guesses: readonly { confidence: number; right: boolean }[],
  bins = 10,
): number {
  let error = 0
  for (let bin = 0; bin < bins; bin += 1) {
    const inside = guesses.filter(
      ({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === bin,
    )
    const sum = inside.reduce((total, { confidence, right }) => total + confidence - Number(right), 0)
    error += Math.abs(sum) / guesses.length
  }
  return error
}
