/** An answer that refuses, as Discord gives it. */
export interface Refusal {
  status: number
  body: { message: string; code: number; errors?: Tree }
}

/** Where in a body something is wrong: nested by key and index, `_errors` at the leaves. */
export interface Tree {
  [key: string]: Tree | { code: string; message: string }[]
}

const known: Record<number, [status: number, message: string]> = {
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10013: [404, 'Unknown User'],
  10014: [400, 'Unknown Emoji'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  20012: [403, 'You are not authorized to perform this action on this application'],
  30003: [400, 'Maximum number of pins reached for the channel (250)'],
  30032: [400, 'Maximum number of application commands reached (100).'],
  30034: [400, 'Max number of daily application command creates has been reached (200)'],
  40060: [400, 'Interaction has already been acknowledged.'],
  40094: [400, 'This interaction has reached the maximum number of follow-up messages that can be sent'],
  50001: [403, 'Missing Access'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50008: [400, 'Cannot send messages in a non-text channel'],
  50013: [403, 'Missing Permissions'],
  50021: [403, 'Cannot execute action on a system message'],
  50024: [400, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50033: [400, 'Invalid Recipient(s)'],
  50083: [400, 'Thread is archived'],
  50109: [400, 'The request body contains invalid JSON.'],
  50278: [403, 'Cannot send messages to this user due to having no mutual guilds'],
  160002: [403, 'Cannot reply without permission to read message history'],
  160004: [400, 'A thread has already been created for this message'],
}

/** Refuses as Discord does, by its error code. */
export function refuse(code: number): never {
  const [status, message] = known[code] ?? [400, 'Unknown error']
  throw refused({ status, body: { message, code } })
}

/** The error of a body that does not fit its form. */
export function refuseForm(errors: Tree): never {
  throw refused({ status: 400, body: { message: 'Invalid Form Body', code: 50035, errors } })
}

/** What an error says to the caller, or nothing when it is a fault of the fake itself. */
export function refusalOf(error: unknown): Refusal | undefined {
  return error instanceof Error ? (error.cause as Refusal | undefined) : undefined
}

function refused(refusal: Refusal): Error {
  return new Error(refusal.body.message, { cause: refusal })
}
