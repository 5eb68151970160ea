import type { Kysely } from 'kysely'
import type { Asked } from '../briefs/compose/asked.ts'
import type { Id, Instant } from '../contract.ts'
import type { Schema } from './schema.ts'

/** What was asked, to be counted. */
export function createQuestions(db: Kysely<Schema>) {
  return {
    /** PostgreSQL takes no text with a zero in it, so those are left out. */
    async add(id: Id, at: Instant, { place, open, answered, question }: Asked): Promise<void> {
      const row = { place, open: Number(open), answered: Number(answered) }
      await db
        .insertInto('questions')
        .values({ ...row, id, at, question: question.replaceAll('\0', '') })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute()
    },
    /** From the one instant on and before the other, the oldest first. */
    async between(from: Instant, to: Instant): Promise<Asked[]> {
      const rows = await db
        .selectFrom('questions')
        .select(['place', 'open', 'answered', 'question'])
        .where('at', '>=', from)
        .where('at', '<', to)
        .orderBy('at')
        .execute()
      return rows.map(({ open, answered, ...row }) => ({
        ...row,
        open: open === 1,
        answered: answered === 1,
      }))
    },
  }
}
