import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Fault } from '../fault.ts'
import type { Json } from './types.ts'

/** The whole body of a request. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

/** What is sent back. */
export interface Reply {
  status: number
  body: Json | string
  headers?: Record<string, string>
}

/** Sends a reply as JSON, or as text if it is a string. */
export function send(response: ServerResponse, { status, body, headers }: Reply): void {
  const json = typeof body !== 'string'
  response.writeHead(status, {
    'content-type': json ? 'application/json; charset=utf-8' : 'text/html',
    ...headers,
  })
  response.end(json ? JSON.stringify(body) : body)
}

/** Performs a call under a fault: answers instead of it, cuts the connection before or after it, or delays the answer. */
export async function perform(
  { fault, response }: { fault: Fault | undefined; response: ServerResponse },
  act: () => Reply,
): Promise<string | undefined> {
  if (fault && 'status' in fault) return instead(fault, response)
  if (fault && 'drop' in fault && fault.drop === 'before storing') return cut(fault, response)
  const reply = act()
  if (fault && 'drop' in fault) return cut(fault, response)
  if (fault) await new Promise((resolve) => setTimeout(resolve, fault.delayMs).unref())
  send(response, reply)
  return undefined
}

function instead(fault: Extract<Fault, { status: number }>, response: ServerResponse): string {
  const body = (fault.body ?? (fault.status === 429 ? { ok: false, error: 'ratelimited' } : '')) as
    | Json
    | string
  send(response, { status: fault.status, body, ...(fault.headers && { headers: fault.headers }) })
  return String(fault.status)
}

function cut(fault: Extract<Fault, { drop: string }>, response: ServerResponse): string {
  if (fault.reset) response.socket?.resetAndDestroy()
  else response.socket?.end()
  return `dropped ${fault.drop}`
}
