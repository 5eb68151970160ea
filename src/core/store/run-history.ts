import type { Kysely } from 'kysely'
import type { Run, Showing } from '../briefs/run.ts'
import type { Id } from '../contract.ts'
import { toRun } from './run-row.ts'
import type { Schema } from './schema.ts'

/** What became of the briefs of a place, and what they showed. */
export function createRunHistory(db: Kysely<Schema>) {
  return {
    /** Of a place, the latest first. */
    async of(place: Id, limit: number): Promise<Run[]> {
      const rows = await db
        .selectFrom('runs')
        .selectAll()
        .where('place', '=', place)
        .orderBy('planned_at', 'desc')
        .limit(limit)
        .execute()
      return rows.map(toRun)
    },
    /** Of a place, those that have a message, the latest first. */
    async posted(place: Id, limit: number): Promise<Run[]> {
      const rows = await db
        .selectFrom('runs')
        .selectAll()
        .where('place', '=', place)
        .where('message', 'is not', null)
        .orderBy('planned_at', 'desc')
        .limit(limit)
        .execute()
      return rows.map(toRun)
    },
    /** What briefs showed at a place, the latest first. */
    async shown(place: Id): Promise<Showing[]> {
      const rows = await db
        .selectFrom('shown')
        .select(['run', 'mark', 'part', 'at'])
        .where('place', '=', place)
        .orderBy('at', 'desc')
        .orderBy('mark')
        .execute()
      return rows.map(({ part, ...row }) => ({ ...row, part: part as Showing['part'] }))
    },
  }
}
