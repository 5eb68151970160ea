/** A year of briefs, day by day, on the clock that is passed in, with the store's own record of what was shown. */

import { createAlmanac } from '../../../../src/core/briefs/compose/almanac.ts'
import { dueOf } from '../../../../src/core/briefs/plan.ts'
import type { Brief } from '../../../../src/core/briefs/run.ts'
import type { Subscription } from '../../../../src/core/briefs/subscription.ts'
import { createWriter } from '../../../../src/core/briefs/compose/write.ts'
import type { Instant } from '../../../../src/core/contract.ts'
import type { Index } from '../../../../src/core/retrieval/index.ts'
import type { Store } from '../../../../src/core/store/open.ts'

export interface Day extends Brief {
  date: string
  at: Instant
}

/** A place with a brief at nine each day. */
export function dailySince(since: Instant): Subscription {
  return {
    place: 'a:1',
    rhythm: { time: '09:00', zone: 'Europe/London', days: [1, 2, 3, 4, 5, 6, 7] },
    quiet: false,
    topics: ['sanctions', 'bicycles'],
    manager: 'a:u',
    since,
    pausedUntil: 0,
    state: 'on',
    failures: 0,
    told: '',
  }
}

const DAY_MS = 24 * 60 * 60 * 1000

export async function aYear(
  index: Index,
  store: Store,
  subscription: Subscription,
  days = 365,
): Promise<Day[]> {
  const book = <T, const Otherwise>(call: (tables: Store) => Promise<T>, _otherwise: Otherwise) => call(store)
  const breathe = (): undefined => undefined
  const pages = createAlmanac(index, breathe)
  const { write } = createWriter({ index, pages, book, locale: 'en-GB', breathe })
  const year: Day[] = []
  await store.subscriptions.keep(subscription)
  for (let now = subscription.since; now <= subscription.since + days * DAY_MS; now += DAY_MS) {
    const [latest] = await store.runs.latest()
    for (const plan of dueOf(subscription, latest, now, DAY_MS)) {
      await store.runs.plan(plan)
      const [claim] = await store.runClaims.claim('due', 'a:', 1)
      if (!claim) throw new Error(`Nothing is due on ${plan.date}.`)
      const { place, date, zone, plannedAt: at } = plan
      const brief = await write({ place, date, zone, at, topics: subscription.topics })
      const message = { target: { place }, id: `${place}/${date}` }
      await store.runSteps.posted(claim, 'sent', message, brief.shown)
      const [pinning] = await store.runClaims.claim('posted', 'a:', 1)
      if (pinning) await store.runSteps.done(pinning)
      year.push({ date, at, ...brief })
    }
  }
  return year
}
