/** Fits linear models by Adam (Kingma & Ba 2015) on standardised rows; the same data and seed give the same weights. */

import { zeros } from '../../src/core/retrieval/reading.ts'
import { createRandom, shuffle } from './random.ts'

export interface Linear {
  weights: number[]
  bias: number
}

/** Rows of which one is the right one. */
export interface Choice {
  rows: readonly (readonly number[])[]
  right: number
}

/** A row with its label and how much it counts. */
export interface Labelled {
  row: readonly number[]
  label: number
  weight: number
}

export interface FitOptions {
  epochs: number
  rate?: number
  /** L2, on all but the bias. */
  decay?: number
  batch?: number
  seed?: number
}

/** Conditional logit: the right row of each choice is to score highest (softmax over its rows). */
export function fitChoices(choices: readonly Choice[], options: FitOptions): Linear {
  const scaling = scalingOf(choices.flatMap(({ rows }) => rows))
  const scaled = choices.map(({ rows, right }) => ({ rows: rows.map(scaling.apply), right }))
  const gradient = ({ rows, right }: Choice, weights: number[], into: number[]): void => {
    const scores = rows.map((row) => dot(weights, row))
    const highest = Math.max(...scores)
    const all = scores.reduce((sum, score) => sum + Math.exp(score - highest), 0)
    for (const [i, row] of rows.entries()) {
      const excess = Math.exp((scores[i] ?? 0) - highest) / all - Number(i === right)
      for (let k = 0; k < row.length; k += 1) into[k] = (into[k] ?? 0) + excess * (row[k] ?? 0)
    }
  }
  return scaling.undo(descend(scaled, scaling.size, gradient, options))
}

/** Logistic regression. */
export function fitLabels(cases: readonly Labelled[], options: FitOptions): Linear {
  const scaling = scalingOf(cases.map(({ row }) => row))
  const scaled = cases.map((one) => ({ ...one, row: scaling.apply(one.row) }))
  const bias = scaling.size
  const gradient = ({ row, label, weight }: Labelled, weights: number[], into: number[]): void => {
    const excess = weight * (logistic(dot(weights, row) + (weights[bias] ?? 0)) - label)
    for (let k = 0; k < row.length; k += 1) into[k] = (into[k] ?? 0) + excess * (row[k] ?? 0)
    into[bias] = (into[bias] ?? 0) + excess
  }
  return scaling.undo(descend(scaled, scaling.size, gradient, options))
}

export function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds))
}

export function score({ weights, bias }: Linear, row: readonly number[]): number {
  return dot(weights, row) + bias
}

function dot(weights: readonly number[], row: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < row.length; i += 1) sum += (weights[i] ?? 0) * (row[i] ?? 0)
  return sum
}

function descend<Item>(
  items: readonly Item[],
  size: number,
  gradient: (item: Item, weights: number[], into: number[]) => void,
  { epochs, rate = 0.01, decay = 1e-3, batch = 16, seed = 1 }: FitOptions,
): number[] {
  const random = createRandom(seed)
  const order = [...items]
  const [weights, first, second] = [zeros(size + 1), zeros(size + 1), zeros(size + 1)]
  let step = 0
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random)
    for (let at = 0; at < order.length; at += batch) {
      const some = order.slice(at, at + batch)
      const total = zeros(size + 1)
      for (const item of some) gradient(item, weights, total)
      step += 1
      for (let k = 0; k <= size; k += 1) {
        const slope = (total[k] ?? 0) / some.length + (k === size ? 0 : decay * (weights[k] ?? 0))
        first[k] = 0.9 * (first[k] ?? 0) + 0.1 * slope
        second[k] = 0.999 * (second[k] ?? 0) + 0.001 * slope ** 2
        const [mean, spread] = [(first[k] ?? 0) / (1 - 0.9 ** step), (second[k] ?? 0) / (1 - 0.999 ** step)]
        weights[k] = (weights[k] ?? 0) - (rate * (1 - epoch / epochs) * mean) / (Math.sqrt(spread) + 1e-8)
      }
    }
  }
  return weights
}

/** To mean 0 and deviation 1, and weights back to what the rows were before; a column that never changes counts nothing. */
function scalingOf(rows: readonly (readonly number[])[]) {
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
    apply: (row: readonly number[]) => row.map((value, k) => (value - (mean[k] ?? 0)) * (scale[k] ?? 0)),
    undo(weights: readonly number[]): Linear {
      const original = weights.slice(0, size).map((weight, k) => weight * (scale[k] ?? 0))
      return { weights: original, bias: (weights[size] ?? 0) - dot(original, mean) }
    },
  }
}
