import { createBacklog, type Write } from './backlog.ts'
import { faultOf, isRefused } from './fault.ts'
import { type Store, whileBusy } from './open.ts'
import { within } from './within.ts'

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

/**
 * A store that may be slow or away. While it is, calls get their fallback at once, what is to be written waits, and the
 * store is tried every second; when it is back, what waited is written first. Nothing here rejects.
 */
export function createAvailability({ store, say, limits }: AvailabilityOptions) {
  const { callMs, probeMs, backlog: most } = { ...USUAL, ...limits }
  const backlog = createBacklog(most)
  let state: 'here' | 'away' | 'closed' = 'here'
  let probing = false
  let timer: NodeJS.Timeout | undefined

  const leave = (error: unknown): void => {
    if (state === 'here')
      say(
        `the store (${store.engine}) is away: ${faultOf(error).line} Answering from memory until it is back.`,
      )
    if (state !== 'closed') state = 'away'
    if (state === 'away' && !probing) timer ??= setTimeout(() => void probe(), probeMs)
  }
  /** What the store will never take is given up, so that it holds up nothing else. */
  const refuse = (error: unknown): void =>
    say(`the store (${store.engine}) does not take a record: ${faultOf(error).line}`)
  const probe = async (): Promise<void> => {
    timer = undefined
    probing = true
    try {
      await store.prepare()
      const kept = await backlog.flush(refuse)
      if (state === 'away')
        say(`the store (${store.engine}) is back, and ${kept} records that waited are kept.`)
      if (state === 'away') state = 'here'
      probing = false
    } catch (error) {
      probing = false
      leave(error)
    }
  }
  return {
    leave,
    /** Writes when the store is back. */
    defer: (write: Write) => backlog.defer(write),
    /** What the store gives within its time, or the fallback. */
    async ask<T, const Otherwise>(call: () => Promise<T>, otherwise: Otherwise): Promise<T | Otherwise> {
      if (state !== 'here') return otherwise
      try {
        return await within(callMs, (signal) => whileBusy(call, signal))
      } catch (error) {
        if (isRefused(error)) refuse(error)
        else leave(error)
        return otherwise
      }
    },
    status: () => ({ engine: store.engine, away: state === 'away', waiting: backlog.size() }),
    async close(): Promise<void> {
      state = 'closed'
      clearTimeout(timer)
      await store.close()
    },
  }
}
