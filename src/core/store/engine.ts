import {
  type Dialect,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type RawBuilder,
  sql,
  SqliteDialect,
} from 'kysely'
import type { Pool, QueryResult } from 'pg'
import { groupFlush, openSqliteFile } from './sqlite-file.ts'

/** Where the state is kept. */
export type Place = { path: string } | { url: string }

/** What differs between the databases: how they are reached, and how they tell the time. */
export interface Engine {
  name: 'SQLite' | 'PostgreSQL'
  dialect: Dialect
  /** The database's clock, in milliseconds since the epoch. */
  now: RawBuilder<number>
  /** Resolves when what was committed would survive the loss of the machine's power. */
  flush(): Promise<void>
}

const CONNECT_MS = 1_200
const QUERY_MS = 2_000
const CONNECTIONS = 8
const BIGINT = 20

export async function openEngine(place: Place): Promise<Engine> {
  return 'url' in place ? postgres(place.url) : sqlite(place.path)
}

function sqlite(path: string): Engine {
  return {
    name: 'SQLite',
    dialect: new SqliteDialect({ database: () => openSqliteFile(path) }),
    now: sql<number>`cast((julianday('now') - 2440587.5) * 86400000 as integer)`,
    flush: groupFlush(path),
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
    dialect: new PostgresDialect({ pool: watched(pool) }),
    now: sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`,
    flush: async () => {},
  }
}

/** A connection on which a query got no answer is not used again: it may be dead, or still hold what the query took. */
function watched(pool: Pool): PostgresPool {
  return {
    async connect() {
      const client = await pool.connect()
      let broken = false
      const query = async (text: string, values: unknown[]): Promise<QueryResult> => {
        try {
          return await client.query(text, values)
        } catch (error) {
          broken ||= !(error instanceof Error && 'severity' in error)
          throw error
        }
      }
      return { query, release: () => client.release(broken) } as unknown as PostgresPoolClient
    },
    end: () => pool.end(),
  }
}
