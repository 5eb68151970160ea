import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api'
import type { Failed } from '../../core/contract.ts'

/** Slack's word for what it refused, or null where it gave none. */
export function errorCode(error: unknown): string | null {
  return error instanceof WebAPIPlatformError ? error.data.error : null
}

/** Slack's words for a token that is wrong, or no longer right: the operator has to act. */
const TOKEN_FAULTS = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'user_removed_from_team',
  'team_disabled',
  'not_allowed_token_type',
  'app_uninstalled',
])

export function isTokenFault(error: unknown): boolean {
  return TOKEN_FAULTS.has(errorCode(error) ?? '')
}

const GONE = new Set([
  'channel_not_found',
  'is_archived',
  'message_not_found',
  'thread_not_found',
  'user_not_in_channel',
])

/** What an unsuccessful call means for the message it carried. */
export function toFailed(error: unknown): Failed {
  const cause = error instanceof Error ? error : new Error(String(error))
  if (error instanceof WebAPIRateLimitedError)
    return { ok: false, why: 'wait', waitMs: error.retryAfter * 1000, cause }
  if (error instanceof WebAPIHTTPError && error.statusCode === 429)
    return { ok: false, why: 'wait', waitMs: 1000, cause }
  const code = errorCode(error)
  if (code === null) return { ok: false, why: 'unsure', cause }
  if (code === 'ratelimited') return { ok: false, why: 'wait', waitMs: 1000, cause }
  if (
    code === 'internal_error' ||
    code === 'fatal_error' ||
    code === 'service_unavailable' ||
    code === 'request_timeout'
  )
    return { ok: false, why: 'unsure', cause }
  if (GONE.has(code)) return { ok: false, why: 'gone', cause }
  if (isTokenFault(error) || /^(?:missing_scope|not_in_channel|restricted_action|no_permission)/.test(code))
    return { ok: false, why: 'forbidden', cause }
  return { ok: false, why: 'refused', cause }
}
