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
  /** Doubled from attempt to attempt, up to the longest. */
  firstDelayMs?: number
  longestDelayMs?: number
  /** Between attempts while the operator has something to mend. */
  mendDelayMs?: number
}

/** Keeps a connection up: dials again when it is lost, less and less often while it fails, and says so once. */
export function createReconnect({
  name,
  dial,
  log,
  firstDelayMs = 250,
  longestDelayMs = 30_000,
  mendDelayMs = 120_000,
}: ReconnectOptions) {
  const stopped = new AbortController()
  let connection: Connection | undefined
  let said = ''
  const say = (line: string, cause?: unknown): void => {
    const reason = cause instanceof Error ? ` ${cause.message}` : ''
    if (`${line}${reason}` === said) return
    said = `${line}${reason}`
    log[cause === undefined ? 'info' : 'warn'](`${name}: ${said}`)
  }
  const connect = async (): Promise<void> => {
    const dialled = await dial()
    if (stopped.signal.aborted) return dialled.close()
    connection = dialled
    say('connected.')
  }
  const keepUp = async (): Promise<void> => {
    let delay = firstDelayMs
    while (!stopped.signal.aborted) {
      if (connection) {
        await connection.lost
        connection = undefined
        delay = firstDelayMs
        if (!stopped.signal.aborted) say('connection lost, dialling again.')
      } else {
        await sleep(delay, undefined, { signal: stopped.signal }).catch(() => undefined)
        delay = Math.min(delay * 2, longestDelayMs)
      }
      if (stopped.signal.aborted) return
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
