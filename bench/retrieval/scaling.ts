import { zeros } from '../../src/core/retrieval/reading.ts'

/** How rows are brought to mean 0 and deviation 1. */
export interface Scaling {
  size: number
  apply: (row: readonly number[]) => number[]
  /** Weights learned on scaled rows, as weights of the rows themselves, and what that adds to the bias. */
  undo: (weights: readonly number[]) => { weights: number[]; bias: number }
}

/** A column that never changes counts nothing. */
export function scalingOf(rows: readonly (readonly number[])[]): Scaling {
  const size = rows[0]?.length ?? 0
  const [mean, scale] = [zeros(size), zeros(size)]
  for (const row of rows)
    for (let k = 0; k < size; k += 1) mean[k] = (mean[k] ?? 0) + (row[k] ?? 0) / rows.length
  for (const row of rows)
    for (let k = 0; k < size; k += 1)
      scale[k] = (scale[k] ?? 0) + ((row[k] ?? 0) - (mean[k] ?? 0)) ** 2 / rows.length
  for (let k = 0; k < size; k += 1) scale[k] = (scale[k] ?? 0) < 1e-12 ? 0 : 1 / Math.sqrt(scale[k] ?? 1)
  return {
    size,
    apply: (row) => row.map((value, k) => (value - (mean[k] ?? 0)) * (scale[k] ?? 0)),
    undo: (weights) => {
      const original = weights.map((weight, k) => weight * (scale[k] ?? 0))
      return {
        weights: original,
        bias: -original.reduce((sum, weight, k) => sum + weight * (mean[k] ?? 0), 0),
      }
    },
  }
}
