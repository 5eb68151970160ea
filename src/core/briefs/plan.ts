import type { Breathe } from '../breath.ts'
import type { Id, Instant } from '../contract.ts'
import type { BriefTables } from '../store/open.ts'
import type { Latest, Plan } from '../store/runs.ts'
import { runId } from './run.ts'
import { localDate, type Planned, plannedAfter } from './schedule.ts'
import type { Subscription } from './subscription.ts'

/** One call to the store; `otherwise` is what it gives while the store is away. */
export type BriefBook = <T, const Otherwise>(
  call: (tables: BriefTables) => Promise<T>,
  otherwise: Otherwise,
) => Promise<T | Otherwise>

export interface PlannerOptions {
  book: BriefBook
  catchUpMs: number
  breathe: Breathe
  report: (cause: Error, place: Id) => void
}

/**
 * Records the runs that came due, and those that were missed for longer than they are caught up on. What is not due yet
 * is looked at again only when it is, or was set up anew.
 */
export function createPlanner({ book, catchUpMs, breathe, report }: PlannerOptions) {
  const waiting = new Map<Id, { set: string; until: Instant }>()
  return async (now: Instant): Promise<void> => {
    const subscriptions = await book(({ subscriptions: kept }) => kept.all(), [])
    const due = subscriptions.filter((one) => {
      const known = waiting.get(one.place)
      return one.state === 'on' && !(known?.set === JSON.stringify(one) && known.until > now)
    })
    if (due.length === 0) return
    const latest = await book(({ runs }) => runs.latest(), null)
    if (latest === null) return
    const byPlace = new Map(latest.map((run) => [run.place, run]))
    for (const subscription of due) {
      const { place, since } = subscription
      const last = byPlace.get(place)
      try {
        for (const plan of dueOf(subscription, last, now, catchUpMs))
          if ((await book(({ runs }) => runs.plan(plan), 'away')) === 'away') return
        const next = runsOf({ ...subscription, since: Math.max(since, now) }, last).next()
        waiting.set(place, { set: JSON.stringify(subscription), until: next.value?.at ?? Infinity })
      } catch (error) {
        // A zone that this machine does not know, for one: no other place is held up.
        waiting.set(place, { set: JSON.stringify(subscription), until: Infinity })
        report(error instanceof Error ? error : new Error(String(error)), place)
      }
      await breathe()
    }
  }
}

/** Of a long absence no more than these are told. */
const MOST_MISSED = 40

/** The runs of a place that are due by now and not recorded yet, in order. */
export function dueOf(
  subscription: Subscription,
  latest: Latest | undefined,
  now: Instant,
  catchUpMs: number,
): Plan[] {
  const { place, rhythm } = subscription
  const plans: Plan[] = []
  for (const { date, at } of runsOf(subscription, latest)) {
    if (at > now) break
    const missed = now - at > catchUpMs
    const plan = { id: runId(place, date, rhythm.zone), place, date, zone: rhythm.zone, plannedAt: at }
    plans.push(missed ? { ...plan, outcome: 'missed' } : plan)
  }
  return plans.slice(-MOST_MISSED)
}

/** The runs of a place from its latest one on: at most one on a local day, whatever was changed meanwhile. */
export function* runsOf(
  { rhythm, since, pausedUntil }: Subscription,
  latest: Latest | undefined,
): Generator<Planned> {
  const after = Math.max(since, pausedUntil - 1, latest?.plannedAt ?? 0)
  const had = latest && (latest.zone === rhythm.zone ? latest.date : localDate(rhythm.zone, latest.plannedAt))
  for (const planned of plannedAfter(rhythm, after))
    if (had === undefined || planned.date > had) yield planned
}
