import type { WebClient } from '@slack/web-api'
import type { Card, Failed, Ref, Sent, Target } from '../../core/contract.ts'
import { errorCode, toFailed } from './fault.ts'
import { NAME } from './inbound.ts'
import { type Message, renderCard, renderPlain, UNFURL_NOTHING } from './render.ts'

export const MARKER = 'attache_card'
const RESPONSE_TIMEOUT_MS = 10_000
/** Refusals of the layout, not of the message: it goes out once more without blocks. */
const LAYOUT_FAULTS = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'invalid_arguments',
])

type Post = (message: Partial<Message> & { text: string }) => Promise<string>

/** Posts a card: one attempt, and one more in plain text where Slack refuses its layout. */
export async function post(client: WebClient, to: Target, card: Card, key: string): Promise<Sent> {
  const how = to.secret !== undefined ? respond(to.secret) : say(client, to, key)
  const sent = (ts: string): Sent => ({ ok: true, message: { target: to, id: `${to.place}/${ts}` } })
  try {
    return sent(await how(renderCard(card)))
  } catch (error) {
    if (!isLayoutFault(error)) return failedBy(error)
  }
  try {
    return sent(await how({ text: renderPlain(card) }))
  } catch (error) {
    return failedBy(error)
  }
}

function isLayoutFault(error: unknown): boolean {
  const word = error instanceof Refused ? error.said : errorCode(error)
  return LAYOUT_FAULTS.has(word ?? '')
}

function failedBy(error: unknown): Failed {
  return error instanceof Refused ? error.failed : toFailed(error)
}

/** The message that carries the key, where we may read: always in direct messages, elsewhere with the history scopes. */
export async function find(
  client: WebClient,
  to: Target,
  key: string,
): Promise<Ref | 'absent' | 'cannot look'> {
  if (to.thread === undefined) return 'cannot look'
  try {
    const found = await client.conversations.replies({
      channel: bare(to.place),
      ts: to.thread,
      include_all_metadata: true,
      limit: 200,
    })
    const ours = found.messages?.find(({ metadata }) => {
      const payload: unknown = metadata?.event_payload
      return metadata?.event_type === MARKER && JSON.stringify(payload) === JSON.stringify({ key })
    })
    return ours?.ts ? { target: to, id: `${to.place}/${ours.ts}` } : 'absent'
  } catch {
    return 'cannot look'
  }
}

function say(client: WebClient, to: Target, key: string): Post {
  const where = { channel: bare(to.place), ...(to.thread !== undefined && { thread_ts: to.thread }) }
  return async ({ text, blocks }) => {
    const content = { ...where, text, ...(blocks ? { blocks } : { mrkdwn: false }) }
    if (to.only !== undefined) {
      const { message_ts } = await client.chat.postEphemeral({ ...content, user: bare(to.only) })
      return message_ts ?? ''
    }
    const metadata = { event_type: MARKER, event_payload: { key } }
    const { ts } = await client.chat.postMessage({ ...content, metadata, ...UNFURL_NOTHING })
    return ts ?? ''
  }
}

/** An answer to a command goes to its response URL, to the asker alone. */
function respond(url: string): Post {
  return async (message) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...message }),
      signal: AbortSignal.timeout(RESPONSE_TIMEOUT_MS),
    })
    const said = await response.text()
    if (!response.ok) throw new Refused(response.status, said)
    return 'response'
  }
}

/** A response URL that did not take the message. */
class Refused extends Error {
  readonly failed: Failed
  /** Slack's word, bare or in JSON. */
  readonly said: string

  constructor(status: number, body: string) {
    const said = /^\{.*"error"\s*:\s*"(\w+)"/s.exec(body)?.[1] ?? body.trim().slice(0, 100)
    super(`Slack answered ${status} at the response URL: ${said}`)
    this.said = said
    const why =
      status === 404 || status === 410
        ? 'expired'
        : status === 429
          ? 'wait'
          : status >= 500
            ? 'unsure'
            : 'refused'
    this.failed = { ok: false, why, cause: this, ...(why === 'wait' && { waitMs: 1000 }) }
  }
}

function bare(id: string): string {
  return id.slice(NAME.length + 1)
}
