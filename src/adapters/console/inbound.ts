import type { Id, Instant, Intent, Request } from '../../core/contract.ts'

export const NAME = 'console'
const PLACE: Id = `${NAME}:terminal`

/** The request behind a thing typed at the terminal; `thread` tells it from the others. */
export function toRequest(intent: Intent, thread: string, at: Instant): Request {
  return {
    id: `${NAME}:${thread}`,
    at,
    place: { id: PLACE, kind: 'direct', readers: 'one' },
    person: { id: `${NAME}:you`, member: true },
    intent,
    reply: { place: PLACE, thread },
  }
}
