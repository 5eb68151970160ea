import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('documents')
    .ifNotExists()
    .addColumn('file', 'text', (column) => column.primaryKey())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('revision', 'text', (column) => column.notNull())
    .addColumn('sections', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('revisions')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('file', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('was', 'text')
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .addColumn('difference', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('revisions_age').ifNotExists().on('revisions').column('at').execute()
  await db.schema
    .createTable('acceptances')
    .ifNotExists()
    .addColumn('what', 'text', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute()
}
