import type { Kysely } from 'kysely'
import type { Brief, Run, RunClaim, Shown } from '../briefs/run.ts'
import type { Id, Ref } from '../contract.ts'
import { toJson } from './json.ts'
import type { RequestOptions } from './requests.ts'
import { fenced } from './run-claims.ts'
import { toRun } from './run-row.ts'
import type { Schema } from './schema.ts'

/** How far a run is, step by step: each is recorded where the claim still holds, and may be recorded again. */
export function createRunSteps({ db, engine, owner }: RequestOptions) {
  const own = fenced({ db, owner })
  return {
    async posted(
      claim: RunClaim,
      outcome: string,
      message: Ref | null,
      shown: readonly Shown[],
    ): Promise<void> {
      const set = {
        state: message ? 'posted' : 'done',
        outcome,
        message: message && JSON.stringify(message),
        posted_at: engine.now,
        lease_until: 0,
      }
      await db.transaction().execute(async (transaction) => {
        const rows = await transaction
          .updateTable('runs')
          .set(set as object)
          .where('id', '=', claim.run.id)
          .where('owner', '=', owner)
          .where('attempt', '=', claim.attempt)
          .returning('id')
          .execute()
        if (rows.length > 0) await show(transaction, claim.run, shown)
      })
    },
    /** The run is over without a message; false where another process has taken it over. */
    async finish(claim: RunClaim, outcome: string, reason: string | null): Promise<boolean> {
      const set = { state: 'done', outcome, reason, lease_until: 0 }
      return (await own(claim, set).returning('id').execute()).length > 0
    },
    pinned: (claim: RunClaim, pinned: string) => own(claim, { pinned }).execute(),
    /** The earlier runs of its place whose message is still pinned, or may be. */
    async stillPinned({ run }: RunClaim): Promise<Run[]> {
      const rows = await db
        .selectFrom('runs')
        .selectAll()
        .where('place', '=', run.place)
        .where('planned_at', '<', run.plannedAt)
        .where('message', 'is not', null)
        .where((where) => where.or([where('pinned', '=', 'yes'), where('pinned', 'is', null)]))
        .where('unpinned', 'is', null)
        .execute()
      return rows.map(toRun)
    },
    unpinned: (id: Id, unpinned: string) =>
      db.updateTable('runs').set({ unpinned }).where('id', '=', id).execute(),
    done: (claim: RunClaim) => own(claim, { state: 'done', lease_until: 0 }).execute(),
  }
}

/** What stands in the message now, after it was edited. */
export async function rewritten(db: Kysely<Schema>, run: Run, brief: Brief): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const text = toJson(brief)
    await transaction.updateTable('runs').set({ brief: text }).where('id', '=', run.id).execute()
    await transaction.deleteFrom('shown').where('run', '=', run.id).execute()
    await show(transaction, run, brief.shown)
  })
}

async function show(
  db: Pick<Kysely<Schema>, 'insertInto'>,
  run: Run,
  shown: readonly Shown[],
): Promise<void> {
  if (shown.length === 0) return
  const rows = shown.map((one) => ({ ...one, run: run.id, place: run.place, at: run.plannedAt }))
  await db
    .insertInto('shown')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
