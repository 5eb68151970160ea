import type { Tell } from './events.ts'
import { checkBlocks, checkContent, checkEditedText, type Content } from './limits.ts'
import { channelFor, checkThread, erase, onWire, ownChannel, store, withIds } from './messages.ts'
import { refuse } from './refusal.ts'
import type { Channel, Json, Message } from './types.ts'
import type { Args, Method } from './web-api.ts'
import { BOT, messageAt, type Workspace } from './workspace.ts'

const content = { text: 'string', blocks: 'json', attachments: 'json', markdown_text: 'string' } as const
const parsing = { parse: 'string', link_names: 'boolean', mrkdwn: 'boolean' } as const
const scopes = ['chat:write']

/** chat.*: what the bot posts, edits and deletes; everything it changes is told as an event too. */
export function chatMethods(workspace: Workspace, tell: Tell): Record<string, Method> {
  return {
    'chat.postMessage': {
      scopes,
      args: {
        channel: 'string!',
        thread_ts: 'string',
        reply_broadcast: 'boolean',
        metadata: 'json',
        unfurl_links: 'boolean',
        unfurl_media: 'boolean',
        ...content,
        ...parsing,
      },
      run: (args) => post(workspace, tell, args),
    },
    'chat.postEphemeral': {
      scopes,
      args: { channel: 'string!', user: 'string!', thread_ts: 'string', ...content, ...parsing },
      run: (args) => postEphemeral(workspace, args),
    },
    'chat.update': {
      scopes,
      args: {
        channel: 'string!',
        ts: 'string!',
        metadata: 'json',
        reply_broadcast: 'boolean',
        as_user: 'boolean',
        ...content,
        parse: 'string',
        link_names: 'boolean',
      },
      run: (args) => update(workspace, tell, args),
    },
    'chat.delete': {
      scopes,
      args: { channel: 'string!', ts: 'string!', as_user: 'boolean' },
      run: (args) => remove(workspace, tell, args),
    },
    'chat.getPermalink': {
      args: { channel: 'string!', message_ts: 'string!' },
      run: (args) => permalink(workspace, args),
    },
  }
}

function post(workspace: Workspace, tell: Tell, args: Args): Json {
  const channel = writable(workspace, args.channel)
  const checked = checkContent(args)
  checkThread(workspace, channel, args.thread_ts)
  const { reply_broadcast, unfurl_links, unfurl_media } = args as Args & Partial<Message>
  const message = store(workspace, checked, {
    channel: channel.id,
    via: 'api',
    ...inThread(args),
    ...(reply_broadcast !== undefined && { reply_broadcast }),
    ...(unfurl_links !== undefined && { unfurl_links }),
    ...(unfurl_media !== undefined && { unfurl_media }),
  })
  tell({ what: 'posted', message })
  const cut = checked.truncated && {
    warning: 'message_truncated',
    response_metadata: { warnings: ['message_truncated'] },
  }
  return { channel: channel.id, ts: message.ts, message: onWire(workspace, message, true), ...cut }
}

function inThread({ thread_ts }: Args): { thread_ts?: string } {
  return thread_ts === undefined ? {} : { thread_ts }
}

/** Where the bot may write: its channels, and with chat:write.public every public one. */
function writable(workspace: Workspace, given: string): Channel {
  const channel = channelFor(workspace, given)
  const anywhere = channel.kind === 'public' && workspace.settings.scopes.includes('chat:write.public')
  return anywhere && !channel.archived ? channel : ownChannel(workspace, given)
}

function postEphemeral(workspace: Workspace, args: Args): Json {
  const channel = ownChannel(workspace, args.channel)
  if (!channel.members.has(args.user)) refuse('user_not_in_channel')
  const checked = checkContent(args)
  checkThread(workspace, channel, args.thread_ts)
  const about = { channel: channel.id, via: 'api', ephemeralTo: args.user, ...inThread(args) } as const
  return { message_ts: store(workspace, checked, about).ts }
}

function update(workspace: Workspace, tell: Tell, args: Args): Json {
  const { text, blocks, attachments, markdown_text } = args as Content
  const channel = ownChannel(workspace, args.channel)
  const message = ownMessage(workspace, channel, args.ts, 'cant_update_message')
  const checked = checkContent(
    args.metadata !== undefined && isEmpty(args.metadata) ? { ...args, metadata: undefined } : args,
  )
  if (text !== undefined) checkEditedText(text)
  const previous = { ...message }
  Object.assign(message, { text: checked.text, edited: { user: BOT.user, ts: workspace.nextTs() } })
  if (blocks !== undefined || text !== undefined) replaceBlocks(message, checkBlocks(blocks ?? []))
  if (args.metadata !== undefined) replaceMetadata(message, checked.metadata)
  Object.assign(
    message,
    attachments !== undefined && { attachments },
    markdown_text !== undefined && { markdown_text },
  )
  workspace.changed()
  tell({ what: 'changed', message, previous })
  return { channel: channel.id, ts: message.ts, text: message.text, message: onWire(workspace, message) }
}

/** An edit of the text without blocks takes them away, and so does an empty list; without either they stay. */
function replaceBlocks(message: Message, blocks: Json[]): void {
  if (blocks.length > 0) message.blocks = withIds(blocks)
  else delete message.blocks
}

function replaceMetadata(message: Message, metadata: Json | undefined): void {
  if (metadata) message.metadata = metadata
  else delete message.metadata
}

function isEmpty(value: unknown): boolean {
  return JSON.stringify(value) === '{}'
}

function remove(workspace: Workspace, tell: Tell, args: Args): Json {
  const channel = ownChannel(workspace, args.channel)
  const message = ownMessage(workspace, channel, args.ts, 'cant_delete_message')
  erase(workspace, message)
  workspace.deleted.push(message)
  workspace.changed()
  tell({ what: 'deleted', message })
  return { channel: channel.id, ts: message.ts }
}

function ownMessage(workspace: Workspace, channel: Channel, ts: string, otherwise: string): Message {
  const message = messageAt(workspace, channel.id, ts) ?? refuse('message_not_found')
  return message.app_id === BOT.app ? message : refuse(otherwise)
}

function permalink(workspace: Workspace, args: Args): Json {
  const channel = channelFor(workspace, args.channel)
  const message = messageAt(workspace, channel.id, String(args['message_ts'])) ?? refuse('message_not_found')
  const thread = message.thread_ts ? `?thread_ts=${message.thread_ts}&cid=${channel.id}` : ''
  const path = `archives/${channel.id}/p${message.ts.replace('.', '')}`
  return { channel: channel.id, permalink: `https://${BOT.domain}.slack.com/${path}${thread}` }
}
