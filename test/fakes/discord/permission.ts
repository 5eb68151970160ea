import type { Channel, Guild } from './guild.ts'

/** Permission bits by what they allow. */
export const Permission = {
  administrator: 1n << 3n,
  manageGuild: 1n << 5n,
  addReactions: 1n << 6n,
  view: 1n << 10n,
  send: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  history: 1n << 16n,
  mentionEveryone: 1n << 17n,
  useCommands: 1n << 31n,
  createThreads: 1n << 35n,
  sendInThreads: 1n << 38n,
  pin: 1n << 51n,
} as const

/** Every permission. */
export const ALL = (1n << 53n) - 1n
/** What a bot may do in a direct message. */
export const DIRECT =
  0x40000n +
  Object.values(Permission)
    .slice(3)
    .reduce((sum, bit) => sum | bit, 0n)

const SEND_ONLY = Permission.embedLinks | Permission.attachFiles | Permission.mentionEveryone

/** What a member may do in the whole guild: the roles together. */
export function guildPermissions(guild: Guild, user: string): bigint {
  const member = guild.members.get(user)
  if (!member) return 0n
  if (guild.owner_id === user) return ALL
  const bits = guild.roles
    .filter((role) => role.id === guild.id || member.roles.includes(role.id))
    .reduce((sum, role) => sum | BigInt(role.permissions), 0n)
  return bits & Permission.administrator ? ALL : bits
}

/** What a member may do in a channel: roles, then the channel's overwrites, then what follows from lacking others. */
export function channelPermissions(guild: Guild, user: string, channel: Channel, parent?: Channel): bigint {
  const base = guildPermissions(guild, user)
  if (base === ALL) return base
  const overwrites = (parent ?? channel).permission_overwrites ?? []
  const roles = guild.members.get(user)?.roles ?? []
  const layers = [
    overwrites.filter(({ id }) => id === guild.id),
    overwrites.filter(({ id }) => roles.includes(id)),
    overwrites.filter(({ id }) => id === user),
  ]
  const bits = layers.reduce((sum, layer) => {
    const denied = layer.reduce((all, { deny }) => all | BigInt(deny), 0n)
    const allowed = layer.reduce((all, { allow }) => all | BigInt(allow), 0n)
    return (sum & ~denied) | allowed
  }, base)
  return implied(bits, parent !== undefined)
}

function implied(bits: bigint, thread: boolean): bigint {
  if (!(bits & Permission.view)) return 0n
  const speaks = thread ? Permission.sendInThreads : Permission.send
  return bits & speaks ? bits : bits & ~SEND_ONLY
}
