import { type Kysely, type Migration, Migrator, sql } from 'kysely'
import { OperatorError } from '../errors.ts'
import * as requests from './migrations/0001-requests.ts'
import * as turns from './migrations/0002-turns.ts'
import * as library from './migrations/0003-library.ts'
import * as briefs from './migrations/0004-briefs.ts'

/** In the order in which they are run; forward only. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-requests': requests,
  '0002-turns': turns,
  '0003-library': library,
  '0004-briefs': briefs,
}

/**
 * Brings the database to the program's schema. Several processes may start at once: PostgreSQL has a lock for it, and on
 * SQLite each step may be made again. Throws an OperatorError where the database is newer than the program.
 */
export async function migrate<Tables>(db: Kysely<Tables>): Promise<void> {
  const done = await executed(db)
  const newer = done.filter((name) => !(name in MIGRATIONS))
  if (newer.length > 0) {
    throw new OperatorError(
      `The store is newer than this program (it has ${newer.join(', ')}): start the newer program, or name another store (STORE_PATH, DATABASE_URL).`,
    )
  }
  if (done.length === Object.keys(MIGRATIONS).length) return
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}

async function executed<Tables>(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'kysely_migration')) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  return rows.map((row) => row.name)
}
