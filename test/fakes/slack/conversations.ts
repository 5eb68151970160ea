import { channelFor, onWire, ownChannel, repliesTo } from './messages.ts'
import { refuse } from './refusal.ts'
import type { Channel, Json, Kind, Message } from './types.ts'
import { requireScope, type Args, type Method } from './web-api.ts'
import { BOT, imOf, messageAt, type Workspace } from './workspace.ts'

const READ: Record<Kind, string> = { public: 'channels:read', private: 'groups:read', im: 'im:read' }
const HISTORY: Record<Kind, string> = {
  public: 'channels:history',
  private: 'groups:history',
  im: 'im:history',
}
const page = { limit: 'number', cursor: 'string' } as const
const span = {
  oldest: 'string',
  latest: 'string',
  inclusive: 'boolean',
  include_all_metadata: 'boolean',
} as const

/** Whether the bot is told, and may read, what is said in a channel. */
export function mayRead({ settings }: Workspace, channel: Channel): boolean {
  return channel.members.has(BOT.user) && settings.scopes.includes(HISTORY[channel.kind])
}

/** conversations.* and users.info: what the bot may see of a workspace. */
export function conversationMethods(workspace: Workspace): Record<string, Method> {
  return {
    'conversations.info': {
      scopes: Object.values(READ),
      args: { channel: 'string!', include_locale: 'boolean', include_num_members: 'boolean' },
      run: (args) => ({ channel: describe(readable(workspace, args.channel, READ)) }),
    },
    'conversations.members': {
      scopes: Object.values(READ),
      args: { channel: 'string!', ...page },
      run: (args) => members(readable(workspace, args.channel, READ), args),
    },
    'conversations.history': {
      scopes: Object.values(HISTORY),
      args: { channel: 'string!', ...page, ...span },
      run: (args) => history(workspace, args),
    },
    'conversations.replies': {
      scopes: Object.values(HISTORY),
      args: { channel: 'string!', ts: 'string!', ...page, ...span },
      run: (args) => replies(workspace, args),
    },
    'conversations.open': {
      scopes: ['im:write'],
      args: { users: 'string!', prevent_creation: 'boolean', return_im: 'boolean' },
      run: (args) => ({ channel: { id: open(workspace, String(args['users'])).id } }),
    },
    'users.info': {
      scopes: ['users:read'],
      args: { user: 'string!', include_locale: 'boolean' },
      run: (args) => ({ user: person(workspace, args.user) }),
    },
  }
}

/** The channel, if the scope for its kind is there; a person's id stands for direct messages only where one posts. */
function readable(workspace: Workspace, given: string, scopes: Record<Kind, string>): Channel {
  if (workspace.people.has(given)) refuse('channel_not_found')
  const channel = channelFor(workspace, given)
  requireScope(workspace, [scopes[channel.kind]])
  return channel
}

function history(workspace: Workspace, args: Args): Json {
  const { id } = readable(workspace, args.channel, HISTORY)
  ownUnlessArchived(workspace, id)
  const seen = workspace.messages.filter(
    ({ channel, ts, thread_ts, ephemeralTo, reply_broadcast }) =>
      channel === id && !ephemeralTo && (reply_broadcast === true || (thread_ts ?? ts) === ts),
  )
  return paged(workspace, within(seen, args).reverse(), args)
}

function replies(workspace: Workspace, args: Args): Json {
  const { id } = readable(workspace, args.channel, HISTORY)
  ownUnlessArchived(workspace, id)
  const root = messageAt(workspace, id, args.ts) ?? refuse('thread_not_found')
  return paged(workspace, [root, ...within(repliesTo(workspace, id, root.ts), args)], args)
}

/** An archived channel can still be read. */
function ownUnlessArchived(workspace: Workspace, id: string): void {
  if (!workspace.channels.get(id)?.archived) ownChannel(workspace, id)
}

function within(messages: Message[], args: Args): Message[] {
  const { oldest, latest, inclusive } = args as { oldest?: string; latest?: string; inclusive?: boolean }
  const after = (a: string, b: string) => (inclusive ? Number(a) >= Number(b) : Number(a) > Number(b))
  return messages.filter(
    ({ ts }) => (oldest === undefined || after(ts, oldest)) && (latest === undefined || after(latest, ts)),
  )
}

function paged(workspace: Workspace, messages: Message[], args: Args): Json {
  const { items, next } = cutPage(messages, args, 100)
  const metadata = args['include_all_metadata'] === true
  return {
    messages: items.map((message) => onWire(workspace, message, metadata)),
    has_more: next !== '',
    pin_count: 0,
    ...(next !== '' && { response_metadata: { next_cursor: next } }),
  }
}

function members(channel: Channel, args: Args): Json {
  const { items, next } = cutPage([...channel.members], args, 100)
  return { members: items, response_metadata: { next_cursor: next } }
}

function cutPage<T>(all: T[], args: Args, usual: number): { items: T[]; next: string } {
  const limit = (args['limit'] as number | undefined) ?? usual
  if (limit < 1 || limit > 999) refuse('invalid_limit')
  const cursor = args['cursor'] as string | undefined
  const start = cursor ? Number(Buffer.from(cursor, 'base64').toString()) : 0
  if (!Number.isInteger(start) || start < 0) refuse('invalid_cursor')
  const end = start + limit
  return {
    items: all.slice(start, end),
    next: end < all.length ? Buffer.from(String(end)).toString('base64') : '',
  }
}

function open(workspace: Workspace, users: string): Channel {
  if (users.includes(','))
    refuse('missing_scope', { needed: 'mpim:write', provided: workspace.settings.scopes.join(',') })
  if (!workspace.people.has(users)) refuse('user_not_found')
  return users === BOT.user ? refuse('cannot_dm_bot') : imOf(workspace, users)
}

function person(workspace: Workspace, id: string): Json {
  const { name, team } = workspace.people.get(id) ?? refuse('user_not_found')
  const stranger = team !== BOT.team
  return {
    id,
    name,
    team_id: team,
    real_name: name,
    is_bot: id === BOT.user,
    is_stranger: stranger,
    deleted: false,
  }
}

function describe({ id, name, kind, members: all, archived, shared, pending, creator }: Channel): Json {
  const seen = { id, is_archived: archived, is_ext_shared: shared, is_shared: shared, is_org_shared: false }
  if (kind === 'im') return { ...seen, is_im: true, user: name }
  return {
    ...seen,
    name,
    is_channel: kind === 'public',
    is_group: kind === 'private',
    is_private: kind === 'private',
    is_im: false,
    is_mpim: false,
    is_pending_ext_shared: pending,
    creator,
    is_member: all.has(BOT.user),
    num_members: all.size,
  }
}
