import { ABOUT, ASK, BRIEF } from '../../core/commands.ts'
import type { Id, Instant, Intent, Request } from '../../core/contract.ts'

export const NAME = 'console'
const PLACE: Id = `${NAME}:terminal`

const COMMAND = new RegExp(`^\\s*/(${ASK}|${ABOUT}|${BRIEF})(?:\\s+|$)`, 'i')

/** A line is a question, or a command where it begins with one. */
export function toIntent(line: string): Intent {
  const [typed, name] = COMMAND.exec(line) ?? []
  if (typed === undefined || name === undefined) return { do: 'ask', text: line }
  return { do: 'command', name: name.toLowerCase(), words: line.slice(typed.length) }
}

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
