import { setTimeout as sleep } from 'node:timers/promises'
import { OperatorError } from '../core/errors.ts'
import type { Log } from '../log.ts'

/** A connection that is up; `lost` resolves when it no longer is. */
export interface Connection {
  lost: Promise<unknown>
  close(): Promise<void>
}

export interface ReconnectOptions {
  name: string
  /** Rejects with an OperatorError for what only the operator can mend. */
  dial: () => Promise<Connection>
  log: Log
  timing?: Partial<Timing>
}

interface Timing {
  /** Doubled from attempt to attempt, up to the longest. */
  firstDelayMs: number
  longestDelayMs: number
  /** Between attempts while the operator has something to mend. */
  mendDelayMs: number
  /** A connection that held this long was a good one: delays begin anew. */
  steadyMs: number
  now: () => number
}
const USUAL: Timing = {
  firstDelayMs: 250,
  longestDelayMs: 30_000,
  mendDelayMs: 120_000,
  steadyMs: 30_000,
  now: Date.now,
}

/** Keeps a connection up: dials again when it is lost, less and less often while it fails, and says so once. */
export function createReconnect({ name, dial, log, timing }: ReconnectOptions) {
  const { firstDelayMs, longestDelayMs, mendDelayMs, steadyMs, now } = { ...USUAL, ...timing }
  const stopped = new AbortController()
  const { signal } = stopped
  let connection: Connection | undefined
  let delay = firstDelayMs
  /** Connections in a row that did not hold. */
  let brief = 0
  const say = createSay(name, log)
  const connect = async (): Promise<void> => {
    const dialled = await dial()
    if (signal.aborted) return dialled.close()
    connection = dialled
    if (brief <= 1) say('connected.')
  }
  const wait = async (): Promise<void> => {
    await sleep(delay, undefined, { signal }).catch(() => undefined)
    delay = Math.min(delay * 2, longestDelayMs)
  }
  const outlast = async ({ lost }: Connection): Promise<void> => {
    const since = now()
    await lost
    connection = undefined
    if (signal.aborted) return
    const steady = now() - since >= steadyMs
    brief = steady ? 0 : brief + 1
    if (steady) delay = firstDelayMs
    say(
      brief <= 1 ? 'connection lost, dialling again.' : 'the connection comes and goes, dialling less often.',
    )
    await wait()
  }
  const keepUp = async (): Promise<void> => {
    while (!signal.aborted) {
      await (connection ? outlast(connection) : wait())
      if (signal.aborted) return
      await connect().catch((error: unknown) => {
        if (error instanceof OperatorError) delay = mendDelayMs
        say('cannot connect:', error)
      })
    }
  }
  return {
    /** Resolves when the first attempt has been made; rejects only for what the operator must mend. */
    async start(): Promise<void> {
      await connect().catch((error: unknown) => {
        if (error instanceof OperatorError) throw error
        say('cannot connect:', error)
      })
      keepUp().catch((error: unknown) => log.error(`${name}: gave up: ${String(error)}`))
    },
    async stop(): Promise<void> {
      stopped.abort()
      await connection?.close()
    },
  }
}

/** Says a line where it is not the one said last. */
function createSay(name: string, log: Log): (line: string, cause?: unknown) => void {
  let said = ''
  return (line, cause) => {
    const reason = cause instanceof Error ? ` ${cause.message}` : ''
    if (`${line}${reason}` === said) return
    said = `${line}${reason}`
    log[cause === undefined ? 'info' : 'warn'](`${name}: ${said}`)
  }
}
