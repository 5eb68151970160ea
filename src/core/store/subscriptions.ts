import type { Kysely } from 'kysely'
import type { Subscription } from '../briefs/subscription.ts'
import type { Id } from '../contract.ts'
import { toJson } from './json.ts'
import type { Schema, SubscriptionRow } from './schema.ts'

/** The places that have a brief, and how. */
export function createSubscriptions(db: Kysely<Schema>) {
  return {
    async all(): Promise<Subscription[]> {
      const rows = await db.selectFrom('subscriptions').selectAll().orderBy('place').execute()
      return rows.map(toSubscription)
    },
    async of(place: Id): Promise<Subscription | null> {
      const row = await db
        .selectFrom('subscriptions')
        .selectAll()
        .where('place', '=', place)
        .executeTakeFirst()
      return row ? toSubscription(row) : null
    },
    async keep(subscription: Subscription): Promise<void> {
      const row = toRow(subscription)
      await db
        .insertInto('subscriptions')
        .values(row)
        .onConflict((conflict) => conflict.column('place').doUpdateSet(row))
        .execute()
    },
    /** Counts a run that failed, and resolves to how many did in a row; from so many on it is stopped. */
    async failed(place: Id, most: number): Promise<number> {
      const row = await db
        .updateTable('subscriptions')
        .set((one) => ({ failures: one('failures', '+', 1) }))
        .where('place', '=', place)
        .returning('failures')
        .executeTakeFirst()
      const failures = row?.failures ?? 0
      if (failures >= most) {
        const stopped = db.updateTable('subscriptions').set({ state: 'failing' })
        await stopped.where('place', '=', place).where('state', '=', 'on').execute()
      }
      return failures
    },
    async succeeded(place: Id): Promise<void> {
      await db
        .updateTable('subscriptions')
        .set({ failures: 0 })
        .where('place', '=', place)
        .where('failures', '>', 0)
        .execute()
    },
    /** True for whoever is the first to tell the manager of this trouble. */
    async tells(place: Id, trouble: string): Promise<boolean> {
      const rows = await db
        .updateTable('subscriptions')
        .set({ told: trouble })
        .where('place', '=', place)
        .where('told', '!=', trouble)
        .returning('place')
        .execute()
      return rows.length > 0
    },
  }
}

function toSubscription(row: SubscriptionRow): Subscription {
  const { place, time, zone, days, quiet, topics, manager, since, paused_until, state, failures, told } = row
  return {
    place,
    rhythm: { time, zone, days: JSON.parse(days) as number[] },
    quiet: quiet === 1,
    topics: JSON.parse(topics) as string[],
    manager,
    since,
    pausedUntil: paused_until,
    state,
    failures,
    told,
  }
}

function toRow(subscription: Subscription): SubscriptionRow {
  const { place, rhythm, quiet, topics, manager, since, pausedUntil, state, failures, told } = subscription
  return {
    place,
    time: rhythm.time,
    zone: rhythm.zone,
    days: JSON.stringify(rhythm.days),
    quiet: Number(quiet),
    topics: toJson(topics),
    manager,
    since,
    paused_until: pausedUntil,
    state,
    failures,
    told,
  }
}
