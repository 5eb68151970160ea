import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import type { Json } from './form.ts'

/** Something that happens; `d` is told whether the session may read content. */
export interface GatewayEvent {
  t: string
  /** Any of these lets it through; 0 when it needs none. */
  intents: number
  d: (reads: boolean) => Json
}
interface Session {
  id: string
  intents: number
  log: { op: 0; t: string; s: number; d: Json }[]
  socket: WebSocket | undefined
}
/** What the gateway must be told of the world. */
export interface GatewayOptions {
  heartbeatMs: number
  /** The privileged intents switched on for the application. */
  privileged: number
  isToken: (token: unknown) => boolean
  /** The events that follow an IDENTIFY, READY first. */
  welcome: (session: string) => GatewayEvent[]
  changed: () => void
}
export type Gateway = ReturnType<typeof createGateway>

const KNOWN_INTENTS = ((1 << 17) - 1) | (3 << 20) | (3 << 24)
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15)
const CONTENT = 1 << 15

/** The WebSocket side: sessions that outlive their socket, so that RESUME replays what they missed. */
export function createGateway(options: GatewayOptions) {
  const server = new WebSocketServer({ noServer: true })
  const sessions = new Map<string, Session>()
  const sockets = new Map<WebSocket, { raw: Duplex; session?: Session }>()
  const counts = { identifies: 0, resumes: 0, acks: 0 }
  const state = { silent: false, mute: false }

  const push = (session: Session, event: GatewayEvent): void => {
    const frame = {
      op: 0 as const,
      t: event.t,
      s: session.log.length + 1,
      d: event.d((session.intents & CONTENT) !== 0),
    }
    session.log.push(frame)
    send(session.socket, frame)
  }
  const identify = (socket: WebSocket, d: Json): void => {
    counts.identifies += 1
    const intents = d.intents
    if (sockets.get(socket)?.session) return socket.close(4005, 'Already authenticated.')
    if (!options.isToken(d.token)) return socket.close(4004, 'Authentication failed.')
    if (!Number.isInteger(intents) || Number(intents) & ~KNOWN_INTENTS)
      return socket.close(4013, 'Invalid intent(s).')
    if (Number(intents) & PRIVILEGED & ~options.privileged) return socket.close(4014, 'Disallowed intent(s).')
    const session = { id: randomUUID().replaceAll('-', ''), intents: Number(intents), log: [], socket }
    attach(socket, session)
    for (const event of options.welcome(session.id)) if (passes(session, event)) push(session, event)
  }
  const resume = (socket: WebSocket, d: Json): void => {
    if (!options.isToken(d.token)) return socket.close(4004, 'Authentication failed.')
    const session = sessions.get(String(d.session_id))
    if (!session) return send(socket, { op: 9, d: false, s: null, t: null })
    if (typeof d.seq !== 'number' || d.seq > session.log.length) return socket.close(4007, 'Invalid seq.')
    counts.resumes += 1
    session.socket?.terminate()
    attach(socket, session)
    for (const frame of session.log.slice(d.seq)) send(socket, frame)
    push(session, { t: 'RESUMED', intents: 0, d: () => ({ _trace: [] }) })
  }
  const attach = (socket: WebSocket, session: Session): void => {
    session.socket = socket
    sessions.set(session.id, session)
    const entry = sockets.get(socket)
    if (entry) entry.session = session
  }
  const receive = (socket: WebSocket, data: RawData): void => {
    const frame = parse(data)
    if (!frame) return socket.close(4002, 'Error while decoding payload.')
    const d = (frame.d ?? {}) as Json
    if (frame.op === 1) {
      if (!state.silent) send(socket, { op: 11 })
      if (!state.silent) counts.acks += 1
    } else if (frame.op === 2) identify(socket, d)
    else if (frame.op === 6) resume(socket, d)
    else if (!sockets.get(socket)?.session) socket.close(4003, 'Not authenticated.')
    else if (![3, 4, 8].includes(Number(frame.op))) socket.close(4001, 'Unknown opcode.')
    options.changed()
  }
  const leave = (socket: WebSocket, code: number): void => {
    const session = sockets.get(socket)?.session
    sockets.delete(socket)
    if (session?.socket === socket) session.socket = undefined
    if (session && [1000, 1001].includes(code)) sessions.delete(session.id)
    options.changed()
  }
  const each = (act: (socket: WebSocket, raw: Duplex) => void): void => {
    for (const [socket, { raw }] of sockets) act(socket, raw)
  }

  server.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    sockets.set(socket, { raw: request.socket })
    socket.on('error', () => socket.terminate())
    socket.on('message', (data) => receive(socket, data))
    socket.on('close', (code) => leave(socket, code))
    const query = new URL(request.url ?? '/', 'ws://fake').searchParams
    if (query.get('v') !== '10') return socket.close(4012, 'Invalid API version.')
    if (state.mute) return
    send(socket, { op: 10, d: { heartbeat_interval: options.heartbeatMs, _trace: [] }, s: null, t: null })
  })

  return {
    counts,
    upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer): void =>
      server.handleUpgrade(request, socket, head, (ws) => server.emit('connection', ws, request)),
    /** Tells every session that asked for it; one without a socket gets it when it resumes. */
    emit: (event: GatewayEvent): void => {
      for (const session of sessions.values()) if (passes(session, event)) push(session, event)
      options.changed()
    },
    connected: (): boolean => [...sessions.values()].some(({ socket }) => socket !== undefined),
    /** Op 7. */
    reconnect: (): void => each((socket) => send(socket, { op: 7, d: null, s: null, t: null })),
    /** Op 9; a session that is not resumable is forgotten. */
    invalidate(resumable: boolean): void {
      if (!resumable) sessions.clear()
      each((socket) => send(socket, { op: 9, d: resumable, s: null, t: null }))
    },
    disconnect: (code: number): void => each((socket) => socket.close(code)),
    /** Cuts the connections, with RST when `reset`. */
    kill: (reset = false): void =>
      each((_, raw) => (reset ? (raw as Socket).resetAndDestroy() : raw.destroy())),
    /** Leaves heartbeats unanswered. */
    silence: (silent: boolean): void => void (state.silent = silent),
    /** Greets nobody who connects. */
    mute: (mute: boolean): void => void (state.mute = mute),
  }
}

function passes(session: Session, event: GatewayEvent): boolean {
  return event.intents === 0 || (session.intents & event.intents) !== 0
}

function send(socket: WebSocket | undefined, frame: Json): void {
  if (socket?.readyState === 1) socket.send(JSON.stringify(frame))
}

function parse(data: RawData): Json | undefined {
  try {
    return JSON.parse((data as Buffer).toString()) as Json
  } catch {
    return undefined
  }
}
