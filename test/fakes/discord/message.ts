import type { APIEmbed, APIMessageTopLevelComponent } from 'discord-api-types/v10'
import type { Json } from './form.ts'
import { blank, fromDraft, iso } from './message-draft.ts'
import type { GatewayEvent } from './gateway.ts'
import { DM, type Channel, type Clock, type User, type World } from './guild.ts'
import { memberJson } from './guild-json.ts'
import { Flag, refuseEmpty, type Draft } from './limits.ts'
import { mentionsIn, type Mentions } from './mention.ts'
import { Permission } from './permission.ts'

/** A message, in the fields of the API. */
export interface Message extends Mentions {
  id: string
  channel_id: string
  author: User
  content: string
  timestamp: string
  edited_timestamp: string | null
  tts: boolean
  attachments: Json[]
  embeds: APIEmbed[]
  components: APIMessageTopLevelComponent[]
  pinned: boolean
  type: number
  flags: number
  nonce?: string
  webhook_id?: string
  application_id?: string
  message_reference?: { type: number; channel_id: string; message_id: string; guild_id?: string }
  interaction_metadata?: Json
  thread?: Json
}

/** A message as the fake keeps it. `seenBy`: the one user who sees it, when it is ephemeral. */
export interface Stored {
  message: Message
  place: Channel
  seenBy?: string
  /** It came as an answer to an interaction: replying to it does not show the bot what was replied. */
  answer: boolean
  deleted: boolean
  pinnedAt?: string
}
export type Messages = ReturnType<typeof createMessages>
export type Writing = Partial<Message> & { author: User; draft: Draft; seenBy?: string; answer?: boolean }

/** The intents events are let through by. */
export const INTENT = {
  guilds: 1,
  messages: 1 << 9,
  reactions: 1 << 10,
  direct: 1 << 12,
  directReactions: 1 << 13,
  content: 1 << 15,
}
/** The type of a message that replies to another. */
export const REPLY = 19

/** All messages, and the events that tell the bot of them. */
export function createMessages(world: World, clock: Clock, emit: (event: GatewayEvent) => void) {
  const all = new Map<string, Stored>()
  const get = (place: string, id: string): Stored | undefined => {
    const found = all.get(id)
    return found && !found.deleted && found.message.channel_id === place ? found : undefined
  }
  const find = (id: string | undefined): Stored | undefined => {
    const found = all.get(id ?? '')
    return found && !found.deleted ? found : undefined
  }

  const bare = (stored: Stored, reads: boolean): Json => {
    if (reads || isReadable(stored, find, world.bot.id)) return { ...stored.message }
    return { ...stored.message, content: '', embeds: [], attachments: [], components: [] }
  }
  const show = (stored: Stored, reads: boolean): Json => {
    const reference = stored.message.type === REPLY ? stored.message.message_reference : undefined
    const target = find(reference?.message_id)
    return {
      ...bare(stored, reads),
      ...(reference && { referenced_message: target ? bare(target, reads) : null }),
    }
  }
  const eventOf = (t: string, stored: Stored): GatewayEvent => {
    const { place, message } = stored
    const member = message.webhook_id ? undefined : world.guildOf(place)?.members.get(message.author.id)
    const where = { channel_type: place.type, ...(place.guild_id && { guild_id: place.guild_id }) }
    const more = { ...where, ...(member && { member: memberJson(member, false) }) }
    return { t, intents: intentsOf(place), d: (reads) => ({ ...show(stored, reads), ...more }) }
  }
  const tell = (t: string, stored: Stored): GatewayEvent => {
    const event = eventOf(t, stored)
    const hidden =
      stored.seenBy !== undefined || !(world.permissions(stored.place, world.bot.id) & Permission.view)
    if (!hidden) emit(event)
    return event
  }

  return {
    get,
    find,
    show,
    tell,
    eventOf,
    list: (place: string): Stored[] =>
      [...all.values()].filter((one) => one.message.channel_id === place && !one.deleted),
    add(place: Channel, writing: Writing): Stored {
      const { draft, seenBy, answer, ...more } = writing
      const message = { ...blank(world.id(), place, clock), ...fromDraft(draft), ...more }
      const mentions = mentionsIn(
        world,
        place,
        message,
        draft.allowed,
        find(message.message_reference?.message_id),
      )
      const stored = {
        message: { ...message, ...mentions },
        place,
        answer: answer ?? false,
        deleted: false,
        ...(seenBy && { seenBy }),
      }
      all.set(message.id, stored)
      tell('MESSAGE_CREATE', stored)
      return stored
    },
    edit(stored: Stored, draft: Draft): GatewayEvent {
      const changed = { ...stored.message, ...fromDraft(draft), edited_timestamp: iso(clock) }
      refuseEmpty(changed, changed.attachments.length)
      const target = find(changed.message_reference?.message_id)
      const mentions =
        draft.content === undefined ? {} : mentionsIn(world, stored.place, changed, draft.allowed, target)
      const kept =
        (stored.message.flags & ~(Flag.suppressEmbeds | Flag.loading)) |
        ((draft.flags ?? 0) & (Flag.suppressEmbeds | Flag.v2))
      stored.message = { ...changed, ...mentions, flags: kept }
      return tell('MESSAGE_UPDATE', stored)
    },
    remove(stored: Stored): GatewayEvent {
      const { place, message } = stored
      const event = {
        t: 'MESSAGE_DELETE',
        intents: intentsOf(place),
        d: () => ({
          id: message.id,
          channel_id: place.id,
          ...(place.guild_id && { guild_id: place.guild_id }),
        }),
      }
      stored.deleted = true
      if (!stored.seenBy && world.permissions(place, world.bot.id) & Permission.view) emit(event)
      return event
    },
  }
}

/** The intents that let an event of this channel through. */
export function intentsOf(place: Channel): number {
  return place.type === DM ? INTENT.direct : INTENT.messages
}

/** Whether Discord shows the content to a bot without the privileged intent. */
function isReadable(stored: Stored, find: (id?: string) => Stored | undefined, bot: string): boolean {
  const { message, place } = stored
  if (place.type === DM || message.author.id === bot) return true
  if (!message.mentions.some((user) => user.id === bot)) return false
  if (message.content.includes(`<@${bot}>`) || message.content.includes(`<@!${bot}>`)) return true
  return !find(message.message_reference?.message_id)?.answer
}
