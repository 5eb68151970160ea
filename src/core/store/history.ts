import { type Kysely, sql } from 'kysely'
import type { Instant } from '../contract.ts'
import type { Engine } from './engine.ts'
import type { Schema } from './schema.ts'

/** What the store has kept, and for how long. */
export function createHistory(db: Kysely<Schema>, engine: Engine) {
  const ago = (ms: number) => sql<Instant>`${engine.now} - ${ms}`
  return {
    /** How many requests of the last so many milliseconds ended how, the most frequent first; those without an end yet are "open". */
    async summary(withinMs: number): Promise<{ outcome: string; count: number }[]> {
      const rows = await db
        .selectFrom('requests')
        .select('outcome')
        .select((row) => row.fn.countAll<number>().as('count'))
        .where('taken_at', '>=', ago(withinMs))
        .groupBy('outcome')
        .execute()
      const counts = rows.map(({ outcome, count }) => ({ outcome: outcome ?? 'open', count: Number(count) }))
      return counts.sort((a, b) => b.count - a.count || (a.outcome < b.outcome ? -1 : 1))
    },
    /** Forgets requests that are done and older than so many milliseconds, old turns, questions and briefs, and what became of documents long ago. */
    async prune(olderThanMs: number): Promise<void> {
      await db
        .deleteFrom('requests')
        .where('state', '=', 'done')
        .where('taken_at', '<', ago(olderThanMs))
        .execute()
      await db
        .updateTable('runs')
        .set({ brief: null })
        .where('state', '=', 'done')
        .where('planned_at', '<', ago(olderThanMs))
        .execute()
      await db.deleteFrom('turns').where('at', '<', ago(olderThanMs)).execute()
      await db.deleteFrom('questions').where('at', '<', ago(olderThanMs)).execute()
      await db.deleteFrom('revisions').where('at', '<', ago(olderThanMs)).execute()
    },
  }
}
