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
/** For what still waits when we stop. */
const LAST_MS = 2_000
const USUAL: Omit<Limits, 'callMs'> = { probeMs: 1_000, backlog: 20_000 }
/**
 * A process that takes a shared store for away may answer what another one answers too, so it is given more time; both
 * are well within what platforms give.
 */
const CALL_MS = { SQLite: 700, PostgreSQL: 1_500 }

/**
 * A store that may be slow or away. While it is, calls get their fallback at once, what is to be written waits, and the
 * store is tried every second; when it is back, what waited is written first. Nothing here rejects.
 */
export function createAvailability({ store, say, limits }: AvailabilityOptions) {
  const { callMs, probeMs, backlog: most } = { callMs: CALL_MS[store.engine], ...USUAL, ...limits }
  const backlog = createBacklog(most)
  let state: 'here' | 'away' | 'closed' = 'here'
  let probing = false
  let timer: NodeJS.Timeout | undefined

  const tell = createNews(store.engine, say)
  const leave = (error: unknown): void => {
    if (state === 'here') tell.away(error)
    if (state !== 'closed') state = 'away'
    if (state === 'away' && !probing) timer ??= setTimeout(() => void probe(), probeMs)
  }
  const probe = async (): Promise<void> => {
    timer = undefined
    probing = true
    try {
      await store.prepare()
      const kept = await backlog.flush(tell.refused)
      if (state === 'away') {
        tell.back(kept)
        state = 'here'
      }
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
    /** What the store gives within its time; or the fallbacks for where it is away, and where it takes no such thing. */
    async ask<T, const Otherwise, const Refused = Otherwise>(
      call: () => Promise<T>,
      otherwise: Otherwise,
      ...[refused]: Refused[]
    ): Promise<T | Otherwise | Refused> {
      if (state !== 'here') return otherwise
      try {
        return await within(callMs, (signal) => whileBusy(call, signal))
      } catch (error) {
        if (!isRefused(error)) {
          leave(error)
          return otherwise
        }
        tell.refused(error)
        return refused ?? otherwise
      }
    },
    status: () => ({ engine: store.engine, away: state === 'away', waiting: backlog.size() }),
    async close(): Promise<void> {
      state = 'closed'
      clearTimeout(timer)
      await writeLast(store, backlog, tell.refused).catch(() => tell.unkept(backlog.size()))
      await store.close()
    },
  }
}

async function writeLast(
  store: Store,
  backlog: ReturnType<typeof createBacklog>,
  refused: (error: unknown) => void,
): Promise<void> {
  if (backlog.size() === 0) return
  await within(LAST_MS, async () => {
    await store.prepare()
    await backlog.flush(refused)
  })
}

function createNews(engine: string, say: (line: string) => void) {
  const store = `the store (${engine})`
  return {
    away: (error: unknown): void =>
      say(`${store} is away: ${faultOf(error).line} Answering from memory until it is back.`),
    back: (kept: number): void => say(`${store} is back, and ${kept} records that waited are kept.`),
    /** What the store will never take is given up, so that it holds up nothing else. */
    refused: (error: unknown): void => say(`${store} does not take a record: ${faultOf(error).line}`),
    unkept: (count: number): void => say(`${store} is still away: ${count} records are not kept.`),
  }
}
