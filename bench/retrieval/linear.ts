/** Fits linear models on standardised rows. */

import { zeros } from '../../src/core/retrieval/reading.ts'
import { type Descent, descend } from './adam.ts'
import { type Scaling, scalingOf } from './scaling.ts'

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
  const gradient = ({ rows, right }: Choice, weights: readonly number[], into: number[]): void => {
    const scores = rows.map((row) => dot(weights, row))
    const highest = Math.max(...scores)
    const all = scores.reduce((sum, score) => sum + Math.exp(score - highest), 0)
    for (const [i, row] of rows.entries()) {
      const excess = Math.exp((scores[i] ?? 0) - highest) / all - Number(i === right)
      for (let k = 0; k < row.length; k += 1) into[k] = (into[k] ?? 0) + excess * (row[k] ?? 0)
    }
  }
  return learn(scaled, scaling, gradient, options)
}

/** Logistic regression. */
export function fitLabels(cases: readonly Labelled[], options: FitOptions): Linear {
  const scaling = scalingOf(cases.map(({ row }) => row))
  const scaled = cases.map((one) => ({ ...one, row: scaling.apply(one.row) }))
  const bias = scaling.size
  const gradient = ({ row, label, weight }: Labelled, weights: readonly number[], into: number[]): void => {
    const excess = weight * (logistic(dot(weights, row) + (weights[bias] ?? 0)) - label)
    for (let k = 0; k < row.length; k += 1) into[k] = (into[k] ?? 0) + excess * (row[k] ?? 0)
    into[bias] = (into[bias] ?? 0) + excess
  }
  return learn(scaled, scaling, gradient, options)
}

export function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds))
}

export function score({ weights, bias }: Linear, row: readonly number[]): number {
  return dot(weights, row) + bias
}

export function dot(weights: readonly number[], row: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < row.length; i += 1) sum += (weights[i] ?? 0) * (row[i] ?? 0)
  return sum
}

function learn<Item>(
  items: readonly Item[],
  scaling: Scaling,
  gradient: Descent<Item>['gradient'],
  { epochs, rate = 0.01, decay = 1e-3, batch = 16, seed = 1 }: FitOptions,
): Linear {
  const start = zeros(scaling.size + 1)
  const isBias = (at: number): boolean => at === scaling.size
  const learned = descend({
    items,
    start,
    gradient,
    epochs,
    rate,
    batch,
    seed,
    decay: (at) => (isBias(at) ? 0 : decay),
  })
  const { weights, bias } = scaling.undo(learned.slice(0, scaling.size))
  return { weights, bias: bias + (learned[scaling.size] ?? 0) }
}
