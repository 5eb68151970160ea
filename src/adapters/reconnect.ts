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
  /** For a first dial without an answer, before we start without it. */
  patienceMs: number
  now: () => number
}
const USUAL: Timing = {
  firstDelayMs: 250,
  longestDelayMs: 30_000,
  mendDelayMs: 120_000,
  steadyMs: 30_000,
  patienceMs: 15_000,
  now: Date.now,
}

/** Keeps a connection up: dials again when it is lost, less and less often while it fails, and says so once. */
export function createReconnect({ name, dial, log, timing }: ReconnectOptions) {
  const { firstDelayMs, longestDelayMs, mendDelayMs, steadyMs, patienceMs, now } = { ...USUAL, ...timing }
  const stopped = new AbortController()
  const { signal } = stopped
  let connection: Connection | undefined
  const backoff = createBackoff(firstDelayMs, longestDelayMs, signal)
  /** Connections in a row that did not hold. */
  let brief = 0
  const say = createSay(name, log)
  const connect = async (): Promise<void> => {
    const dialled = await dial()
    if (signal.aborted) return dialled.close()
    connection = dialled
    if (brief <= 1) say('connected.')
  }
  const outlast = async ({ lost }: Connection): Promise<void> => {
    const since = now()
    await lost
    connection = undefined
    if (signal.aborted) return
    const steady = now() - since >= steadyMs
    brief = steady ? 0 : brief + 1
    if (steady) backoff.next(firstDelayMs)
    say(
      brief <= 1 ? 'connection lost, dialling again.' : 'the connection comes and goes, dialling less often.',
    )
    await backoff.wait()
  }
  const refused = (error: unknown): void => {
    if (error instanceof OperatorError) backoff.next(mendDelayMs)
    say('cannot connect:', error)
  }
  const keepUp = async (): Promise<void> => {
    while (!signal.aborted) {
      await (connection ? outlast(connection) : backoff.wait())
      if (!signal.aborted) await connect().catch(refused)
    }
  }
  return {
    /**
     * Resolves when the first attempt has been made, or is taking too long; rejects only for what the operator must mend.
     */
    async start(): Promise<void> {
      const first = connect().catch((error: unknown) => {
        if (error instanceof OperatorError) throw error
        refused(error)
      })
      const late = sleep(patienceMs, 'late', { signal, ref: false }).catch(() => 'stopped')
      if ((await Promise.race([first, late])) === 'late') refused(new Error('no answer yet.'))
      const up = first.catch(refused).then(keepUp)
      up.catch((error: unknown) => log.error(`${name}: gave up: ${String(error)}`))
    },
    async stop(): Promise<void> {
      stopped.abort()
      const open = connection
      connection = undefined
      await open?.close()
    },
  }
}

/** Waits longer from time to time, up to the longest; `next` says how long the next one is. */
function createBackoff(firstMs: number, longestMs: number, signal: AbortSignal) {
  let delay = firstMs
  return {
    next(ms: number): void {
      delay = ms
    },
    async wait(): Promise<void> {
      await sleep(delay, undefined, { signal }).catch(() => undefined)
      delay = Math.min(delay * 2, longestMs)
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
