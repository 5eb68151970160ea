import { type APIMessage, MessageType, type REST, Routes } from 'discord.js'
import type { Adapter, Card, Sought, Target } from '../../core/contract.ts'
import { bare, idAt, messageId } from './address.ts'
import { toFailed } from './fault.ts'
import { directChannel } from './post.ts'
import { renderCard, renderPlain } from './render.ts'

type Found = Awaited<ReturnType<Adapter['find']>>

const PAGE = 100
const MOST_PAGES = 5
/** Discord's clock and ours may differ by so much. */
const CLOCKS_MS = 600_000

/** Our reply to the message that was answered, or our message that answers nothing and begins as the card does. */
export async function find(rest: REST, to: Target, us: string, sought?: Sought): Promise<Found> {
  try {
    if (to.thread !== undefined) return await reply(rest, to, to.thread, us)
    return sought === undefined ? 'cannot look' : await unasked(rest, to, us, sought)
  } catch (error) {
    const { why } = toFailed(error)
    return why === 'unsure' || why === 'wait' ? 'ask again' : 'cannot look'
  }
}

async function reply(rest: REST, to: Target, thread: string, us: string): Promise<Found> {
  const channel = bare(to.place)
  const messages = await after(rest, channel, thread)
  const ours = messages.find((m) => m.author.id === us && m.message_reference?.message_id === thread)
  return ours ? { target: to, id: messageId(channel, ours.id) } : 'absent'
}

async function unasked(rest: REST, to: Target, us: string, { card, since }: Sought): Promise<Found> {
  const channel = to.only === undefined ? bare(to.place) : await directChannel(rest, to.only)
  const isOurs = (message: APIMessage): boolean => message.author.id === us && isUnasked(message)
  const carries = carrying(card)
  let newest = idAt(since - CLOCKS_MS)
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const messages = await after(rest, channel, newest)
    const ours = messages.find((message) => isOurs(message) && carries(message))
    if (ours) return { target: to, id: messageId(channel, ours.id) }
    if (messages.length < PAGE) return 'absent'
    newest = messages.reduce((last, { id }) => (BigInt(id) > BigInt(last) ? id : last), newest)
  }
  return 'cannot look'
}

async function after(rest: REST, channel: string, message: string): Promise<APIMessage[]> {
  const query = new URLSearchParams({ after: message, limit: String(PAGE) })
  return (await rest.get(Routes.channelMessages(channel), { query })) as APIMessage[]
}

/** Neither a reply nor the answer to an interaction, nor a notice of Discord's. */
function isUnasked({ type }: APIMessage): boolean {
  return type === MessageType.Default
}

/** Whether a message begins as the card does, in whichever layout it went out. */
function carrying(card: Card): (message: Pick<APIMessage, 'content' | 'embeds'>) => boolean {
  const { content, embeds } = renderCard(card)
  const begins = new Set([content, renderPlain(card), ...embeds.map((e) => e.description)].map(firstLine))
  const isAlike = (text = ''): boolean => begins.has(firstLine(text))
  return (message) => {
    // Where we may not embed, Discord leaves the embed out.
    const unembedded = embeds.length === 0 || message.embeds.length === 0
    return isAlike(message.content) && (unembedded || message.embeds.some((e) => isAlike(e.description)))
  }
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0]?.trim() ?? ''
}
