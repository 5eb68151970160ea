import { setTimeout as wait } from 'node:timers/promises'
import type { Adapter, Id, Pace } from '../contract.ts'
import { createPace } from './pace.ts'
import type { BriefBook } from './plan.ts'
import type { RunClaim } from './run.ts'

export interface KeepOptions {
  adapter: Adapter
  book: BriefBook
  /** Records what came due. */
  plan: () => Promise<void>
  post: (claim: RunClaim) => Promise<void>
  pin: (claim: RunClaim) => Promise<void>
  /** A run that broke: its claim runs out, and it is tried again. */
  report: (cause: Error, run: Id) => void
  everyMs?: number
  signal: AbortSignal
}

const EVERY_MS = 1_000
/** Well within a lease. */
const RENEW_MS = 4_000
/** One place in trouble holds up no other. */
const AT_ONCE = { due: 8, posted: 4 }
/** No more are claimed than are begun within so long. */
const BATCH_MS = 4_000

/** Posts and pins the briefs of a platform's places as they come due, at the platform's pace, until told to stop. */
export async function keepBriefs({
  adapter,
  book,
  plan,
  post,
  pin,
  report,
  ...options
}: KeepOptions): Promise<void> {
  const { everyMs = EVERY_MS, signal } = options
  const underWay = new Map<Id, Promise<void>>()
  const pause = (ms: number): Promise<unknown> => wait(ms, undefined, { signal }).catch(() => undefined)
  const begin = (claim: RunClaim, carry: (claim: RunClaim) => Promise<void>): Promise<void> => {
    const { id } = claim.run
    const work = carry(claim)
      .catch((cause: unknown) => report(errorOf(cause), id))
      .finally(() => underWay.delete(id))
    underWay.set(id, work)
    return work
  }
  const pump = async (state: 'due' | 'posted', carry: KeepOptions['post'], pace: Pace): Promise<void> => {
    const own = new Set<Promise<void>>()
    const next = createPace(pace)
    while (!signal.aborted) {
      if (state === 'due') await plan().catch((cause: unknown) => report(errorOf(cause), 'plan'))
      const room = Math.min(AT_ONCE[state] - own.size, Math.max(1, Math.floor(BATCH_MS / pace.everyMs)))
      const claims =
        room > 0 ? await book(({ runClaims }) => runClaims.claim(state, `${adapter.name}:`, room), []) : []
      for (const claim of claims) {
        await pause(next(performance.now()))
        const work = begin(claim, carry)
        own.add(work)
        void work.finally(() => own.delete(work))
      }
      if (claims.length === 0) await Promise.race([pause(everyMs), ...(room > 0 ? [] : own)])
    }
  }
  const renew = async (): Promise<void> => {
    while (!signal.aborted) {
      await pause(RENEW_MS)
      await book(({ runClaims }) => runClaims.renewAll([...underWay.keys()]), undefined)
    }
  }
  await Promise.all([pump('due', post, adapter.pace.posts), pump('posted', pin, adapter.pace.pins), renew()])
  await Promise.allSettled(underWay.values())
}

function errorOf(cause: unknown): Error {
  return cause instanceof Error ? cause : new Error(String(cause))
}
