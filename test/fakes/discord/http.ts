import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { createFaults, Fault } from '../fault.ts'
import { refusalOf, type Refusal } from './error.ts'
import type { Clock } from './guild.ts'
import { arrive, BROKEN, compile, type Arrival, type Call } from './arrival.ts'
import { createBucket, type Bucket } from './bucket.ts'

/** Answers a call with its JSON; nothing is a 204. */
export type Route = (call: Arrival) => unknown
/** What the HTTP side works with. */
export interface RestOptions {
  routes: Record<string, Route>
  faults: ReturnType<typeof createFaults>
  clock: Clock
  /** A rate limit on posting, per channel. */
  bucket: Bucket | undefined
  isToken: (token: string) => boolean
  changed: () => void
}

const OPEN = /^\/(interactions|webhooks)\//
const CREATES = [
  'POST /applications/:app/commands',
  'POST /applications/:app/guilds/:g/commands',
  'POST /channels/:c/threads',
  'POST /channels/:c/messages/:m/threads',
]

/** The HTTP side: finds the route, meets the faults, answers in Discord's shapes. */
export function createRest(options: RestOptions) {
  const { faults, clock, changed } = options
  const calls: Call[] = []
  const table = Object.entries(options.routes)
    .map(compile)
    .sort((a, b) => a.params.length - b.params.length)
  const limit = createBucket(options.bucket, clock)

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = await arrive(request, table, clock)
    const { params: _, query: __, files: ___, ...seen } = call
    const record: Call = seen
    calls.push(record)
    const fault = faults.next(call.name)
    if (fault && 'drop' in fault && fault.drop === 'before storing') return cut(request, fault)
    const reply = fault && 'status' in fault ? planned(fault) : answer(call, request.headers.authorization)
    record.status = reply.status
    changed()
    if (fault && 'drop' in fault) return cut(request, fault)
    if (fault && 'delayMs' in fault)
      await new Promise((resolve) => setTimeout(resolve, fault.delayMs).unref())
    write(response, reply, limit.headers(call))
  }
  const answer = (call: Arrival, authorization: string | undefined): Reply => {
    const route = options.routes[call.name]
    if (!route) return { status: 404, body: { message: '404: Not Found', code: 0 } }
    const token = /^Bot (.+)$/.exec(authorization ?? '')?.[1] ?? ''
    if (!OPEN.test(call.path) && !options.isToken(token)) return unauthorized
    const wait = limit.take(call)
    if (wait !== undefined) return limited(wait)
    try {
      if (call.body === BROKEN)
        return { status: 400, body: { message: 'The request body contains invalid JSON.', code: 50109 } }
      const body = route(call)
      return body === undefined ? { status: 204 } : { status: CREATES.includes(call.name) ? 201 : 200, body }
    } catch (error) {
      return refusalOf(error) ?? { status: 500, body: { message: String(error), code: 0 } }
    }
  }
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.destroy(error as Error))
  })
  return { server, calls }
}

type Reply = Refusal | { status: number; body?: unknown; headers?: Record<string, string> }
type Drop = Extract<Fault, { drop: string }>
type Planned = Extract<Fault, { status: number }>

const unauthorized: Reply = { status: 401, body: { message: '401: Unauthorized', code: 0 } }

function cut({ socket }: IncomingMessage, { reset }: Drop): void {
  if (reset) socket.resetAndDestroy()
  else socket.end()
}

function planned({ status, headers, body }: Planned): Reply {
  const usual: Record<number, unknown> = {
    401: unauthorized.body,
    429: {
      message: 'You are being rate limited.',
      retry_after: Number(headers?.['Retry-After'] ?? 1),
      global: 'X-RateLimit-Global' in (headers ?? {}),
    },
  }
  const after = status === 429 ? { 'Retry-After': '1', 'X-RateLimit-Scope': 'user' } : {}
  return {
    status,
    headers: { ...after, ...headers },
    body: body ?? usual[status] ?? { message: `${status}`, code: 0 },
  }
}

function limited(waitMs: number): Reply {
  const seconds = waitMs / 1000
  const headers = { 'Retry-After': String(Math.ceil(seconds)), 'X-RateLimit-Scope': 'user' }
  return {
    status: 429,
    headers,
    body: { message: 'You are being rate limited.', retry_after: seconds, global: false },
  }
}

function write(response: ServerResponse, reply: Reply, limits: Record<string, string>): void {
  const type = reply.status === 204 ? {} : { 'Content-Type': 'application/json' }
  response.writeHead(reply.status, { ...limits, ...type, ...('headers' in reply && reply.headers) })
  response.end(reply.status === 204 ? undefined : JSON.stringify(reply.body))
}
