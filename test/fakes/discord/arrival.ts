import type { IncomingMessage } from 'node:http'
import type { Clock } from './guild.ts'
import type { Upload } from './limits.ts'

/** A request as it came; `status` once it is answered. */
export interface Call {
  /** Method and route, such as `POST /channels/:c/messages`; faults go by it. */
  name: string
  method: string
  path: string
  body: unknown
  at: number
  status?: number
}
/** A request with all that a route needs of it. */
export interface Arrival extends Call {
  params: Record<string, string>
  query: URLSearchParams
  files: Upload[]
}
/** Stands for a body that could not be read. */
export const BROKEN = Symbol('not JSON')

/** A route's name as something to match paths with. */
export function compile([name]: [string, unknown]) {
  const [method = '', path = ''] = name.split(' ')
  const params = [...path.matchAll(/:(\w+)/g)].map(([, key]) => key ?? '')
  return { name, method, params, pattern: new RegExp(`^${path.replace(/:\w+/g, '([^/]+)')}$`) }
}

/** Reads a request and finds its route; the name ends in `?` when there is none. */
export async function arrive(
  request: IncomingMessage,
  table: ReturnType<typeof compile>[],
  clock: Clock,
): Promise<Arrival> {
  const url = new URL(request.url ?? '/', 'http://fake')
  const whole = url.pathname.split('/').map(decodeURIComponent).join('/')
  const path = whole.replace(/^\/api\/v10(?=\/)/, '')
  const method = request.method ?? 'GET'
  const hit = table.find((one) => one.method === method && one.pattern.test(path))
  const values = hit?.pattern.exec(path)?.slice(1) ?? []
  const params = Object.fromEntries(values.map((value, index) => [hit?.params[index] ?? '', value]))
  const known = hit && path !== whole
  const { body, files } = await read(request)
  return {
    name: known ? hit.name : `${method} ?`,
    method,
    path,
    params,
    query: url.searchParams,
    body,
    files,
    at: clock.now(),
  }
}

async function read(request: IncomingMessage): Promise<{ body: unknown; files: Upload[] }> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const raw = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('multipart/form-data')) return readParts(raw, type)
  return { body: raw.length ? json(raw.toString()) : undefined, files: [] }
}

async function readParts(raw: Buffer, type: string): Promise<{ body: unknown; files: Upload[] }> {
  const parts = await new Response(raw, { headers: { 'content-type': type } }).formData()
  const files = [...parts.values()].flatMap((part) =>
    typeof part === 'string' ? [] : [{ filename: part.name, size: part.size }],
  )
  const body = parts.get('payload_json')
  return { body: typeof body === 'string' ? json(body) : {}, files }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return BROKEN
  }
}
