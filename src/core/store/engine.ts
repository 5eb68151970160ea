import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Dialect, PostgresDialect, type RawBuilder, sql, SqliteDialect } from 'kysely'

/** Where the state is kept. */
export type Place = { path: string } | { url: string }

/** What differs between the databases: how they are reached, and how they tell the time. */
export interface Engine {
  name: 'SQLite' | 'PostgreSQL'
  dialect: Dialect
  /** The database's clock, in milliseconds since the epoch. */
  now: RawBuilder<number>
}

/** A statement that waits for another process holds up this one, so it waits this long and is then tried again. */
const BUSY_MS = 15
const CONNECT_MS = 800
const QUERY_MS = 800
const CONNECTIONS = 8
const BIGINT = 20

export async function openEngine(place: Place): Promise<Engine> {
  return 'url' in place ? postgres(place.url) : sqlite(place.path)
}

/** Every commit is on the disk before it counts, and what is deleted is overwritten. */
async function sqlite(path: string): Promise<Engine> {
  const { default: Database } = await import('libsql')
  const dialect = new SqliteDialect({
    database: async () => {
      mkdirSync(dirname(path), { recursive: true })
      const database = new Database(path, { timeout: BUSY_MS })
      for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'secure_delete = ON'])
        database.pragma(pragma)
      return database
    },
  })
  return {
    name: 'SQLite',
    dialect,
    now: sql<number>`cast((julianday('now') - 2440587.5) * 86400000 as integer)`,
  }
}

async function postgres(url: string): Promise<Engine> {
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: QUERY_MS,
    types: {
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        type === BIGINT ? Number : pg.types.getTypeParser(type, format),
    },
  })
  // A connection that breaks while nobody uses it: the next query opens another.
  pool.on('error', () => undefined)
  return {
    name: 'PostgreSQL',
    dialect: new PostgresDialect({ pool }),
    now: sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`,
  }
}
