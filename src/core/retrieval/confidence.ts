import { type Knowing, type Odds, weigh } from './model.ts'
import { SIGNALS } from './signals.ts'

/**
 * How likely the best sentence answers the question, 0..1, by its signals. Two things are needed: that the library is
 * about the question, and that the sentence has what it asks for; the one that is in more doubt decides.
 */
export function confidenceIn(knowing: Knowing, signals: readonly number[]): number {
  const { slope, bias } = knowing
  return Math.round(1000 / (1 + Math.exp(-(slope * lesserOdds(knowing, signals) + bias)))) / 1000
}

/** The log odds of what is in more doubt. */
export function lesserOdds(
  { about, answers, allowance }: Pick<Knowing, 'about' | 'answers' | 'allowance'>,
  signals: readonly number[],
): number {
  return Math.min(odds(about, signals), odds(answers, signals) + allowance)
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
