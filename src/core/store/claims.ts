import { sql } from 'kysely'
import type { Id, Request } from '../contract.ts'
import { requestOf } from './request-row.ts'
import type { Claim, RequestOptions } from './requests.ts'

export interface Claimed extends Claim {
  request: Request
}

/** In one statement. */
const MOST_IDS = 1000

/** Who works on which request: held for the time of a lease on the database's clock, fenced by owner and attempt. */
export function createClaims({ db, engine, owner, leaseMs }: RequestOptions) {
  const leaseUntil = sql<number>`${engine.now} + ${leaseMs}`
  return {
    /** Claims requests of dead processes, the oldest first. */
    async takeOver(limit: number): Promise<Claimed[]> {
      const stale = db
        .selectFrom('requests')
        .select('id')
        .where('state', '=', 'claimed')
        .where('lease_until', '<', engine.now)
        .orderBy('taken_at')
        .limit(limit)
      const rows = await db
        .updateTable('requests')
        .set((row) => ({ owner, lease_until: leaseUntil, attempt: row('attempt', '+', 1) }))
        .where('id', 'in', stale)
        .where('state', '=', 'claimed')
        .where('lease_until', '<', engine.now)
        .returning(['id', 'request', 'secret', 'attempt'])
        .execute()
      return rows.map(({ id, request, secret, attempt }) => ({
        id,
        owner,
        attempt,
        request: requestOf(request, secret),
      }))
    },
    /** Holds on to those of these requests that are this process's. */
    async renewAll(ids: readonly Id[]): Promise<void> {
      for (let at = 0; at < ids.length; at += MOST_IDS) {
        await db
          .updateTable('requests')
          .set({ lease_until: leaseUntil })
          .where('id', 'in', ids.slice(at, at + MOST_IDS))
          .where('state', '=', 'claimed')
          .where('owner', '=', owner)
          .execute()
      }
    },
    /** False where another process has taken the request over. */
    async renew({ id, attempt }: Claim): Promise<boolean> {
      const row = await db
        .updateTable('requests')
        .set({ lease_until: leaseUntil })
        .where('id', '=', id)
        .where('owner', '=', owner)
        .where('attempt', '=', attempt)
        .where('state', '=', 'claimed')
        .returning('id')
        .executeTakeFirst()
      return row !== undefined
    },
  }
}
