/** Requests as rows: in JSON, their secret beside them, so that it can be wiped. */

import type { Id, Ref, Request } from '../contract.ts'

/** How a request ended. */
export interface Outcome {
  /** sent, found, privately, notice; or failed, with why. */
  how: string
  message?: Ref
}

export function rowOf(request: Request): { id: Id; request: string; secret: string | null } {
  const { secret, ...reply } = request.reply
  return { id: request.id, request: JSON.stringify({ ...request, reply }), secret: secret ?? null }
}

export function requestOf(json: string, secret: string | null): Request {
  const request = JSON.parse(json) as Request
  return secret === null ? request : { ...request, reply: { ...request.reply, secret } }
}

export function ended({ how, message }: Outcome): {
  state: 'done'
  secret: null
  outcome: string
  message: string | null
} {
  return { state: 'done', secret: null, outcome: how, message: message ? withoutSecret(message) : null }
}

function withoutSecret({ target, id }: Ref): string {
  const { secret: _wiped, ...rest } = target
  return JSON.stringify({ target: rest, id })
}
