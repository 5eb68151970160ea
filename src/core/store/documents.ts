import { randomUUID } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Instant } from '../contract.ts'
import { type Difference, differenceOf, type Section } from '../library/difference.ts'
import type { Volume } from '../library/document.ts'
import { type Change, changesIn } from './document-changes.ts'
import type { Engine } from './engine.ts'
import type { DocumentRow, RevisionRow, Schema } from './schema.ts'

/** What became of a document at some time. */
export interface Revision {
  at: Instant
  file: string
  title: string
  /** came, changed, renamed (`was` is its name before), or gone. */
  how: 'came' | 'changed' | 'renamed' | 'gone'
  was?: string
  difference: Difference
}

/** The documents as they were last read, and how they came to be so. */
export function createDocuments(db: Kysely<Schema>, engine: Engine) {
  return {
    /** How these documents differ from those that are recorded. */
    async changes(volumes: readonly Volume[]): Promise<Change[]> {
      return changesIn(await db.selectFrom('documents').selectAll().execute(), volumes)
    },
    /** Records a change; where several processes saw it, once. */
    async keep(change: Change): Promise<void> {
      await db.transaction().execute(async (transaction) => {
        if ((await take(transaction, change)) && !change.first) await record(transaction, engine, change)
      })
    },
    /** What became of the documents since then, the oldest first. */
    async since(at: Instant): Promise<Revision[]> {
      const rows = await db.selectFrom('revisions').selectAll().where('at', '>=', at).orderBy('at').execute()
      return rows.map(toRevision)
    },
    async accept(what: 'library'): Promise<void> {
      await db
        .insertInto('acceptances')
        .values({ what, at: engine.now })
        .onConflict((conflict) => conflict.column('what').doUpdateSet({ at: engine.now }))
        .execute()
    },
    /** Whether that was let pass within the last so many milliseconds. */
    async accepted(what: 'library', withinMs: number): Promise<boolean> {
      const row = await db
        .selectFrom('acceptances')
        .select('what')
        .where('what', '=', what)
        .where('at', '>=', sql<Instant>`${engine.now} - ${withinMs}`)
        .executeTakeFirst()
      return row !== undefined
    },
  }
}

/** False where another process has recorded it. */
async function take(db: Transaction<Schema>, { before, after }: Change): Promise<boolean> {
  if (before && before.file === after?.file) {
    const updated = await db
      .updateTable('documents')
      .set(after)
      .where('file', '=', before.file)
      .where('revision', '=', before.revision)
      .returning('file')
      .execute()
    return updated.length > 0
  }
  if (before) {
    const removed = await db
      .deleteFrom('documents')
      .where('file', '=', before.file)
      .where('revision', '=', before.revision)
      .returning('file')
      .execute()
    if (removed.length === 0) return false
  }
  if (!after) return true
  const added = await db
    .insertInto('documents')
    .values(after)
    .onConflict((conflict) => conflict.column('file').doNothing())
    .returning('file')
    .execute()
  return added.length > 0
}

async function record(db: Transaction<Schema>, engine: Engine, { before, after }: Change): Promise<void> {
  const { file, title } = after ?? before ?? { file: '', title: '' }
  const sections = (row: DocumentRow | null): Section[] =>
    row ? (JSON.parse(row.sections) as Section[]) : []
  const renamed = before !== null && after !== null && before.file !== after.file
  await db
    .insertInto('revisions')
    .values({
      id: randomUUID(),
      at: engine.now,
      file,
      title,
      was: renamed ? before.file : null,
      before: before?.revision ?? null,
      after: after?.revision ?? null,
      difference: JSON.stringify(differenceOf(sections(before), sections(after))),
    })
    .execute()
}

function toRevision({ at, file, title, was, before, after, difference }: RevisionRow): Revision {
  const how = before === null ? 'came' : after === null ? 'gone' : was === null ? 'changed' : 'renamed'
  return {
    at,
    file,
    title,
    how,
    ...(was !== null && { was }),
    difference: JSON.parse(difference) as Difference,
  }
}
