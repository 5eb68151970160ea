import type { Kysely } from 'kysely'
import { ASKED, type Brief, type Run } from '../briefs/run.ts'
import type { Id, Instant } from '../contract.ts'
import { rewritten } from './run-steps.ts'
import type { Schema } from './schema.ts'

/** A run that is to be, or that was not. */
export type Plan = Pick<Run, 'id' | 'place' | 'date' | 'zone' | 'plannedAt'> &
  Partial<Pick<Run, 'outcome' | 'reason'>>

/** The latest run of a place. */
export type Latest = Pick<Run, 'place' | 'date' | 'zone' | 'plannedAt'>

/** The briefs that are due, and those that were. */
export function createRuns(db: Kysely<Schema>) {
  return {
    /** Records a run, once; with an outcome it is over. */
    async plan({ plannedAt, outcome = null, reason = null, ...plan }: Plan): Promise<boolean> {
      const state = outcome === null ? ('due' as const) : ('done' as const)
      const rows = await db
        .insertInto('runs')
        .values({
          ...plan,
          planned_at: plannedAt,
          state,
          outcome,
          reason,
          owner: '',
          lease_until: 0,
          attempt: 0,
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .execute()
      return rows.length > 0
    },
    /** A run that ended without a message comes due anew, since somebody asked for it. */
    async again(id: Id, at: Instant): Promise<void> {
      await db
        .updateTable('runs')
        .set({ state: 'due', outcome: null, reason: ASKED, lease_until: 0 })
        // What may have been posted is looked for from when it was planned.
        .set((run) => ({
          planned_at: run.case().when('brief', 'is', null).then(at).else(run.ref('planned_at')).end(),
        }))
        .where('id', '=', id)
        .where('state', '=', 'done')
        .where('message', 'is', null)
        .execute()
    },
    /** Of each place that has a subscription. */
    latest(): Promise<Latest[]> {
      return db
        .selectFrom('subscriptions')
        .innerJoin('runs', (join) =>
          join.on('runs.id', '=', (from) =>
            from
              .selectFrom('runs as last')
              .select('last.id')
              .whereRef('last.place', '=', 'subscriptions.place')
              .orderBy('last.planned_at', 'desc')
              .limit(1),
          ),
        )
        .select(['runs.place', 'runs.date', 'runs.zone', 'runs.planned_at as plannedAt'])
        .execute()
    },
    rewritten: (run: Run, brief: Brief) => rewritten(db, run, brief),
  }
}
