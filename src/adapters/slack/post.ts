import type { WebClient } from '@slack/web-api'
import type { Card, Ref, Sent, Target } from '../../core/contract.ts'
import { errorCode, toFailed } from './fault.ts'
import { NAME } from './inbound.ts'
import { type Message, renderCard, renderPlain, UNFURL_NOTHING } from './render.ts'
import { respond } from './response-url.ts'

export const MARKER = 'attache_card'
/** Refusals of the layout, not of the message: it goes out once more without blocks. */
const LAYOUT_FAULTS = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'invalid_arguments',
])
/** Refusals of a private message in a channel: the asker is not there, or we are not. */
const NOT_THERE = new Set(['not_in_channel', 'user_not_in_channel', 'channel_not_found', 'is_archived'])

/** Without blocks, text is shown as it is. */
type Content = Message | { text: string; mrkdwn: false }
type Post = (content: Content) => Promise<string>

/** Posts a card: one attempt, and one more in plain text where Slack refuses its layout. */
export async function post(client: WebClient, to: Target, card: Card, key: string): Promise<Sent> {
  const how = postTo(client, to, key)
  const sent = (ts: string): Sent => ({ ok: true, message: { target: to, id: `${to.place}/${ts}` } })
  const message = renderCard(card)
  const plain = (): Content => ({ text: renderPlain(card), mrkdwn: false })
  try {
    return sent(await how(message.blocks.length > 0 ? message : plain()))
  } catch (error) {
    if (!LAYOUT_FAULTS.has(errorCode(error) ?? '')) return toFailed(error)
  }
  try {
    return sent(await how(plain()))
  } catch (error) {
    return toFailed(error)
  }
}

function postTo(client: WebClient, to: Target, key: string): Post {
  const { secret, only } = to
  if (secret !== undefined) {
    return async (content) => {
      await respond(secret, content)
      return 'response'
    }
  }
  return only === undefined ? say(client, to, key) : whisper(client, to, bare(only))
}

function say(client: WebClient, to: Target, key: string): Post {
  const metadata = { event_type: MARKER, event_payload: { key } }
  return async (content) => {
    const { ts } = await client.chat.postMessage({ ...where(to), ...content, metadata, ...UNFURL_NOTHING })
    return ts ?? ''
  }
}

/** Seen by one person: in the channel, or in direct messages where one of us is not in it. */
function whisper(client: WebClient, to: Target, user: string): Post {
  return async (content) => {
    try {
      const { message_ts } = await client.chat.postEphemeral({ ...where(to), ...content, user })
      return message_ts ?? ''
    } catch (error) {
      if (!NOT_THERE.has(errorCode(error) ?? '')) throw error
    }
    const { ts } = await client.chat.postMessage({ channel: user, ...content, ...UNFURL_NOTHING })
    return ts ?? ''
  }
}

function where(to: Target): { channel: string; thread_ts?: string } {
  return { channel: bare(to.place), ...(to.thread !== undefined && { thread_ts: to.thread }) }
}

/** The message that carries the key, where we may read: always in direct messages, elsewhere with the history scopes. */
export async function find(
  client: WebClient,
  to: Target,
  key: string,
): Promise<Ref | 'absent' | 'cannot look' | 'ask again'> {
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
    if (ours?.ts) return { target: to, id: `${to.place}/${ours.ts}` }
    return found.has_more ? 'cannot look' : 'absent'
  } catch (error) {
    const { why } = toFailed(error)
    return why === 'unsure' || why === 'wait' ? 'ask again' : 'cannot look'
  }
}

function bare(id: string): string {
  return id.slice(NAME.length + 1)
}
