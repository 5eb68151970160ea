import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api'
import type { Failed } from '../../core/contract.ts'
import { networkFailure } from '../network-fault.ts'
import { ResponseRefused } from './response-url.ts'

/** Slack's word for what it refused, or null where it gave none. */
export function errorCode(error: unknown): string | null {
  if (error instanceof ResponseRefused) return error.word
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

const GONE = new Set(['channel_not_found', 'is_archived', 'message_not_found', 'thread_not_found'])
const FORBIDDEN =
  /^(?:missing_scope|not_in_channel|user_not_in_channel|restricted_action|no_permission|permission_denied|not_pinnable|cannot_dm_bot|messages_tab_disabled)/
/** Slack's own trouble: it may have taken the call or not. */
const TROUBLE = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'])
const RETRY_MS = 1_000

/** What an unsuccessful call means for the message it was about. */
export function toFailed(error: unknown): Failed {
  const cause = error instanceof Error ? error : new Error(String(error))
  const failed = (why: Failed['why'], waitMs?: number): Failed => ({
    ok: false,
    why,
    cause,
    ...(waitMs !== undefined && { waitMs }),
  })
  if (error instanceof WebAPIRateLimitedError) return failed('wait', error.retryAfter * 1000)
  if (error instanceof WebAPIHTTPError)
    return error.statusCode === 429 ? failed('wait', RETRY_MS) : failed('unsure')
  if (error instanceof ResponseRefused && error.status !== 200) return failed(whyOf(error.status), RETRY_MS)
  const code = errorCode(error)
  if (code === null) return networkFailure(cause)
  if (code === 'ratelimited') return failed('wait', RETRY_MS)
  if (TROUBLE.has(code)) return failed('unsure')
  if (GONE.has(code)) return failed('gone')
  if (code === 'too_many_pins') return failed('full')
  return failed(isTokenFault(error) || FORBIDDEN.test(code) ? 'forbidden' : 'refused')
}

function whyOf(status: number): Failed['why'] {
  if (status === 404 || status === 410) return 'expired'
  if (status === 429) return 'wait'
  return status >= 500 ? 'unsure' : 'refused'
}
