/** What a question asks for that the best sentence does not hold. */

import { FEATURES } from './features.ts'
import type { Plan } from './plan.ts'
import type { Ranked } from './rank.ts'
import { formOf } from './tokens.ts'
import type { Wanted } from './wanted.ts'

/** In the order of a row. */
export const LACKING = [
  /** A thing of the kind asked for. */
  'lacksTime',
  'lacksNumber',
  'lacksCount',
  'lacksReason',
  'lacksPerson',
  'lacksPlace',
  /** A question of how many whose sentence has no number before what is counted. */
  'lacksCounted',
  /** A question for one of some things ("which engine") whose best sentence does not speak of them, or names nothing new. */
  'lacksChoice',
  'lacksNamed',
  /** The question turns on a word such as "against" that the sentence does not hold. */
  'opposed',
  /** How much it says that the question does not. */
  'novel',
] as const

const COUNTED = FEATURES.indexOf('counted')

export function lackingOf(plan: Plan, { kind, reading, features }: Ranked): number[] {
  const lacks = (...kinds: Wanted[]): number => Number(kinds.includes(plan.wanted) && !kind.found)
  const holds = (form: number): boolean => reading.tokens.some((token) => formOf(token) === form)
  return [
    lacks('time', 'year'),
    lacks('number', 'count', 'duration', 'money'),
    lacks('count'),
    lacks('reason'),
    lacks('person', 'name'),
    lacks('place'),
    Number(plan.counted.length > 0 && features[COUNTED] === 0),
    Number(plan.chooses && reading.strength[0] === 0),
    Number(plan.chooses && !kind.named),
    Number(plan.turns.some((form) => !holds(form))),
    Math.log(1 + kind.novel) / 4,
  ]
}
