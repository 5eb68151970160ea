import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import type { Failed } from '../../core/contract.ts'
import { networkFailure } from '../network-fault.ts'

/** Discord's number for what it refused, or null where it gave none. */
export function errorCode(error: unknown): number | null {
  return error instanceof DiscordAPIError && typeof error.code === 'number' ? error.code : null
}

export const INVALID_FORM = 50035
export const NO_HISTORY = 160002
export const UNKNOWN_MEMBER = 10007
const TOO_MANY_PINS = 30003
/** Of messages that are older than an hour. */
const TOO_MANY_EDITS = 30046
const EDITS_MS = 60_000
const GONE = new Set([10003, 10004, 10008, 50083])
const FORBIDDEN = new Set([50001, 50007, 50013, 50278, NO_HISTORY])
const EXPIRED = new Set([10015, 10062, 50027])

/** What an unsuccessful call means for the message it was about. */
export function toFailed(error: unknown): Failed {
  const cause = error instanceof Error ? error : new Error(String(error))
  if (error instanceof RateLimitError) return { ok: false, why: 'wait', waitMs: error.timeToReset, cause }
  if (error instanceof HTTPError) return { ok: false, why: 'unsure', cause }
  if (!(error instanceof DiscordAPIError)) return networkFailure(cause)
  const code = errorCode(error) ?? 0
  if (code === TOO_MANY_PINS) return { ok: false, why: 'full', cause }
  if (code === TOO_MANY_EDITS) return { ok: false, why: 'wait', waitMs: EDITS_MS, cause }
  if (GONE.has(code)) return { ok: false, why: 'gone', cause }
  if (EXPIRED.has(code)) return { ok: false, why: 'expired', cause }
  if (FORBIDDEN.has(code) || error.status === 401 || error.status === 403)
    return { ok: false, why: 'forbidden', cause }
  return { ok: false, why: error.status >= 500 ? 'unsure' : 'refused', cause }
}
