import { sql } from 'kysely'
import type { Brief, RunClaim } from '../briefs/run.ts'
import type { Id, Instant } from '../contract.ts'
import { toJson } from './json.ts'
import type { RequestOptions } from './requests.ts'
import { toRun } from './run-row.ts'

/** Who works on which run: held for the time of a lease on the database's clock, fenced by owner and attempt. */
export function createRunClaims({ db, engine, owner, leaseMs }: RequestOptions) {
  const leaseUntil = sql<number>`${engine.now} + ${leaseMs}`
  const own = fenced({ db, owner })
  return {
    /**
     * Claims runs of places that begin so, the one that was due first first: those to be posted, or those to be pinned;
     * of a place one is pinned after the other.
     */
    async claim(state: 'due' | 'posted', places: string, limit: number): Promise<RunClaim[]> {
      const free = freeRuns(db, engine, state, places).limit(limit)
      const rows = await db
        .updateTable('runs')
        .set((row) => ({ owner, lease_until: leaseUntil, attempt: row('attempt', '+', 1) }))
        .where('id', 'in', free)
        .where('state', '=', state)
        .where('lease_until', '<', engine.now)
        .returningAll()
        .execute()
      const claims = rows.map((row) => ({ run: toRun(row), owner, attempt: row.attempt }))
      return claims.sort((a, b) => a.run.plannedAt - b.run.plannedAt || (a.run.place < b.run.place ? -1 : 1))
    },
    /** False where another process has taken it over. */
    async renew(claim: RunClaim): Promise<boolean> {
      return (await own(claim, { lease_until: leaseUntil }).returning('id').execute()).length > 0
    },
    async renewAll(ids: readonly Id[]): Promise<void> {
      if (ids.length === 0) return
      await db
        .updateTable('runs')
        .set({ lease_until: leaseUntil })
        .where('id', 'in', ids)
        .where('owner', '=', owner)
        .execute()
    },
    /** Keeps what is going to be posted, so that every attempt posts the same. */
    async write(claim: RunClaim, brief: Brief): Promise<boolean> {
      const set = { brief: toJson(brief) }
      return (await own(claim, set).returning('id').execute()).length > 0
    },
    /** What was written is known not to be posted: whoever comes next need not look for it. */
    async unwrite(claim: RunClaim): Promise<void> {
      await own(claim, { brief: null }).execute()
    },
    /** Lets whoever comes next try again after so long. */
    async putOff(claim: RunClaim, ms: number): Promise<void> {
      await own(claim, { lease_until: sql<Instant>`${engine.now} + ${ms}` }).execute()
    },
  }
}

/** Changes a run where the claim on it still holds. */
export function fenced({ db, owner }: Pick<RequestOptions, 'db' | 'owner'>) {
  return ({ run, attempt }: RunClaim, set: object) =>
    db
      .updateTable('runs')
      .set(set)
      .where('id', '=', run.id)
      .where('owner', '=', owner)
      .where('attempt', '=', attempt)
}

/** Those that nobody holds; of a place one after the other. */
function freeRuns(
  db: RequestOptions['db'],
  { now }: RequestOptions['engine'],
  state: 'due' | 'posted',
  places: string,
) {
  return db
    .selectFrom('runs')
    .select('id')
    .where('state', '=', state)
    .where('lease_until', '<', now)
    .where('place', 'like', `${places}%`)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('runs as earlier')
            .select('earlier.id')
            .whereRef('earlier.place', '=', 'runs.place')
            .whereRef('earlier.planned_at', '<', 'runs.planned_at')
            .where('earlier.state', '=', state),
        ),
      ),
    )
    .orderBy('planned_at')
    .orderBy('place')
}
