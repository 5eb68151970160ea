import { type Knowing, type Odds, weigh } from './model.ts'
import { SIGNALS } from './signals.ts'

/**
 * How likely the best sentence answers the question, 0..1, by its signals. Two things are needed: that the library is
 * about the question, and that the sentence has what it asks for; the one that is in more doubt decides.
 */
export function confidenceIn(
  { about, answers, allowance, slope, bias }: Knowing,
  signals: readonly number[],
): number {
  const lesser = Math.min(odds(about, signals), odds(answers, signals) + allowance)
  return Math.round(1000 / (1 + Math.exp(-(slope * lesser + bias)))) / 1000
}

export function odds({ weights, small, bias, units }: Odds, signals: readonly number[]): number {
  const plain = weigh(weights, signals) + smallnessOf(signals) * weigh(small, signals) + bias
  return units.reduce(
    (sum, unit) => sum + unit.adds * Math.max(0, weigh(unit.weights, signals) + unit.bias),
    plain,
  )
}

const LIBRARY = SIGNALS.indexOf('library')

/** Smaller than what was learned from says no more. */
const SMALLEST = 0.5

/** From 0.5 for a library of some fifty sentences or fewer to 0 for one of thousands. */
export function smallnessOf(signals: readonly number[]): number {
  return Math.min(SMALLEST, Math.max(0, 1 - (signals[LIBRARY] ?? 0)))
}
