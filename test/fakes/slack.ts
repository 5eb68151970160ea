import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createFaults } from './fault.ts'
import { alive } from './slack/alive.ts'
import { chatMethods } from './slack/chat.ts'
import { conversationMethods } from './slack/conversations.ts'
import { createDeliveries, type Transport } from './slack/deliveries.ts'
import { createEvents } from './slack/events.ts'
import { createHttpTransport, verifyUrl } from './slack/http-delivery.ts'
import { createInteractions } from './slack/interactions.ts'
import { assistantMethods, markMethods } from './slack/marks.ts'
import { createPeople } from './slack/people.ts'
import { createResponses } from './slack/response-url.ts'
import { createSockets } from './slack/socket.ts'
import { createTriggers } from './slack/triggers.ts'
import type { Message, SlackOptions } from './slack/types.ts'
import { viewMethods } from './slack/views.ts'
import { createWebApi, WHO_AM_I, type Method } from './slack/web-api.ts'
import { BOT, createWorkspace } from './slack/workspace.ts'

export { BOT, MINIMAL_SCOPES, channel } from './slack/workspace.ts'
export type * from './slack/types.ts'

/** A running fake Slack. */
export type FakeSlack = Awaited<ReturnType<typeof createFakeSlack>>

/**
 * A Slack workspace on loopback, as strict as the real one: Web API, response_urls, Socket Mode, and signed posts to
 * an HTTP receiver. People act through `mention`, `say`, `direct`, `slash`, `press` …; what the bot did stands in
 * `posted`, `calls`, `pins`, `views` …; `faults` go by method name, 'response_url' or 'hello'.
 */
export async function createFakeSlack(options: SlackOptions = {}) {
  const faults = createFaults()
  const workspace = createWorkspace(options)
  const sockets = createSockets(workspace, faults)
  let transport: Transport = sockets.carry
  const deliveries = createDeliveries(workspace, () => transport)
  const events = createEvents(workspace, deliveries)
  const triggers = createTriggers(workspace)
  const responses = createResponses(workspace, events.tell, faults)
  const methods: Record<string, Method> = {
    'auth.test': { args: {}, run: () => WHO_AM_I },
    'apps.connections.open': {
      token: 'app',
      args: {},
      run: () => ({ url: `ws://127.0.0.1:${listener.port()}${sockets.ticket()}` }),
    },
    ...chatMethods(workspace, events.tell),
    ...conversationMethods(workspace),
    ...viewMethods(workspace, triggers),
    ...markMethods(workspace),
    ...assistantMethods(workspace),
  }
  const webApi = createWebApi(workspace, methods, faults)
  const listener = createListener((request, response) => {
    const [, api, name = ''] = (request.url ?? '').split(/[/?]/)
    if (api === 'api') return webApi(request, response, name)
    return responses.handle(request, response, name)
  }, sockets)
  await listener.up()
  const origin = () => `http://127.0.0.1:${listener.port()}`

  const down = async () => {
    sockets.disconnect('tcp')
    await listener.down()
  }

  return {
    workspace,
    faults,
    alive,
    url: `${origin()}/api/`,
    calls: workspace.calls,
    deliveries: deliveries.all,
    waitFor: workspace.waitFor,
    advance: workspace.advance,
    redeliver: deliveries.redeliver,
    acked: deliveries.acked,
    disconnect: sockets.disconnect,
    sockets: sockets.open,
    up: listener.up,
    down,
    ...createPeople(workspace, events),
    ...createInteractions({ workspace, deliveries, triggers, responses, tell: events.tell, origin }),

    /** What the bot posted and did not delete, oldest first; ephemerals have `ephemeralTo`. */
    get posted(): Message[] {
      return workspace.messages.filter(({ app_id }) => app_id === BOT.app)
    },
    /** From now on everything is posted to this HTTP receiver, once it has echoed a challenge. */
    async deliverTo(url: string): Promise<void> {
      await verifyUrl(url, workspace.settings.signingSecret)
      transport = createHttpTransport(url, workspace.settings.signingSecret)
    },
    /** The app is uninstalled, or its tokens die otherwise: every call meets this error. */
    revoke(error = 'account_inactive'): void {
      workspace.revoked = error
    },
    /** Ends the workspace. */
    async close(): Promise<void> {
      deliveries.stop()
      sockets.stop()
      await listener.down()
    },
  }
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** An HTTP server that can go away and come back on the same port. */
function createListener(handle: Handler, { upgrade }: Pick<ReturnType<typeof createSockets>, 'upgrade'>) {
  const server = createServer((request, response) => {
    handle(request, response).catch((error: Error) => {
      response.writeHead(500).end(error.stack)
    })
  })
  server.on('upgrade', upgrade)
  let taken = 0
  const port = () => taken
  return {
    port,
    /** Listens again. */
    up: async (): Promise<void> => {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject).listen(taken, '127.0.0.1', resolve)
      })
      taken = (server.address() as AddressInfo).port
    },
    /** Stops listening and cuts what is connected. */
    down: async (): Promise<void> => {
      if (!server.listening) return
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}
