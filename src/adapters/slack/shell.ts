import type { ReceiverEvent } from '@slack/bolt'
import type { Adapter, Core, Request } from '../../core/contract.ts'
import { OperatorError } from '../../core/errors.ts'
import type { Log } from '../../log.ts'
import { type Connection, createReconnect } from '../reconnect.ts'
import { createClient } from './client.ts'
import { dialSocket, listenHttp, type Take } from './connection.ts'
import { errorCode, isTokenFault } from './fault.ts'
import { NAME, toRequest, type Us } from './inbound.ts'
import { find, post } from './post.ts'
import { createReaders } from './readers.ts'

export interface SlackOptions {
  botToken: string
  /** With an app token events come through a socket; with a signing secret and a port they come as requests. */
  way: { appToken: string } | { signingSecret: string; port: number }
  /** Ends with `/`. */
  apiUrl: string
  log: Log
  /** For calls that lose their answer. */
  timeoutMs?: number
}

/** Slack: mentions, direct messages and `/ask`. Requests reach the core before Slack hears that they arrived. */
export function createSlack({ botToken, way, apiUrl, log, timeoutMs }: SlackOptions): Adapter {
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
    const take: Take = (event) => relay(event, us, core)
    if ('port' in way) return listenHttp(way.port, way.signingSecret, take)
    return taken('SLACK_APP_TOKEN', dialSocket(way.appToken, apiUrl, take))
  }
  const relay = async (event: ReceiverEvent, us: Us, core: Core): Promise<void> => {
    const request = toRequest(event.body, us)
    if (request) await core.accept(await withReaders(request))
    // Where the connection went meanwhile, Slack delivers the event again.
    await event.ack().catch(() => undefined)
  }
  /** Slack is asked where the delivery does not say who reads; who writes where only the team reads is of the team. */
  const withReaders = async (request: Request): Promise<Request> => {
    const { place, person, reply } = request
    if (place.readers !== 'unknown' || reply.only !== undefined) return request
    const found = await readers(place.id)
    const member = person.member === 'unknown' && found === 'team' ? true : person.member
    return { ...request, place: { ...place, readers: found }, person: { ...person, member } }
  }
  return {
    name: NAME,
    async start(core) {
      line = createReconnect({ name: 'Slack', dial: () => dial(core), log })
      await line.start()
    },
    stop: async () => line?.stop(),
    send: (to, card, key) => post(client, to, card, key),
    find: (to, key) => find(client, to, key),
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
