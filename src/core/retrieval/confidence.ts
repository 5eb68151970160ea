import type { Plan } from './plan.ts'
import type { Ranked } from './rank.ts'

/** From this on the bot stands behind its answer. */
export const ANSWER_BAR = 0.5

const MIDDLE = 0.6
const STEEPNESS = 12
const MISSING_NAME = 0.12
const WRONG_KIND = 0.12

/**
 * How likely the sentence answers the question, 0..1: the share of the question's weight that it and its surroundings
 * cover, less for names and numbers they lack and for the wrong kind of answer, on a logistic curve.
 */
export function confidenceIn(plan: Plan, best: Ranked): number {
  const missing = plan.terms.filter((term) => (term.name || term.number) && term.matches.size === 0).length
  const strength =
    0.7 * best.own +
    0.3 * best.around +
    0.08 * best.together -
    MISSING_NAME * missing -
    (best.kind ? 0 : WRONG_KIND)
  const bounded = 1 / (1 + Math.exp(-STEEPNESS * (strength - MIDDLE)))
  return Math.round(bounded * 1000) / 1000
}
