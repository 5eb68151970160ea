import { createHash } from 'node:crypto'
import { type APIChannel, type APIMessage, type REST, Routes } from 'discord.js'
import type { Card, Ref, Sent, Target } from '../../core/contract.ts'
import { errorCode, INVALID_FORM, NO_HISTORY, toFailed } from './fault.ts'
import { NAME } from './inbound.ts'
import { type Message, PING_NOBODY, renderCard, renderPlain } from './render.ts'

type Post = (message: Message) => Promise<APIMessage>

/** Posts a card: one attempt, and one more in plain text where Discord refuses its layout. */
export async function post(rest: REST, to: Target, card: Card, key: string): Promise<Sent> {
  const how = to.secret === undefined ? say(rest, to, key) : answer(rest, to.secret)
  const sent = ({ id }: APIMessage): Sent => ({ ok: true, message: { target: to, id: `${to.place}/${id}` } })
  try {
    return sent(await how(renderCard(card)))
  } catch (error) {
    if (errorCode(error) !== INVALID_FORM) return toFailed(error)
  }
  try {
    return sent(await how({ content: renderPlain(card), embeds: [] }))
  } catch (error) {
    return toFailed(error)
  }
}

/** Our reply to the message that was answered, where its channel's history is open to us. */
export async function find(
  rest: REST,
  to: Target,
  us: string,
): Promise<Ref | 'absent' | 'cannot look' | 'ask again'> {
  if (to.thread === undefined) return 'cannot look'
  try {
    const query = new URLSearchParams({ after: to.thread, limit: '100' })
    const messages = (await rest.get(Routes.channelMessages(bare(to.place)), { query })) as APIMessage[]
    const ours = messages.find((m) => m.author.id === us && m.message_reference?.message_id === to.thread)
    return ours ? { target: to, id: `${to.place}/${ours.id}` } : 'absent'
  } catch (error) {
    const { why } = toFailed(error)
    return why === 'unsure' || why === 'wait' ? 'ask again' : 'cannot look'
  }
}

/** The nonce makes Discord give back the first message where the same one is sent again soon after. */
function say(rest: REST, to: Target, key: string): Post {
  const nonce = createHash('sha256').update(key).digest('base64url').slice(0, 25)
  const once = { ...PING_NOBODY, nonce, enforce_nonce: true }
  return async (message) => {
    if (to.only !== undefined) {
      const body = { recipient_id: bare(to.only) }
      const { id } = (await rest.post(Routes.userChannels(), { body })) as APIChannel
      return (await rest.post(Routes.channelMessages(id), { body: { ...message, ...once } })) as APIMessage
    }
    const route = Routes.channelMessages(bare(to.place))
    const body = { ...message, ...once }
    if (to.thread === undefined) return (await rest.post(route, { body })) as APIMessage
    const reply = { ...body, message_reference: { message_id: to.thread, fail_if_not_exists: false } }
    try {
      return (await rest.post(route, { body: reply })) as APIMessage
    } catch (error) {
      if (errorCode(error) !== NO_HISTORY) throw error
      return (await rest.post(route, { body })) as APIMessage
    }
  }
}

/** The answer to an interaction takes the place of "thinking": the same edit may simply be made again. */
function answer(rest: REST, secret: string): Post {
  const [application = '', token = ''] = secret.split('/')
  const route = Routes.webhookMessage(application, token, '@original')
  return async (message) => {
    const body = { ...message, ...PING_NOBODY }
    return (await rest.patch(route, { body, auth: false })) as APIMessage
  }
}

function bare(id: string): string {
  return id.slice(NAME.length + 1)
}
