import { faultOf } from './fault.ts'
import { type Store, whileBusy } from './open.ts'

export interface AvailabilityOptions {
  store: Store
  say: (line: string) => void
  limits?: Partial<Limits>
}

interface Limits {
  /** For one call to the store, before it counts as away. */
  callMs: number
  /** Between looks whether it is back. */
  probeMs: number
  /** Calls that wait for it; the oldest are given up beyond this. */
  backlog: number
}
const USUAL: Limits = { callMs: 700, probeMs: 1_000, backlog: 20_000 }

type Call = () => Promise<unknown>

/**
 * A store that may be slow or away. While it is, calls get their fallback at once, what is to be written waits, and the
 * store is tried every second; when it is back, what waited is written first. Nothing here rejects.
 */
export function createAvailability({ store, say, limits }: AvailabilityOptions) {
  const { callMs, probeMs, backlog: most } = { ...USUAL, ...limits }
  const waiting: Call[] = []
  let state: 'here' | 'away' | 'closed' = 'here'
  let timer: NodeJS.Timeout | undefined

  const leave = (error: unknown): void => {
    if (state === 'here')
      say(
        `the store (${store.engine}) is away: ${faultOf(error).line} Answering from memory until it is back.`,
      )
    if (state !== 'closed') state = 'away'
    if (state === 'away') timer ??= setTimeout(() => void probe(), probeMs)
  }
  const probe = async (): Promise<void> => {
    timer = undefined
    try {
      await store.prepare()
      const kept = waiting.length
      for (let call = waiting[0]; call && state === 'away'; call = waiting[0]) {
        await call()
        waiting.shift()
      }
      if (state === 'away')
        say(`the store (${store.engine}) is back, and ${kept} records that waited are kept.`)
      if (state === 'away') state = 'here'
    } catch (error) {
      leave(error)
    }
  }
  const defer = (call: Call): void => {
    if (waiting.length >= most) waiting.shift()
    waiting.push(call)
  }
  return {
    leave,
    /** Writes when the store is back. */
    defer,
    /** What the store gives within its time, or the fallback. */
    async ask<T, const Otherwise>(call: () => Promise<T>, otherwise: Otherwise): Promise<T | Otherwise> {
      if (state !== 'here') return otherwise
      try {
        return await within(call, callMs)
      } catch (error) {
        leave(error)
        return otherwise
      }
    },
    status: () => ({ engine: store.engine, away: state === 'away', waiting: waiting.length }),
    async close(): Promise<void> {
      state = 'closed'
      clearTimeout(timer)
      await store.close()
    },
  }
}

async function within<T>(call: () => Promise<T>, ms: number): Promise<T> {
  const stop = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      stop.abort()
      reject(new Error('timeout'))
    }, ms)
  })
  try {
    return await Promise.race([whileBusy(call, stop.signal), late])
  } finally {
    clearTimeout(timer)
  }
}
