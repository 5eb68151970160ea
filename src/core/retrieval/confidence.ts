import { type Knowing, type Odds, weigh } from './model.ts'

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

export function odds({ weights, bias }: Odds, signals: readonly number[]): number {
  return weigh(weights, signals) + bias
}
