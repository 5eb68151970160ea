import { randomUUID } from 'node:crypto'
import type { Events } from './events.ts'
import { pin } from './marks.ts'
import { erase, onWire } from './messages.ts'
import type { Act, Channel, Delivery, Json, Message, Said } from './types.ts'
import { homeOf, viewOnWire } from './views.ts'
import { BOT, imOf, messageAt, type Workspace } from './workspace.ts'

/** Who acts (Ann unless told), and under which message. */
export interface Manner {
  user?: string
  thread?: string
}

/** What people type: Slack escapes it, links its URLs and tells the bot, as far as its scopes go. */
export function createPeople(workspace: Workspace, { send, tell }: Events) {
  const granted = (scope: string) => workspace.settings.scopes.includes(scope)

  function write(channel: Channel, text: string, { user = 'U0ANN', thread }: Manner): Message {
    const message: Message = {
      channel: channel.id,
      user,
      text,
      ts: workspace.nextTs(),
      client_msg_id: randomUUID(),
      blocks: typedBlocks(text),
      ...(thread !== undefined && { thread_ts: thread }),
    }
    return put(workspace, channel, message)
  }

  function told(message: Message, first: Delivery[] = []): Said {
    const { ts, channel } = message
    return { ts, channel, message, deliveries: [...first, ...tell({ what: 'posted', message })] }
  }

  return {
    /** Writes to a channel without naming the bot. */
    say: (channel: string, text: string, manner: Manner = {}): Said =>
      told(write(place(workspace, channel), typed(text), manner)),

    /** Names the bot: an app_mention, and a message too if the bot may read the channel. */
    mention(channel: string, text: string, manner: Manner = {}): Said {
      const where = place(workspace, channel)
      const naming = text.includes(`<@${BOT.user}>`) ? text : `<@${BOT.user}> ${text}`
      const message = write(where, typed(naming), manner)
      const heard = where.members.has(BOT.user) && granted('app_mentions:read')
      const pointing = { ...onWire(workspace, message), channel, type: 'app_mention', event_ts: message.ts }
      return told(message, heard ? [send(pointing, where)] : [])
    },

    /** Writes to the bot in private. */
    direct: (text: string, manner: Manner = {}): Said =>
      told(write(imOf(workspace, manner.user ?? 'U0ANN'), typed(text), manner)),

    /** Another app writes. */
    botSays(channel: string, text: string, { thread }: Manner = {}): Said {
      const where = place(workspace, channel)
      const author = { bot_id: 'B0OTHER', app_id: 'A0OTHER', subtype: 'bot_message', username: 'otherbot' }
      const about = {
        channel,
        text,
        ts: workspace.nextTs(),
        ...(thread !== undefined && { thread_ts: thread }),
      }
      return told(put(workspace, where, { ...author, ...about }))
    },

    /** The author rewrites a message. */
    edit({ message }: Said, text: string): Act {
      const previous = { ...message }
      Object.assign(message, { text: typed(text), blocks: typedBlocks(typed(text)) })
      Object.assign(message, { edited: { user: message.user, ts: workspace.nextTs() } })
      workspace.changed()
      return { deliveries: tell({ what: 'changed', message, previous }) }
    },

    /** Pins a message, whoever wrote it. */
    pin: (message: Message, { user = 'U0ANN' }: Manner = {}): void => void pin(workspace, message, user),

    /** The author takes a message back. */
    delete({ message }: Said): Act {
      erase(workspace, message)
      workspace.changed()
      return { deliveries: tell({ what: 'deleted', message }) }
    },

    /** Brings the bot into a channel. */
    invite(channel: string, user = 'U0ANN'): Act {
      const where = place(workspace, channel)
      where.members.add(BOT.user)
      const channel_type = where.kind === 'public' ? 'C' : 'G'
      const event = {
        type: 'member_joined_channel',
        user: BOT.user,
        channel,
        channel_type,
        team: BOT.team,
        inviter: user,
      }
      const heard = granted(where.kind === 'public' ? 'channels:read' : 'groups:read')
      return { deliveries: heard ? [send({ ...event, event_ts: workspace.nextTs() }, where)] : [] }
    },

    /** Opens the app's home, or its messages. */
    openHome(user = 'U0ANN', tab: 'home' | 'messages' = 'home'): Act {
      const held = tab === 'home' ? homeOf(workspace, user) : undefined
      const event: Json = { type: 'app_home_opened', user, channel: imOf(workspace, user).id, tab }
      const event_ts = workspace.nextTs()
      return { deliveries: [send({ ...event, event_ts, ...(held && { view: viewOnWire(held) }) })] }
    },
  }
}

function place(workspace: Workspace, id: string): Channel {
  const channel = workspace.channels.get(id)
  if (!channel) throw new Error(`No channel ${id}`)
  return channel
}

/** Stores what Slack would let its author write. */
function put(workspace: Workspace, channel: Channel, message: Message): Message {
  if (channel.archived) throw new Error(`${channel.id} is archived`)
  if (message.user && !channel.members.has(message.user))
    throw new Error(`${message.user} is not in ${channel.id}`)
  if (message.thread_ts && !messageAt(workspace, channel.id, message.thread_ts))
    throw new Error('No such thread')
  workspace.messages.push(message)
  workspace.changed()
  return message
}

const NAMED = /(<(?:@[UW]\w+|#C\w+(?:\|[^<>]*)?|!(?:channel|here|everyone))>)/

/** Typed text as Slack keeps it: mentions chosen from its menu stay, the rest is escaped, URLs are linked. */
function typed(text: string): string {
  const parts = text.split(NAMED)
  return parts.map((part) => (NAMED.test(part) ? part : link(escape(part)))).join('')
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function link(text: string): string {
  return text.replaceAll(/https?:\/\/(?:(?!&[lg]t;)\S)+/g, '<$&>')
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

function typedBlocks(text: string): Json[] {
  const elements = text.split(/(<[^<>]+>)/).flatMap((part): Json[] => {
    const user = /^<@(\w+)>$/.exec(part)?.[1]
    const url = /^<(https?:[^<>|]+)>$/.exec(part)?.[1]
    if (user) return [{ type: 'user', user_id: user }]
    if (url) return [{ type: 'link', url: unescape(url) }]
    return part === '' ? [] : [{ type: 'text', text: unescape(part) }]
  })
  return [{ type: 'rich_text', block_id: 'typed', elements: [{ type: 'rich_text_section', elements }] }]
}
