/** Logistic regression with a few units beside it that see what no sum of weights does. */

import type { Unit } from '../../src/core/retrieval/model.ts'
import { type Descent, descend } from './adam.ts'
import { dot, type Labelled, type Linear, logistic } from './linear.ts'
import { createRandom } from './random.ts'
import { type Scaling, scalingOf } from './scaling.ts'

export interface Network extends Linear {
  units: (Linear & Pick<Unit, 'adds'>)[]
}

export interface NetworkOptions {
  /** So many are learned apart, from other beginnings, and weighed together: chance has less of a say. */
  networks: number
  /** Of each. */
  units: number
  /** How much of each row the units see: so many columns from its beginning. */
  seen: number
  epochs: number
  rate: number
  batch: number
  /** L2 on the weights of the row, and on all of the units but their biases. */
  decay: number
  unitDecay: number
}

export function fitNetwork(cases: readonly Labelled[], options: NetworkOptions): Network {
  const scaling = scalingOf(cases.map(({ row }) => row))
  const items = cases.map((one) => ({ ...one, row: scaling.apply(one.row) }))
  const all = Array.from({ length: options.networks }, (_, seed) => fitOne(items, scaling, options, seed))
  const mean = (number: (one: Network) => number): number =>
    all.reduce((sum, one) => sum + number(one), 0) / all.length
  return {
    weights: Array.from({ length: scaling.size }, (_, k) => mean(({ weights }) => weights[k] ?? 0)),
    bias: mean(({ bias }) => bias),
    units: all.flatMap(({ units }) => units.map((unit) => ({ ...unit, adds: unit.adds / all.length }))),
  }
}

function fitOne(
  items: readonly Labelled[],
  scaling: Scaling,
  options: NetworkOptions,
  seed: number,
): Network {
  const layout = layoutOf(scaling.size, options)
  const learned = descend({
    items,
    start: layout.start(seed),
    gradient: gradientIn(layout),
    decay: layout.decay,
    epochs: options.epochs,
    rate: options.rate,
    batch: options.batch,
    seed: 1 + seed,
  })
  const unscaled = (from: number, size: number, bias: number): Linear => {
    const undone = scaling.undo(learned.slice(from, from + size))
    return { weights: undone.weights, bias: undone.bias + (learned[bias] ?? 0) }
  }
  return {
    ...unscaled(0, layout.size, layout.size),
    units: layout.units.map(({ from, bias, adds }) => ({
      ...unscaled(from, layout.seen, bias),
      adds: learned[adds] ?? 0,
    })),
  }
}

/** Where among all that is learned each part stands: the row's weights, the bias, and each unit's. */
interface Layout {
  size: number
  seen: number
  units: { from: number; bias: number; adds: number }[]
  start: (seed: number) => number[]
  decay: (at: number) => number
}

/** Units begin small and apart, so that they come to see different things. */
const BEGIN = 0.5

function layoutOf(size: number, { units: count, seen, decay, unitDecay }: NetworkOptions): Layout {
  const units = Array.from({ length: count }, (_, unit) => {
    const from = size + 1 + unit * (seen + 2)
    return { from, bias: from + seen, adds: from + seen + 1 }
  })
  const all = size + 1 + count * (seen + 2)
  const biases = new Set([size, ...units.map(({ bias }) => bias)])
  return {
    size,
    seen,
    units,
    start: (seed) => {
      const random = createRandom(7 + seed)
      const begin = (at: number): number => {
        const spread = units.some(({ adds }) => adds === at) ? BEGIN : BEGIN / Math.sqrt(seen)
        return at <= size || biases.has(at) ? 0 : (2 * random() - 1) * spread
      }
      return Array.from({ length: all }, (_, at) => begin(at))
    },
    decay: (at) => (biases.has(at) ? 0 : at < size ? decay : unitDecay),
  }
}

function gradientIn({ size, seen, units }: Layout): Descent<Labelled>['gradient'] {
  return ({ row, label, weight }, learned, into) => {
    const sums = units.map(({ from, bias }) => {
      let sum = learned[bias] ?? 0
      for (let k = 0; k < seen; k += 1) sum += (learned[from + k] ?? 0) * (row[k] ?? 0)
      return sum
    })
    const added = units.reduce(
      (sum, { adds }, unit) => sum + (learned[adds] ?? 0) * Math.max(0, sums[unit] ?? 0),
      0,
    )
    const excess = weight * (logistic(dot(learned, row) + (learned[size] ?? 0) + added) - label)
    const add = (at: number, slope: number): void => {
      into[at] = (into[at] ?? 0) + slope
    }
    for (let k = 0; k < size; k += 1) add(k, excess * (row[k] ?? 0))
    add(size, excess)
    for (const [unit, { from, bias, adds }] of units.entries()) {
      const sum = sums[unit] ?? 0
      if (sum <= 0) continue
      add(adds, excess * sum)
      const slope = excess * (learned[adds] ?? 0)
      for (let k = 0; k < seen; k += 1) add(from + k, slope * (row[k] ?? 0))
      add(bias, slope)
    }
  }
}
