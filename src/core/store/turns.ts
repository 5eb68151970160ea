import { type Kysely, sql } from 'kysely'
import type { Id, Instant } from '../contract.ts'
import type { Engine } from './engine.ts'
import type { Schema } from './schema.ts'

/** The last questions of each conversation. */
export function createTurns(db: Kysely<Schema>, engine: Engine) {
  return {
    /** PostgreSQL takes no text with a zero in it, so those are left out. No two of a conversation are of one instant. */
    async add(id: Id, conversation: string, question: string): Promise<void> {
      const at = sql<Instant>`(
        select case when max(at) >= ${engine.now} then max(at) + 1 else ${engine.now} end
        from turns where conversation = ${conversation})`
      await db
        .insertInto('turns')
        .values({ id, conversation, at, question: question.replaceAll('\0', '') })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute()
    },
    /** The last questions of a conversation that are no older, the oldest first. */
    async last(conversation: string, count: number, olderThanMs: number): Promise<string[]> {
      const rows = await db
        .selectFrom('turns')
        .select('question')
        .where('conversation', '=', conversation)
        .where('at', '>=', sql<Instant>`${engine.now} - ${olderThanMs}`)
        .orderBy('at', 'desc')
        .limit(count)
        .execute()
      return rows.map((row) => row.question).reverse()
    },
  }
}
