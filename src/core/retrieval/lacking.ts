/** What a question asks for that the best sentence does not hold. */

import { FEATURES } from './features.ts'
import type { Plan } from './plan.ts'
import type { Ranked } from './rank.ts'
import { givesReason, tellsOccasion } from './reason.ts'
import { formOf } from './tokens.ts'
import type { Wanted } from './wanted.ts'

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

export function lackingOf(plan: Plan, { kind, reading, features, sentence }: Ranked): number[] {
  const lacks = (...kinds: Wanted[]): number => Number(kinds.includes(plan.wanted) && !kind.found)
  const lacksReason = plan.wanted === 'reason' && !kind.found && !givesReason(sentence.text, plan.asked)
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
