/** What a question asks for that the best sentence does not hold. */

import { FEATURES } from './features.ts'
import type { Index } from './index.ts'
import type { Plan } from './plan.ts'
import type { Ranked } from './rank.ts'
import { givesReason, resultsIn, tellsOccasion } from './reason.ts'
import { formOf } from './tokens.ts'
import type { Wanted } from './wanted.ts'
import { wordsOf } from './words.ts'

/** In the order of a row. */
export const LACKING = [
  /** A thing of the kind asked for. */
  'lacksTime',
  'lacksNumber',
  'lacksCount',
  'lacksReason',
  /** Neither a reason nor what may be one. */
  'lacksOccasion',
  'lacksPerson',
  'lacksPlace',
  /** A question of how many whose sentence has no number before what is counted. */
  'lacksCounted',
  /** The question turns on a word such as "against" that the sentence does not hold. */
  'opposed',
] as const

const COUNTED = FEATURES.indexOf('counted')

export function lackingOf(plan: Plan, index: Index, best: Ranked): number[] {
  const { kind, reading, features, sentence } = best
  const lacks = (...kinds: Wanted[]): number => Number(kinds.includes(plan.wanted) && !kind.found)
  const lacksReason =
    plan.wanted === 'reason' &&
    !kind.found &&
    !givesReason(sentence.text, plan.asked) &&
    !asksOfResult(plan, index, best)
  const holds = (form: number): boolean => reading.tokens.some((token) => formOf(token) === form)
  return [
    lacks('time', 'year'),
    lacks('number', 'count', 'duration', 'money'),
    lacks('count'),
    Number(lacksReason),
    Number(lacksReason && !tellsOccasion(sentence.text)),
    lacks('person', 'name'),
    lacks('place'),
    Number(plan.counted.length > 0 && features[COUNTED] === 0),
    Number(plan.turns.some((form) => !holds(form))),
  ]
}

/** Of what the sentence has of the question, so much stands in what it tells as a result: the rest of it is the reason. */
const MOST = 0.6

function asksOfResult(plan: Plan, index: Index, { passage, sentence, reading }: Ranked): boolean {
  const results = resultsIn(sentence.text)
  if (results.length === 0) return false
  const words = wordsOf(sentence.text, index.languageOf(passage))
  const first = new Map(reading.hits.toReversed().map(({ place, at }) => [at, words[place]?.start ?? 0]))
  const weigh = (from: number): number =>
    [...first].reduce((sum, [at, start]) => sum + (start >= from ? (plan.terms[at]?.weight ?? 0) : 0), 0)
  return results.some((from) => weigh(from) >= MOST * weigh(0))
}
