import type { Json } from './types.ts'

/** Ends the call with one of Slack's own error codes. */
export function refuse(error: string, extra: Json = {}): never {
  throw Object.assign(new Error(error), { refusal: { ok: false, error, ...extra } })
}

/** Ends the call as Slack does when values break its schemas: the code, and where each fault lies. */
export function refuseFor(error: string, faults: string[]): never {
  refuse(error, {
    errors: faults,
    response_metadata: { messages: faults.map((fault) => `[ERROR] ${fault}`) },
  })
}

/** The answer in a thrown refusal; any other error is a fault of the fake and is thrown on. */
export function refusalIn(error: unknown): Json & { error: string } {
  if (error instanceof Error && 'refusal' in error) return error.refusal as Json & { error: string }
  throw error
}
