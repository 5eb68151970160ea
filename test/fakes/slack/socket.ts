import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import type { createFaults } from '../fault.ts'
import type { Heard, Transport } from './deliveries.ts'
import { isJson } from './schema.ts'
import { BOT, newId, type Workspace } from './workspace.ts'

const MOST_SOCKETS = 10
const PING_EVERY_MS = 10_000

/** Slack's end of Socket Mode. */
export type Sockets = ReturnType<typeof createSockets>

/** Sockets opened with single-use tickets; each greeted with hello, pinged, and handed envelopes in turn. */
export function createSockets(workspace: Workspace, faults: ReturnType<typeof createFaults>) {
  const server = new WebSocketServer({ noServer: true })
  const tickets = new Set<string>()
  const open: WebSocket[] = []
  const waiting = new Map<string, (heard: Heard) => void>()
  const pings = setInterval(() => open.forEach((socket) => socket.ping('ping')), PING_EVERY_MS).unref()

  function welcome(socket: WebSocket): void {
    if (open.push(socket) > MOST_SOCKETS) socket.send(disconnectFrame('too_many_websockets'))
    socket.on('message', (data: Buffer) => hear(data.toString()))
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      open.splice(open.indexOf(socket), 1)
      workspace.changed()
    })
    if (!faults.next('hello')) socket.send(helloFrame(open.length))
    workspace.changed()
  }

  function hear(data: string): void {
    const frame: unknown = JSON.parse(data)
    const id = isJson(frame) ? String(frame['envelope_id']) : ''
    const listener = waiting.get(id)
    if (!isJson(frame) || !listener) {
      workspace.complaints.push(`ack of an unknown envelope: ${data}`)
      return
    }
    waiting.delete(id)
    listener({ body: frame['payload'] })
  }

  const carry: Transport = (delivery, { retry }, onAnswer) => {
    const socket = open.find(({ readyState }) => readyState === WebSocket.OPEN)
    if (!socket) return false
    open.push(...open.splice(open.indexOf(socket), 1))
    const envelope_id = randomUUID()
    waiting.set(envelope_id, onAnswer)
    const { kind, payload } = delivery
    const retries =
      kind === 'events_api' ? { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' } : {}
    const envelope = {
      envelope_id,
      payload,
      type: kind,
      accepts_response_payload: kind !== 'events_api',
      ...retries,
    }
    socket.send(JSON.stringify(envelope))
    return true
  }

  return {
    /** The sockets open now. */
    open,
    carry,
    /** The path and query of a new WebSocket URL, good for one socket. */
    ticket(): string {
      const ticket = newId('ticket-')
      tickets.add(ticket)
      return `/link/?ticket=${ticket}&app_id=${BOT.app}`
    },
    /** Takes an upgrade; without a fresh ticket it is refused. */
    upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
      const fresh = tickets.delete(searchParams.get('ticket') ?? '')
      if (pathname === '/link/' && fresh) server.handleUpgrade(request, stream, head, welcome)
      else stream.end('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
    },
    /** Ends all sockets: asks the bot to leave, asks and closes, or cuts the wire. */
    disconnect: (how: 'frame' | 'refresh' | 'tcp'): void => {
      for (const socket of open) {
        if (how !== 'tcp') socket.send(disconnectFrame(how === 'frame' ? 'warning' : 'refresh_requested'))
        if (how === 'refresh') socket.close(1000)
        if (how === 'tcp') socket.terminate()
      }
    },
    /** Ends everything. */
    stop(): void {
      clearInterval(pings)
      for (const socket of open) socket.terminate()
    },
  }
}

function helloFrame(connections: number): string {
  return JSON.stringify({
    type: 'hello',
    num_connections: connections,
    debug_info: { host: 'applink-0', build_number: 1, approximate_connection_time: 18_060 },
    connection_info: { app_id: BOT.app },
  })
}

function disconnectFrame(reason: string): string {
  return JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-0' } })
}
