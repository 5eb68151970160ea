import type { AddressInfo, Socket } from 'node:net'
import { createFaults } from './fault.ts'
import { createActs } from './discord/act.ts'
import { applicationRoutes } from './discord/application-route.ts'
import { channelRoutes } from './discord/channel-route.ts'
import { createCommands } from './discord/command.ts'
import type { Core } from './discord/core.ts'
import { createGateway, type GatewayEvent } from './discord/gateway.ts'
import { createWorld, TEXT, type Clock, type World } from './discord/guild.ts'
import { channelJson } from './discord/guild-json.ts'
import { createRest } from './discord/http.ts'
import { createInteractions } from './discord/interaction.ts'
import { createMessages, INTENT, type Message } from './discord/message.ts'
import { pinRoutes } from './discord/pin-route.ts'
import { populate, welcome } from './discord/place.ts'
import { createWatch } from './discord/watch.ts'

export { alive, type Kind, type Live } from './discord/alive.ts'
export { Permission } from './discord/permission.ts'
export type { By, Handle, Where } from './discord/act.ts'
export type { Call } from './discord/arrival.ts'
export type { Message } from './discord/message.ts'

/** A stored message; `seenBy` is the one user who sees it when it is ephemeral. */
export type Seen = Message & { seenBy?: string }
/** How this Discord is set up; every setting has a usual value. */
export interface FakeOptions {
  token?: string
  /** What the bot may do where a channel says nothing else. */
  permissions?: bigint
  /** The privileged intents switched on for the application. */
  privileged?: number
  heartbeatMs?: number
  /** How many IDENTIFYs are left. */
  identifies?: number
  /** A rate limit on posting, per channel. */
  bucket?: { limit: number; perMs: number }
}
export type FakeDiscord = Awaited<ReturnType<typeof createFakeDiscord>>

const RECOMMENDED = 2252074691677184n

/** Starts a Discord on loopback for one bot: as strict as the real one, and all that happens can be watched. */
export async function createFakeDiscord(options: FakeOptions = {}) {
  const token = options.token ?? 'MTIzNDU2Nzg5.Gfake0.loopback-only'
  const state = { revoked: false, port: 0 }
  const isToken = (given: unknown): boolean => given === token && !state.revoked
  const watch = createWatch()
  const clock = createClock(watch.changed)
  const faults = createFaults()
  const world = createWorld({ permissions: options.permissions ?? RECOMMENDED, clock })
  const { users, guilds, channels } = populate(world, clock)
  const gateway = createGateway({
    heartbeatMs: options.heartbeatMs ?? 41_250,
    privileged: options.privileged ?? 0,
    isToken,
    welcome: (session) => welcome(world, session, `ws://127.0.0.1:${state.port}`),
    changed: watch.changed,
  })
  const core = createCore(world, clock, gateway.emit, ((options.privileged ?? 0) & INTENT.content) !== 0)
  const limits = () => ({ total: 1000, remaining: (options.identifies ?? 1000) - gateway.counts.identifies })
  const dial = () => ({
    url: `ws://127.0.0.1:${state.port}`,
    shards: 1,
    session_start_limit: { ...limits(), reset_after: 86_400_000, max_concurrency: 1 },
  })
  const routes = { ...channelRoutes(core), ...pinRoutes(core), ...applicationRoutes(core, dial) }
  const { server, calls } = createRest({
    routes,
    faults,
    clock,
    bucket: options.bucket,
    isToken,
    changed: watch.changed,
  })
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => void sockets.add(socket.on('close', () => sockets.delete(socket))))
  server.on('upgrade', gateway.upgrade)
  const up = (): Promise<void> =>
    new Promise((resolve) => void server.listen(state.port, '127.0.0.1', resolve))
  const down = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  await up()
  state.port = (server.address() as AddressInfo).port

  return {
    url: `http://127.0.0.1:${state.port}/api`,
    token,
    bot: world.bot,
    application: world.application,
    users,
    guilds,
    channels,
    faults,
    calls,
    gateway,
    commands: core.commands,
    advance: clock.advance,
    waitFor: watch.waitFor,
    ...createActs(core, users.ada),
    ...createObservers(core, gateway.counts),
    ...createSettings(core),
    /** The id of the direct channel with a user. */
    dm: (user: string): string => world.direct(user).id,
    /** The token no longer holds: calls are answered 401, the gateway closes 4004. */
    revoke(): void {
      state.revoked = true
      gateway.disconnect(4004)
    },
    restore: (): void => void (state.revoked = false),
    /** Cuts every connection and accepts none until `up`. */
    down,
    up,
    close: down,
  }
}

function createCore(world: World, clock: Clock, emit: (event: GatewayEvent) => void, reads: boolean): Core {
  const messages = createMessages(world, clock, emit)
  const interactions = createInteractions(world, clock, messages)
  return { world, clock, emit, reads, messages, interactions, commands: createCommands(world) }
}

function createObservers({ messages, commands, interactions }: Core, counts: { identifies: number }) {
  return {
    /** All messages of a channel, oldest first, ephemeral ones too. */
    messages: (channel: string): Seen[] =>
      messages.list(channel).map(({ message, seenBy }) => ({ ...message, ...(seenBy && { seenBy }) })),
    /** What became of an interaction. */
    interaction: interactions.get,
    identifies: (): number => counts.identifies,
    /** The commands registered globally, or for a guild. */
    registered: commands.scope,
  }
}

function createSettings({ world, interactions, emit, clock }: Core) {
  return {
    /** Sets exactly what the bot may do in a channel, and tells it. */
    permit(channel: string, bits: bigint): void {
      const place = world.channels.get(channel)
      if (!place) throw new Error(`There is no channel ${channel}`)
      world.permit(place, bits)
      emit({ t: 'CHANNEL_UPDATE', intents: INTENT.guilds, d: () => channelJson(place) })
    },
    /** A new text channel of a guild; connected clients hear of it when they connect again. */
    open: (guild: string, name: string): string => world.channel({ name, type: TEXT, guild_id: guild }).id,
    /** Archives a thread, or locks it too, and tells the bot. */
    archive(thread: string, locked = false): void {
      const place = world.channels.get(thread)
      if (!place?.thread_metadata) throw new Error(`There is no thread ${thread}`)
      Object.assign(place.thread_metadata, { archived: true, locked })
      emit({ t: 'THREAD_UPDATE', intents: INTENT.guilds, d: () => channelJson(place) })
    },
    /** Deletes a channel, and tells the bot. */
    raze(channel: string): void {
      const place = world.channels.get(channel)
      if (!place) throw new Error(`There is no channel ${channel}`)
      world.channels.delete(channel)
      emit({ t: 'CHANNEL_DELETE', intents: INTENT.guilds, d: () => channelJson(place) })
    },
    /** The token of an interaction has run out. */
    expire(interaction: string): void {
      const one = interactions.get(interaction)
      if (one) one.expired = true
      else throw new Error(`There is no interaction ${interaction} at ${clock.now()}`)
    },
    /** A user who takes no direct messages. */
    closeDirect: (user: string): void => void world.unreachable.add(user),
  }
}

function createClock(changed: () => void): Clock {
  let offset = 0
  return {
    now: () => Date.now() + offset,
    advance(ms) {
      offset += ms
      changed()
    },
  }
}
