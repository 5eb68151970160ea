import { zeros } from '../../src/core/retrieval/reading.ts'
import { createRandom, shuffle } from './random.ts'

export interface Descent<Item> {
  items: readonly Item[]
  /** What to begin from. */
  start: readonly number[]
  /** Adds the slopes of an item's loss to `into`. */
  gradient: (item: Item, weights: readonly number[], into: number[]) => void
  /** L2, by weight. */
  decay: (at: number) => number
  epochs: number
  rate: number
  batch: number
  seed: number
}

/** Adam (Kingma & Ba 2015), at a rate that falls with each epoch; the same data and seed give the same weights. */
export function descend<Item>(descent: Descent<Item>): number[] {
  const { start, gradient, decay, epochs, rate, batch } = descent
  const random = createRandom(descent.seed)
  const order = [...descent.items]
  const weights = [...start]
  const [first, second] = [zeros(start.length), zeros(start.length)]
  let step = 0
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random)
    for (let at = 0; at < order.length; at += batch) {
      const some = order.slice(at, at + batch)
      const total = zeros(start.length)
      for (const item of some) gradient(item, weights, total)
      step += 1
      for (let k = 0; k < weights.length; k += 1) {
        const slope = (total[k] ?? 0) / some.length + decay(k) * (weights[k] ?? 0)
        first[k] = 0.9 * (first[k] ?? 0) + 0.1 * slope
        second[k] = 0.999 * (second[k] ?? 0) + 0.001 * slope ** 2
        const [mean, spread] = [(first[k] ?? 0) / (1 - 0.9 ** step), (second[k] ?? 0) / (1 - 0.999 ** step)]
        weights[k] = (weights[k] ?? 0) - (rate * (1 - epoch / epochs) * mean) / (Math.sqrt(spread) + 1e-8)
      }
    }
  }
  return weights
}
