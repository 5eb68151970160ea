import { type Kysely, sql } from 'kysely'
import type { Id, Request } from '../contract.ts'
import type { Engine } from './engine.ts'
import { ended, type Outcome, rowOf } from './request-row.ts'
import type { Schema } from './schema.ts'

/** A request that this process works on. Whoever holds a later attempt has taken it over. */
export interface Claim {
  id: Id
  owner: string
  attempt: number
}

export interface RequestOptions {
  db: Kysely<Schema>
  engine: Engine
  /** This process. */
  owner: string
  /** A claim that was not renewed for so long is a dead process's. */
  leaseMs: number
}

/** The requests that were taken, and what became of them. Each call is one statement or one transaction. */
export function createRequests({ db, engine, owner, leaseMs }: RequestOptions) {
  const leaseUntil = sql<number>`${engine.now} + ${leaseMs}`
  const row = { id: '', request: '', secret: '', taken_at: engine.now, owner, lease_until: leaseUntil }
  // On the way of every answer, so it is compiled once.
  const insert = db
    .insertInto('requests')
    .values({ ...row, state: 'claimed', attempt: 1 })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .compile()
  return {
    /** Records a request and claims it. Null where it is recorded already: another process, or an earlier delivery, has it. */
    async record(request: Request): Promise<Claim | null> {
      const { id, request: json, secret } = rowOf(request)
      const parameters = [id, json, secret, ...insert.parameters.slice(3)]
      const { rows } = await db.executeQuery({ ...insert, parameters })
      return rows.length > 0 ? { id, owner, attempt: 1 } : null
    },
    /** Keeps what was done while the store was away; a request that someone else has is left to them. */
    async keep(request: Request, outcome: Outcome | null): Promise<void> {
      const done = outcome && { ...ended(outcome), done_at: engine.now }
      const row = { ...rowOf(request), taken_at: engine.now, owner, lease_until: leaseUntil }
      const state = done ? ('done' as const) : ('claimed' as const)
      await db
        .insertInto('requests')
        .values({ ...row, state, attempt: 1, ...done })
        .onConflict((conflict) =>
          done
            ? conflict.column('id').doUpdateSet(done).where('requests.owner', '=', owner)
            : conflict.column('id').doNothing(),
        )
        .execute()
    },
    /** Records how a request ended, and wipes its secret, where it is still this claim's. */
    async finish({ id, attempt }: Claim, outcome: Outcome): Promise<void> {
      await db
        .updateTable('requests')
        .set({ ...ended(outcome), done_at: engine.now })
        .where('id', '=', id)
        .where('owner', '=', owner)
        .where('attempt', '=', attempt)
        .execute()
    },
  }
}
