import { LogLevel, type Logger, WebClient } from '@slack/web-api'

/** The SDK's own lines carry payloads; what matters is said by whoever calls it. */
export const silent: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
}

const TIMEOUT_MS = 10_000

/** A client that tries each call once and gives up in time: a post that is repeated blindly stands twice. */
export function createClient(token: string, slackApiUrl: string, timeout = TIMEOUT_MS): WebClient {
  const retryConfig = { retries: 0 }
  return new WebClient(token, {
    slackApiUrl,
    retryConfig,
    timeout,
    rejectRateLimitedCalls: true,
    logger: silent,
  })
}
