import type { Checked } from './limits.ts'
import { refuse } from './refusal.ts'
import type { Channel, Json, Message } from './types.ts'
import { BOT, imOf, messageAt, newId, type Workspace } from './workspace.ts'

/** The channel by id, name or (for its direct messages) person, if the bot may know of it. */
export function channelFor(workspace: Workspace, given: string): Channel {
  const person = workspace.people.get(given)
  if (person) return person.id === BOT.user ? refuse('channel_not_found') : imOf(workspace, given)
  const named = [...workspace.channels.values()].find(
    ({ name, kind }) => kind !== 'im' && name === given.replace(/^#/, ''),
  )
  const channel = workspace.channels.get(given) ?? named
  if (!channel || (channel.kind === 'private' && !channel.members.has(BOT.user))) refuse('channel_not_found')
  return channel
}

/** A channel the bot may act in: a member, and the channel not archived. */
export function ownChannel(workspace: Workspace, given: string): Channel {
  const channel = channelFor(workspace, given)
  if (channel.archived) refuse('is_archived')
  if (!channel.members.has(BOT.user)) refuse('not_in_channel')
  return channel
}

/** Refuses a thread that has no root in the channel. */
export function checkThread(workspace: Workspace, channel: Channel, thread: string | undefined): void {
  if (thread === undefined) return
  const root = messageAt(workspace, channel.id, thread)
  if (!root || (root.thread_ts ?? thread) !== thread) refuse('thread_not_found')
}

/** Stores a message of the bot; its blocks get the ids that Slack gives them. */
export function store(workspace: Workspace, content: Checked, about: Omit<Message, 'ts' | 'text'>): Message {
  const { truncated: _, blocks, ...said } = content
  const message: Message = {
    user: BOT.user,
    bot_id: BOT.bot,
    app_id: BOT.app,
    ts: workspace.nextTs(),
    ...said,
    ...about,
    ...(blocks && { blocks: withIds(blocks) }),
  }
  workspace.messages.push(message)
  workspace.changed()
  return message
}

/** Takes a message away; what is no more is not pinned either. */
export function erase(workspace: Workspace, message: Message): void {
  workspace.messages.splice(workspace.messages.indexOf(message), 1)
  workspace.pins = workspace.pins.filter(
    ({ channel, ts }) => channel !== message.channel || ts !== message.ts,
  )
}

/** Blocks and their elements with the ids that Slack makes up where the app gave none. */
export function withIds(blocks: Json[]): Json[] {
  return blocks.map((block) => {
    const elements = block['type'] === 'actions' ? (block['elements'] as Json[]) : undefined
    const named = elements?.map((element) => ({ action_id: newId('').slice(0, 5), ...element }))
    return { block_id: newId('').slice(0, 5), ...block, ...(named && { elements: named }) }
  })
}

/** A message as events and history have it; metadata only for those who ask. */
export function onWire(workspace: Workspace, message: Message, withMetadata = false): Json {
  const {
    channel: _,
    ephemeralTo: __,
    via: ___,
    metadata,
    unfurl_links: ____,
    unfurl_media: _____,
    ...said
  } = message
  return {
    type: 'message',
    ...origin(workspace, message),
    ...said,
    ...threadOf(workspace, message),
    ...(withMetadata && metadata && { metadata }),
  }
}

/** The author's company; said twice more of those who come through Slack Connect. */
function origin(workspace: Workspace, { user }: Message): Json {
  const team = workspace.people.get(user ?? '')?.team ?? BOT.team
  return team === BOT.team ? { team } : { team, user_team: team, source_team: team }
}

function threadOf(workspace: Workspace, { channel, ts, thread_ts }: Message): Json {
  const root = thread_ts === undefined ? undefined : messageAt(workspace, channel, thread_ts)
  if (root && thread_ts !== ts) return { parent_user_id: root.user }
  const replies = repliesTo(workspace, channel, ts)
  const last = replies.at(-1)
  if (!last) return {}
  const users = [...new Set(replies.flatMap(({ user }) => user ?? []))]
  return {
    thread_ts: ts,
    reply_count: replies.length,
    reply_users: users,
    reply_users_count: users.length,
    latest_reply: last.ts,
  }
}

/** The replies to a message that everybody sees, oldest first. */
export function repliesTo(workspace: Workspace, channel: string, root: string): Message[] {
  return workspace.messages.filter(
    (message) =>
      message.channel === channel &&
      message.thread_ts === root &&
      message.ts !== root &&
      !message.ephemeralTo,
  )
}
