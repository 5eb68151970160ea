import type { Request } from './contract.ts'

/** here: where it was asked; privately: to the asker alone, since others would read it; refused: not one of the team. */
export type Access = 'here' | 'privately' | 'refused'

/** Who may have an answer, and where. What is unknown counts as outside. */
export function accessOf({ person, place, reply }: Request): Access {
  if (person.member !== true) return 'refused'
  if (reply.only !== undefined || place.readers === 'one' || place.readers === 'team') return 'here'
  return 'privately'
}
