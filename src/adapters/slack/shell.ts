import type { Adapter, Core } from '../../core/contract.ts'
import { OperatorError } from '../../core/errors.ts'
import type { Log } from '../../log.ts'
import { type Connection, createReconnect } from '../reconnect.ts'
import { createClient } from './client.ts'
import { dialSocket, listenHttp } from './connection.ts'
import { errorCode, isTokenFault } from './fault.ts'
import { NAME, type Us } from './inbound.ts'
import { find } from './find.ts'
import { inspect } from './inspect.ts'
import { linkTo } from './link.ts'
import { pin, unpin } from './pins.ts'
import { edit, post } from './post.ts'
import { createReaders } from './readers.ts'
import { createRelay } from './relay.ts'

export interface SlackOptions {
  botToken: string
  /** With an app token events come through a socket; with a signing secret and a port they come as requests. */
  way: { appToken: string } | { signingSecret: string; port: number }
  /** Ends with `/`. */
  apiUrl: string
  log: Log
  /** For calls that lose their answer. */
  timeoutMs?: number
  pace?: Adapter['pace']
}

/** Slack takes a post a second in a channel and some more in all, and twenty pins a minute. */
const PACE = { posts: { everyMs: 300, burst: 3 }, pins: { everyMs: 3_000, burst: 15 } }

/** Slack: mentions, direct messages and commands. Requests reach the core before Slack hears that they arrived. */
export function createSlack(options: SlackOptions): Adapter {
  const { botToken, way, apiUrl, log, timeoutMs, pace = PACE } = options
  const client = createClient(botToken, apiUrl, timeoutMs)
  const readers = createReaders(client)
  let line: ReturnType<typeof createReconnect> | undefined

  const identify = async (): Promise<Us> => {
    const { user_id: user, team_id: team } = await client.auth.test()
    if (!user || !team)
      throw new OperatorError('Slack: SLACK_BOT_TOKEN is no bot token; it begins with xoxb-.')
    return { user, team }
  }
  const dial = async (core: Core): Promise<Connection> => {
    const us = await taken('SLACK_BOT_TOKEN', identify())
    const take = createRelay({ client, core, us, readers })
    if ('port' in way) return listenHttp(way.port, way.signingSecret, take)
    return taken('SLACK_APP_TOKEN', dialSocket(way.appToken, apiUrl, take))
  }
  return {
    name: NAME,
    async start(core) {
      line = createReconnect({ name: 'Slack', dial: () => dial(core), log })
      await line.start()
    },
    stop: async () => line?.stop(),
    send: (to, card, key) => post(client, to, card, key),
    find: (to, key, sought) => find(client, to, key, sought),
    edit: (message, card) => edit(client, message, card),
    pin: (message) => pin(client, message),
    unpin: (message) => unpin(client, message),
    linkTo: (message) => linkTo(client, message),
    inspect: (place) => inspect(client, place),
    pace,
  }
}

/** What the call gives; where Slack does not take its token, an OperatorError that names the variable. */
async function taken<T>(variable: string, call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (cause) {
    if (!isTokenFault(cause)) throw cause
    throw new OperatorError(`Slack does not take the token (${errorCode(cause)}): check ${variable}.`, {
      cause,
    })
  }
}
