import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('requests')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('taken_at', 'bigint', (column) => column.notNull())
    .addColumn('request', 'text', (column) => column.notNull())
    .addColumn('secret', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('lease_until', 'bigint', (column) => column.notNull())
    .addColumn('attempt', 'integer', (column) => column.notNull())
    .addColumn('outcome', 'text')
    .addColumn('message', 'text')
    .addColumn('done_at', 'bigint')
    .execute()
  await db.schema
    .createIndex('requests_open')
    .ifNotExists()
    .on('requests')
    .columns(['state', 'lease_until'])
    .execute()
  await db.schema.createIndex('requests_age').ifNotExists().on('requests').column('taken_at').execute()
}
