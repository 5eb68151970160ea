import { createHash } from 'node:crypto'
import { type APIChannel, type APIMessage, type REST, Routes } from 'discord.js'
import type { Card, Done, Failed, Id, Ref, Sent, Target } from '../../core/contract.ts'
import { bare, messageId, standingAt } from './address.ts'
import { errorCode, INVALID_FORM, NO_HISTORY, toFailed } from './fault.ts'
import { type Message, PING_NOBODY, renderCard, renderPlain } from './render.ts'

type Post = (message: Message) => Promise<APIMessage>

/** Posts a card: one attempt, and one more in plain text where Discord refuses its layout. */
export async function post(rest: REST, to: Target, card: Card, key: string): Promise<Sent> {
  const how = isAnswer(to) ? answer(rest, to.secret) : say(rest, to, key)
  const posted = await laidOut(card, how)
  if ('ok' in posted) return posted
  return { ok: true, message: { target: to, id: messageId(posted.channel_id, posted.id) } }
}

/** Puts another card in a message's place. */
export async function edit(rest: REST, message: Ref, card: Card): Promise<Done> {
  const route = Routes.channelMessage(...standingAt(message))
  const edited = await laidOut(card, async (content) => {
    return (await rest.patch(route, { body: { ...content, ...PING_NOBODY } })) as APIMessage
  })
  return 'ok' in edited ? edited : { ok: true }
}

/** It takes the place of "thinking". */
export function isAnswer(to: Target): to is Target & { secret: string } {
  return to.secret !== undefined && to.as !== 'direct'
}

/** The channel of direct messages with a person; Discord opens it where there is none. */
export async function directChannel(rest: REST, person: Id): Promise<string> {
  const body = { recipient_id: bare(person) }
  return ((await rest.post(Routes.userChannels(), { body })) as APIChannel).id
}

/** What the call gives for the card's layout, or for plain text where Discord refuses that. */
async function laidOut(card: Card, call: Post): Promise<APIMessage | Failed> {
  try {
    return await call(renderCard(card))
  } catch (error) {
    if (errorCode(error) !== INVALID_FORM) return toFailed(error)
  }
  try {
    return await call({ content: renderPlain(card), embeds: [] })
  } catch (error) {
    return toFailed(error)
  }
}

/** The nonce makes Discord give back the first message where the same one is sent again soon after. */
function say(rest: REST, to: Target, key: string): Post {
  const nonce = createHash('sha256').update(key).digest('base64url').slice(0, 25)
  const once = { ...PING_NOBODY, nonce, enforce_nonce: true }
  return async (message) => {
    const body = { ...message, ...once }
    const channel = to.only === undefined ? bare(to.place) : await directChannel(rest, to.only)
    const route = Routes.channelMessages(channel)
    if (to.only !== undefined || to.thread === undefined)
      return (await rest.post(route, { body })) as APIMessage
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
