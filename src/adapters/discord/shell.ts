import { type Client, Events, REST } from 'discord.js'
import type { Adapter, Core } from '../../core/contract.ts'
import type { Log } from '../../log.ts'
import { type Connection, createReconnect } from '../reconnect.ts'
import { keepRegistered } from './command.ts'
import { createClient, login, lostForGood, REST_TIMEOUT_MS } from './connection.ts'
import { createDeferring } from './deferring.ts'
import { NAME, type Us } from './inbound.ts'
import { createMembers } from './members.ts'
import { createOutbound } from './outbound.ts'
import { relay } from './relay.ts'

export interface DiscordOptions {
  token: string
  /** The servers of the team; null: all it is in. */
  guilds: readonly string[] | null
  /** Without a `/` at the end. */
  apiUrl: string
  log: Log
  timeoutMs?: number
  /** For the gateway, before we start without it. */
  patienceMs?: number
  pace?: Adapter['pace']
}

/** Discord takes fifty calls a second; a pin, and removing its notice, are three of one channel. */
const PACE = { posts: { everyMs: 50, burst: 5 }, pins: { everyMs: 300, burst: 3 } }

/** Discord: mentions, replies, direct messages and commands. */
export function createDiscord({
  token,
  guilds,
  apiUrl,
  log,
  timeoutMs = REST_TIMEOUT_MS,
  patienceMs,
  pace = PACE,
}: DiscordOptions): Adapter {
  const ownRest = new REST({ api: apiUrl, retries: 0, timeout: timeoutMs, version: '10' })
  // After a 401 on any call the SDK forgets the token.
  const rest = (): REST => ownRest.setToken(token)
  const memberOf = createMembers(rest)
  const deferring = createDeferring()
  let us: Us = { user: '', guilds }
  let connected: Client<true> | undefined
  let line: ReturnType<typeof createReconnect> | undefined

  const dial = async (core: Core): Promise<Connection> => {
    const client = createClient(apiUrl)
    const failed = (error: Error): void => log.warn(`Discord: ${error.message}`)
    client.on(Events.Error, failed)
    relay(client, { core, us: () => us, memberOf, deferring, failed })
    const lost = lostForGood(client)
    const ready = await login(client, token)
    us = { user: ready.user.id, guilds }
    connected = ready
    sayInterruptions(client, log)
    const closed = new AbortController()
    await keepRegistered(rest, ready.application.id, { log, signal: closed.signal })
    if (guilds === null) sayWhere(ready, log)
    const close = async (): Promise<void> => {
      closed.abort()
      await client.destroy()
    }
    return { lost: lost.then(close), close }
  }
  return {
    name: NAME,
    async start(core) {
      const timing = patienceMs === undefined ? {} : { patienceMs }
      line = createReconnect({ name: 'Discord', dial: () => dial(core), log, timing })
      await line.start()
    },
    stop: async () => line?.stop(),
    ...createOutbound({ rest, us: () => us, client: () => connected, deferring }),
    pace,
  }
}

/** discord.js comes back by itself; what it says of that is said once an outage. */
function sayInterruptions(client: Client, log: Log): void {
  let away = false
  const back = (): void => {
    if (away) log.info('Discord: connected.')
    away = false
  }
  client.on(Events.ShardReconnecting, () => {
    if (!away) log.info('Discord: connection lost, dialling again.')
    away = true
  })
  client.on(Events.ShardResume, back)
  client.on(Events.ShardReady, back)
}

function sayWhere(client: Client<true>, log: Log): void {
  const ids = [...client.guilds.cache.keys()].join(',')
  log.warn(`Discord: answering in every server I am in. To restrict it to these, set DISCORD_GUILDS=${ids}`)
}
