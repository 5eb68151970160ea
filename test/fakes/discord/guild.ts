import { refuse } from './error.ts'
import { ALL, channelPermissions, DIRECT, guildPermissions, Permission } from './permission.ts'

/** A person or a bot. */
export interface User {
  id: string
  username: string
  global_name: string | null
  discriminator: string
  avatar: null
  bot?: boolean
}
/** A user in a guild. */
export interface Member {
  user: User
  roles: string[]
}
/** A role; its permissions are a decimal string. */
export interface Role {
  id: string
  name: string
  permissions: string
  managed: boolean
  tags?: { bot_id: string }
}
/** A guild with its people. */
export interface Guild {
  id: string
  name: string
  owner_id: string
  roles: Role[]
  members: Map<string, Member>
}
/** Any channel: text, forum, thread or direct. */
export interface Channel {
  id: string
  type: number
  guild_id?: string
  name?: string
  parent_id?: string
  recipients?: User[]
  permission_overwrites?: { id: string; type: 0 | 1; allow: string; deny: string }[]
  last_pin_timestamp?: string | null
  thread_metadata?: {
    archived: boolean
    locked: boolean
    auto_archive_duration: number
    archive_timestamp: string
  }
  owner_id?: string
  message_count?: number
  member_count?: number
}
/** The time, as the fake sees it. */
export interface Clock {
  now: () => number
  /** Lets time pass at once: interactions and nonces grow older. */
  advance: (ms: number) => void
}
export type World = ReturnType<typeof createWorld>

/** The types of channels. */
export const TEXT = 0
export const DM = 1
export const THREAD = 11
export const FORUM = 15

/** Everyone, every place, and who may do what where. Ids are snowflakes that rise with the clock. */
export function createWorld(options: { permissions: bigint; clock: Clock }) {
  let count = 0n
  const id = (): string =>
    String((BigInt(options.clock.now() - 1420070400000) << 22n) | (count++ & 0x3fffffn))
  const users = new Map<string, User>()
  const guilds = new Map<string, Guild>()
  const channels = new Map<string, Channel>()
  const unreachable = new Set<string>()

  const user = (username: string, more: Partial<User> = {}): User => {
    const made = { id: id(), username, global_name: username, discriminator: '0', avatar: null, ...more }
    users.set(made.id, made)
    return made
  }
  const bot = user('attache', { bot: true, global_name: null })

  const guild = (name: string, owner: User, members: User[]): Guild => {
    const guildId = id()
    const made = {
      id: guildId,
      name,
      owner_id: owner.id,
      roles: rolesOf(guildId, id, options.permissions, bot),
      members: new Map(),
    }
    guilds.set(guildId, made)
    for (const one of [bot, owner, ...members]) join(made, one)
    return made
  }
  const channel = (more: Omit<Channel, 'id'> & { id?: string }): Channel => {
    const made = { id: id(), last_pin_timestamp: null, ...more }
    channels.set(made.id, made)
    return made
  }
  const parentOf = ({ type, parent_id }: Channel): Channel | undefined =>
    type === THREAD ? channels.get(parent_id ?? '') : undefined

  return {
    id,
    application: id(),
    bot,
    users,
    guilds,
    channels,
    unreachable,
    user,
    guild,
    channel,
    /** The direct channel with a user, opened when there is none. */
    direct(userId: string): Channel {
      const found = [...channels.values()].find((one) => one.recipients?.some((other) => other.id === userId))
      const recipient = users.get(userId) ?? refuse(50033)
      return found ?? channel({ type: DM, recipients: [recipient] })
    },
    guildOf(place: Channel): Guild | undefined {
      return guilds.get(place.guild_id ?? '')
    },
    permissions(place: Channel, userId: string): bigint {
      const home = guilds.get(place.guild_id ?? '')
      return home ? channelPermissions(home, userId, place, parentOf(place)) : DIRECT
    },
    /** Sets exactly what the bot may do in a channel. */
    permit(place: Channel, bits: bigint): void {
      const others = (place.permission_overwrites ?? []).filter((one) => one.id !== bot.id)
      const own = { id: bot.id, type: 1 as const, allow: String(bits), deny: String(ALL & ~bits) }
      place.permission_overwrites = [...others, own]
    },
  }
}

/** Whether a member may use what is kept for those who manage the guild. */
export function hasPermissions(guild: Guild, userId: string, bits: bigint): boolean {
  const own = guildPermissions(guild, userId)
  return own === ALL || (bits !== 0n && (own & bits) === bits)
}

const PEOPLE =
  Permission.view |
  Permission.send |
  Permission.embedLinks |
  Permission.attachFiles |
  Permission.history |
  Permission.addReactions |
  Permission.useCommands |
  Permission.createThreads |
  Permission.sendInThreads

function rolesOf(guild: string, id: () => string, permissions: bigint, bot: User): Role[] {
  return [
    { id: guild, name: '@everyone', permissions: '0', managed: false },
    { id: id(), name: 'people', permissions: String(PEOPLE), managed: false },
    { id: id(), name: 'managers', permissions: String(PEOPLE | Permission.manageGuild), managed: false },
    {
      id: id(),
      name: bot.username,
      permissions: String(permissions),
      managed: true,
      tags: { bot_id: bot.id },
    },
  ]
}

function join(guild: Guild, user: User): void {
  const role = guild.members.size === 0 ? 3 : 1
  guild.members.set(user.id, { user, roles: [guild.roles[role]?.id ?? ''] })
}
