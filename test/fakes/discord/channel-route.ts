import { access, need, needSend, type Core } from './core.ts'
import { refuse, refuseForm } from './error.ts'
import { createForm, isObject, type Json } from './form.ts'
import { DM, FORUM, TEXT, THREAD, type Channel } from './guild.ts'
import { channelJson } from './guild-json.ts'
import type { Arrival } from './arrival.ts'
import type { Route } from './http.ts'
import { readMessage, refuseEmpty, type Draft } from './limits.ts'
import { intentsOf, REPLY, type Stored } from './message.ts'
import { Permission } from './permission.ts'

const NONCE_MS = 300_000

/** Messages, typing, reactions and threads of a channel. */
export function channelRoutes(core: Core): Record<string, Route> {
  const { messages, world, clock, reads } = core
  const nonces = new Map<string, { id: string; at: number }>()
  const place = ({ params }: Arrival): Channel => access(core, params.c ?? '')
  const found = (call: Arrival): Stored => findMessage(core, place(call), call.params.m ?? '')

  const repeated = ({ nonce, enforceNonce }: Draft): Stored | undefined => {
    const first = enforceNonce ? nonces.get(nonce ?? '') : undefined
    return first && clock.now() - first.at < NONCE_MS ? messages.find(first.id) : undefined
  }
  const post = (call: Arrival): Stored => {
    const where = place(call)
    needSend(core, where)
    const draft = withoutEmbeds(core, where, readMessage(call.body, call.files))
    refuseEmpty({ content: '', embeds: [], components: [], ...draft }, draft.files.length)
    if (draft.files.length) need(core, where, Permission.attachFiles)
    const message_reference = reference(core, where, draft)
    const old = repeated(draft)
    if (old) return old
    const type = message_reference ? REPLY : 0
    const flags = (draft.flags ?? 0) & POSTED
    const stored = messages.add(where, {
      author: world.bot,
      draft,
      type,
      flags,
      ...(message_reference && { message_reference }),
    })
    if (draft.nonce !== undefined) nonces.set(draft.nonce, { id: stored.message.id, at: clock.now() })
    return stored
  }

  return {
    'GET /channels/:c': (call) => channelJson(place(call)),
    'GET /channels/:c/messages': (call) =>
      page(core, place(call), call.query).map((one) => messages.show(one, reads)),
    'POST /channels/:c/messages': (call) => messages.show(post(call), true),
    'GET /channels/:c/messages/:m': (call) => {
      if (!(world.permissions(place(call), world.bot.id) & Permission.history)) refuse(50001)
      return messages.show(found(call), reads)
    },
    'PATCH /channels/:c/messages/:m': (call) => {
      const stored = found(call)
      if (stored.message.author.id !== world.bot.id) refuse(50005)
      if (stored.place.thread_metadata?.archived) refuse(50083)
      messages.edit(
        stored,
        withoutEmbeds(core, stored.place, readMessage(call.body, call.files, '', stored.message.flags)),
      )
      return messages.show(stored, true)
    },
    'DELETE /channels/:c/messages/:m': (call) => {
      const stored = found(call)
      if (stored.message.author.id !== world.bot.id) need(core, stored.place, Permission.manageMessages)
      messages.remove(stored)
    },
    'POST /channels/:c/typing': (call) => needSend(core, place(call)),
    'PUT /channels/:c/messages/:m/reactions/:e/@me': (call) =>
      react(core, found(call), call.params.e ?? '', 'ADD'),
    'DELETE /channels/:c/messages/:m/reactions/:e/@me': (call) =>
      react(core, found(call), call.params.e ?? '', 'REMOVE'),
    'POST /channels/:c/threads': (call) => startThread(core, place(call), call.body),
    'POST /channels/:c/messages/:m/threads': (call) => startThread(core, place(call), call.body, found(call)),
    'PUT /channels/:c/thread-members/@me': (call) => void place(call),
  }
}

const POSTED = 4 | 4096 | 32768

/** A message the bot can reach by its channel; ephemeral ones it cannot. */
export function findMessage({ messages }: Core, place: Channel, id: string): Stored {
  const stored = messages.get(place.id, id)
  return stored && stored.seenBy === undefined ? stored : refuse(10008)
}

/** Embeds silently vanish where the bot may not embed links; a message of embeds alone is refused. */
function withoutEmbeds(core: Core, place: Channel, draft: Draft): Draft {
  const { world } = core
  if (!draft.embeds?.length || world.permissions(place, world.bot.id) & Permission.embedLinks) return draft
  if (!draft.content && !draft.components?.length) refuse(50013)
  return { ...draft, embeds: [] }
}

