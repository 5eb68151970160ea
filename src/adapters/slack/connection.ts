import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { type App, HTTPReceiver, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt'
import { OperatorError } from '../../core/errors.ts'
import type { Connection } from '../reconnect.ts'
import { silent } from './client.ts'

export type Take = (event: ReceiverEvent) => Promise<void>

const HELLO_TIMEOUT_MS = 15_000
/** For Slack's part of closing a socket. */
const GOODBYE_MS = 1_000
const WINDOW_SECONDS = 300
const BODY_LIMIT = '1mb'
/** For requests that are not all there when we stop. */
const LAST_WORDS_MS = 2_000

/** Dials Socket Mode once. Bolt's own redial ends the process when the token was revoked, so each dial is a new receiver. */
export async function dialSocket(appToken: string, slackApiUrl: string, take: Take): Promise<Connection> {
  const clientOptions = { slackApiUrl, retryConfig: { retries: 0 }, timeout: HELLO_TIMEOUT_MS }
  const receiver = new SocketModeReceiver({
    appToken,
    logger: silent,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions },
  })
  receiver.init({ processEvent: take } as App)
  const lost = new Promise((resolve) => receiver.client.once('disconnected', resolve))
  const close = async (): Promise<void> => {
    await receiver.stop().catch(() => undefined)
    await Promise.race([lost, sleep(GOODBYE_MS, undefined, { ref: false })])
  }
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Slack did not say hello.')), HELLO_TIMEOUT_MS)
  })
  try {
    await Promise.race([receiver.start(), late])
  } catch (error) {
    await close()
    throw error
  } finally {
    clearTimeout(timer)
  }
  return { lost, close }
}

/** Listens for signed requests. */
export async function listenHttp(port: number, signingSecret: string, take: Take): Promise<Connection> {
  const receiver = new HTTPReceiver({ signingSecret, port, logger: silent, bodyLimit: BODY_LIMIT })
  receiver.init({ processEvent: take } as App)
  const listener = receiver.requestListener
  receiver.requestListener = (request, response) => {
    if (isFromTheFuture(request)) refuse(response)
    else listener(request, response)
  }
  const server = await receiver.start(port).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new OperatorError(`Slack: cannot listen on port ${port} (SLACK_PORT): ${reason}`, { cause })
  })
  const close = async (): Promise<void> => {
    const closed = receiver.stop()
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), LAST_WORDS_MS).unref()
    await closed
  }
  return { lost: new Promise(() => {}), close }
}

/** Bolt turns away what is too old; what is too new may be a replay kept for later. */
function isFromTheFuture({ headers }: IncomingMessage): boolean {
  return Number(headers['x-slack-request-timestamp']) > Date.now() / 1000 + WINDOW_SECONDS
}

function refuse(response: ServerResponse): void {
  response.writeHead(401)
  response.end()
}
