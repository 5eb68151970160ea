import type { Failed } from '../core/contract.ts'

/** The call never left, so nothing can have come of it. */
const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])
const TIMED_OUT = new Set(['TimeoutError', 'AbortError', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'])
const RETRY_MS = 1_000
const DEEPEST = 5

/** What a call without an answer means for the message it carried. */
export function networkFailure(cause: Error): Failed {
  const words = [...wordsOf(cause)]
  if (words.some((word) => NEVER_LEFT.has(word))) return { ok: false, why: 'wait', waitMs: RETRY_MS, cause }
  const late = words.some((word) => TIMED_OUT.has(word))
  return { ok: false, why: 'unsure', cause, ...(late && { late }) }
}

/** Names and codes of an error and of those it wraps. */
function* wordsOf(error: unknown, depth = 0): Generator<string> {
  if (!(error instanceof Error) || depth > DEEPEST) return
  yield error.name
  if ('code' in error && typeof error.code === 'string') yield error.code
  const { cause, original, errors } = error as { cause?: unknown; original?: unknown; errors?: unknown }
  for (const inner of [cause, original, ...(Array.isArray(errors) ? errors : [])])
    yield* wordsOf(inner, depth + 1)
}
