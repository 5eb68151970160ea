import type { WebClient } from '@slack/web-api'
import type { Card, Done, Failed, Id, Ref, Sent, Target } from '../../core/contract.ts'
import { bare, messageId, standingAt } from './address.ts'
import { errorCode, toFailed } from './fault.ts'
import { cutEdited, type Message, renderCard, renderPlain, UNFURL_NOTHING } from './render.ts'
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
/** Gives the message's id. */
type Post = (content: Content) => Promise<Id>

/** Posts a card: one attempt, and one more in plain text where Slack refuses its layout. */
export async function post(client: WebClient, to: Target, card: Card, key: string): Promise<Sent> {
  const id = await laidOut(card, postTo(client, to, key))
  return typeof id === 'string' ? { ok: true, message: { target: to, id } } : id
}

/** Puts another card in a message's place; the marker stays. */
export async function edit(client: WebClient, message: Ref, card: Card): Promise<Done> {
  return laidOut(card, async (content): Promise<Done> => {
    const blocks = 'blocks' in content ? content.blocks : []
    await client.chat.update({ ...standingAt(message), text: cutEdited(content.text), blocks })
    return { ok: true }
  })
}

/** What the call gives for the card's layout, or for plain text where Slack refuses that. */
async function laidOut<T>(card: Card, call: (content: Content) => Promise<T>): Promise<T | Failed> {
  const message = renderCard(card)
  const plain = (): Content => ({ text: renderPlain(card), mrkdwn: false })
  try {
    return await call(message.blocks.length > 0 ? message : plain())
  } catch (error) {
    if (!LAYOUT_FAULTS.has(errorCode(error) ?? '')) return toFailed(error)
  }
  try {
    return await call(plain())
  } catch (error) {
    return toFailed(error)
  }
}

function postTo(client: WebClient, to: Target, key: string): Post {
  const { secret, only, as } = to
  if (as === 'direct' && only !== undefined) return say(client, { channel: bare(only) }, key)
  if (secret !== undefined) {
    return async (content) => {
      await respond(secret, content)
      return messageId(bare(to.place), 'response')
    }
  }
  return only === undefined ? say(client, where(to), key) : whisper(client, to, bare(only))
}

interface Where {
  channel: string
  thread_ts?: string
}

function say(client: WebClient, at: Where, key: string): Post {
  const metadata = { event_type: MARKER, event_payload: { key } }
  return async (content) => {
    const posted = await client.chat.postMessage({ ...at, ...content, metadata, ...UNFURL_NOTHING })
    return messageId(posted.channel ?? at.channel, posted.ts ?? '')
  }
}

/** Seen by one person: in the channel, or in direct messages where one of us is not in it. */
function whisper(client: WebClient, to: Target, user: string): Post {
  return async (content) => {
    try {
      const { message_ts } = await client.chat.postEphemeral({ ...where(to), ...content, user })
      return messageId(bare(to.place), message_ts ?? '')
    } catch (error) {
      if (!NOT_THERE.has(errorCode(error) ?? '')) throw error
    }
    const { channel, ts } = await client.chat.postMessage({ channel: user, ...content, ...UNFURL_NOTHING })
    return messageId(channel ?? user, ts ?? '')
  }
}

function where(to: Target): Where {
  return { channel: bare(to.place), ...(to.thread !== undefined && { thread_ts: to.thread }) }
}
