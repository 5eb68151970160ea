import { threadOf } from './channel-route.ts'
import type { Json } from './form.ts'
import type { GatewayEvent } from './gateway.ts'
import { FORUM, TEXT, THREAD, type Channel, type Clock, type World } from './guild.ts'
import { channelJson, guildJson, memberJson } from './guild-json.ts'
import { INTENT } from './message.ts'
import { Permission } from './permission.ts'

/** The people and places every fake starts with. */
export function populate(world: World, clock: Clock) {
  const users = {
    /** Owns the team's guild. */
    ada: world.user('ada'),
    ben: world.user('ben'),
    /** A bot of the team that is not ours. */
    robot: world.user('robot', { bot: true }),
    /** Owns the stranger's guild. */
    eve: world.user('eve'),
    /** Shares no guild with the bot. */
    nomad: world.user('nomad'),
  }
  const team = world.guild('team', users.ada, [users.ben, users.robot])
  const stranger = world.guild('stranger', users.eve, [])
  const channel = (name: string, type: number, guild_id: string): Channel =>
    world.channel({ name, type, guild_id })
  const general = channel('general', TEXT, team.id)
  const forum = channel('forum', FORUM, team.id)
  const thread = (name: string, parent: Channel): Channel =>
    world.channel(threadOf(parent, name, { world, clock }))
  const silent = channel('silent', TEXT, team.id)
  const hidden = channel('hidden', TEXT, team.id)
  world.permit(silent, Permission.view | Permission.history)
  world.permit(hidden, 0n)
  const channels = {
    general: general.id,
    random: channel('random', TEXT, team.id).id,
    /** The bot may read, not write. */
    silent: silent.id,
    /** The bot may not even see it. */
    hidden: hidden.id,
    forum: forum.id,
    thread: thread('thread', general).id,
    post: thread('post', forum).id,
    lobby: channel('lobby', TEXT, stranger.id).id,
  }
  return { users, guilds: { team: team.id, stranger: stranger.id }, channels }
}

/** What follows an IDENTIFY: READY, then every guild. */
export function welcome(world: World, session: string, url: string): GatewayEvent[] {
  const guilds = [...world.guilds.values()]
  const ready = {
    v: 10,
    user: { ...world.bot, flags: 0, mfa_enabled: false, verified: true, email: null },
    session_id: session,
    session_type: 'normal',
    resume_gateway_url: url,
    application: { id: world.application, flags: 0 },
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    private_channels: [],
    shard: [0, 1],
  }
  const creates = guilds.map(({ id }) => ({
    t: 'GUILD_CREATE',
    intents: INTENT.guilds,
    d: () => guildCreate(world, id),
  }))
  return [{ t: 'READY', intents: 0, d: () => ready }, ...creates]
}

function guildCreate(world: World, id: string): Json {
  const guild = world.guilds.get(id)
  const bot = guild?.members.get(world.bot.id)
  if (!guild || !bot) return { id, unavailable: true }
  const all = [...world.channels.values()].filter((one) => one.guild_id === id)
  const seen = (one: Channel): boolean => (world.permissions(one, world.bot.id) & Permission.view) !== 0n
  return {
    ...guildJson(guild),
    joined_at: '2026-01-05T09:00:00.000000+00:00',
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: [memberJson(bot)],
    channels: all.filter(({ type }) => type !== THREAD).map(channelJson),
    threads: all.filter((one) => one.type === THREAD && seen(one)).map(channelJson),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  }
}
