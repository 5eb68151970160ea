import { findMessage } from './channel-route.ts'
import { access, need, type Core } from './core.ts'
import { refuse } from './error.ts'
import { createForm, type Json } from './form.ts'
import { DM, type Channel, type User } from './guild.ts'
import type { Arrival } from './arrival.ts'
import type { Route } from './http.ts'
import { readMessage } from './limits.ts'
import { INTENT, REPLY, type Stored } from './message.ts'
import { iso } from './message-draft.ts'
import { Permission } from './permission.ts'

const MAX_PINS = 250
const PIN_NOTICE = 6

/** Pins of a channel, by the routes that took the place of `/channels/:c/pins`. */
export function pinRoutes(core: Core): Record<string, Route> {
  const place = ({ params }: Arrival): Channel => access(core, params.c ?? '')
  const pinnable = (call: Arrival): Stored => {
    const where = place(call)
    need(core, where, Permission.pin)
    if (where.thread_metadata?.archived) refuse(50083)
    const stored = findMessage(core, where, call.params.m ?? '')
    if (![0, REPLY, 20, 23].includes(stored.message.type)) refuse(50021)
    return stored
  }
  return {
    'GET /channels/:c/messages/pins': (call) => list(core, place(call), call.query),
    'GET /channels/:c/pins': (call) =>
      pinned(core, place(call)).map((one) => core.messages.show(one, core.reads)),
    'PUT /channels/:c/messages/pins/:m': (call) => pin(core, pinnable(call), core.world.bot),
    'DELETE /channels/:c/messages/pins/:m': (call) => unpin(core, pinnable(call)),
  }
}

/** Pins a message, and says so in the channel. */
export function pin(core: Core, stored: Stored, author: User): void {
  const { messages } = core
  const { place, message } = stored
  if (message.pinned) return
  if (pinned(core, place).length >= MAX_PINS) refuse(30003)
  stored.pinnedAt = iso(core.clock)
  mark(core, stored, true)
  const reference = {
    type: 0,
    channel_id: place.id,
    message_id: message.id,
    ...(place.guild_id && { guild_id: place.guild_id }),
  }
  messages.add(place, {
    author,
    draft: readMessage({}),
    type: PIN_NOTICE,
    message_reference: reference,
  })
}

function unpin(core: Core, stored: Stored): void {
  if (stored.message.pinned) mark(core, stored, false)
}

function mark(core: Core, stored: Stored, isPinned: boolean): void {
  const { place } = stored
  stored.message.pinned = isPinned
  core.messages.tell('MESSAGE_UPDATE', stored)
  const last = pinned(core, place)[0]?.pinnedAt ?? null
  place.last_pin_timestamp = last
  const where = { channel_id: place.id, ...(place.guild_id && { guild_id: place.guild_id }) }
  const intents = place.type === DM ? INTENT.direct : INTENT.guilds
  core.emit({ t: 'CHANNEL_PINS_UPDATE', intents, d: () => ({ ...where, last_pin_timestamp: last }) })
}

/** The newest pin first; nothing for one who may not read history. */
function pinned(core: Core, place: Channel): Stored[] {
  if (!(core.world.permissions(place, core.world.bot.id) & Permission.view)) return []
  const all = core.messages.list(place.id).filter(({ message }) => message.pinned)
  return all.toSorted((a, b) => String(b.pinnedAt).localeCompare(String(a.pinnedAt)))
}

function list(core: Core, place: Channel, query: URLSearchParams): Json {
  const limit = Number(query.get('limit') ?? 50)
  const form = createForm()
  form.range('limit', limit, 1, 50)
  form.done()
  const readable = (core.world.permissions(place, core.world.bot.id) & Permission.history) !== 0n
  const before = Date.parse(query.get('before') ?? '9999-01-01')
  const rest = readable ? pinned(core, place).filter((one) => Date.parse(one.pinnedAt ?? '') < before) : []
  const items = rest
    .slice(0, limit)
    .map((one) => ({ pinned_at: one.pinnedAt, message: core.messages.show(one, core.reads) }))
  return { items, has_more: rest.length > limit }
}