function reference(core: Core, place: Channel, { reference: wanted }: Draft) {
  if (!wanted) return undefined
  if (!(core.world.permissions(place, core.world.bot.id) & Permission.history)) refuse(160002)
  const target = core.messages.get(place.id, wanted.message_id)
  const gone = !target || target.seenBy !== undefined || (wanted.channel_id ?? place.id) !== place.id
  if (gone && wanted.fail_if_not_exists === false) return undefined
  if (gone) wrongReference('MESSAGE_REFERENCE_UNKNOWN_MESSAGE', 'Unknown message')
  else if (![0, REPLY, 20, 23].includes(target.message.type)) {
    wrongReference('REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE', 'Cannot reply to a system message')
  }
  return {
    type: 0,
    channel_id: place.id,
    message_id: wanted.message_id,
    ...(place.guild_id && { guild_id: place.guild_id }),
  }
}

function wrongReference(code: string, message: string): never {
  refuseForm({ message_reference: { _errors: [{ code, message }] } })
}

/** Newest first; without the permission to read history there is simply nothing. */
function page(core: Core, place: Channel, query: URLSearchParams): Stored[] {
  const limit = Number(query.get('limit') ?? 50)
  const form = createForm()
  form.range('limit', limit, 1, 100)
  form.done()
  if (!(core.world.permissions(place, core.world.bot.id) & Permission.history)) return []
  const all = core.messages
    .list(place.id)
    .filter((one) => one.seenBy === undefined)
    .toReversed()
  const newer = (one: Stored, id: string | null): boolean => BigInt(one.message.id) > BigInt(id ?? 0)
  const [before, after, around] = ['before', 'after', 'around'].map((key) => query.get(key))
  if (before) return all.filter((one) => !newer(one, before) && one.message.id !== before).slice(0, limit)
  if (after) return all.filter((one) => newer(one, after)).slice(-limit)
  if (!around) return all.slice(0, limit)
  const middle = all.findIndex((one) => !newer(one, around))
  return all.slice(Math.max(0, middle - Math.floor(limit / 2))).slice(0, limit)
}

function react(core: Core, { message, place }: Stored, emoji: string, act: 'ADD' | 'REMOVE'): void {
  need(core, place, Permission.history | Permission.addReactions)
  const custom = /^(\w+):(\d+)$/.exec(emoji)
  if (!custom && !/^\p{Extended_Pictographic}/u.test(emoji)) refuse(10014)
  const about = {
    user_id: core.world.bot.id,
    channel_id: place.id,
    message_id: message.id,
    message_author_id: message.author.id,
  }
  const d = {
    ...about,
    emoji: { id: custom?.[2] ?? null, name: custom?.[1] ?? emoji },
    burst: false,
    type: 0,
  }
  const where = place.guild_id ? { guild_id: place.guild_id } : {}
  core.emit({ t: `MESSAGE_REACTION_${act}`, intents: intentsOf(place) << 1, d: () => ({ ...d, ...where }) })
}

function startThread(core: Core, parent: Channel, body: unknown, from?: Stored): Json {
  const { world, messages, emit } = core
  const json = isObject(body) ? body : {}
  if (![TEXT, FORUM].includes(parent.type) || parent.type === DM) refuse(50024)
  need(core, parent, parent.type === FORUM ? Permission.send : Permission.createThreads)
  const form = createForm()
  form.text('name', json.name, { min: 1, max: 100, required: true })
  if (parent.type === FORUM && !isObject(json.message)) form.required('message')
  form.done()
  if (from?.message.thread) refuse(160004)
  const thread = world.channel({
    ...threadOf(parent, String(json.name), core),
    ...(from && { id: from.message.id }),
  })
  const shown = channelJson(thread)
  if (from) from.message.thread = shown
  emit({ t: 'THREAD_CREATE', intents: 1, d: () => ({ ...shown, newly_created: true }) })
  if (parent.type === FORUM)
    messages.add(thread, { author: world.bot, draft: readMessage(json.message, [], 'message') })
  return shown
}

/** A new thread in a channel, started by the bot. */
export function threadOf(
  parent: Channel,
  name: string,
  { world, clock }: Pick<Core, 'world' | 'clock'>,
): Omit<Channel, 'id'> {
  const archive_timestamp = new Date(clock.now()).toISOString()
  return {
    type: THREAD,
    name,
    parent_id: parent.id,
    ...(parent.guild_id && { guild_id: parent.guild_id }),
    owner_id: world.bot.id,
    message_count: 0,
    member_count: 1,
    thread_metadata: { archived: false, locked: false, auto_archive_duration: 4320, archive_timestamp },
  }
}
