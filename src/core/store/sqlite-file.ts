import { existsSync, mkdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SqliteDatabase, SqliteStatement } from 'kysely'
import type Libsql from 'libsql'

/** A statement that waits for another process holds up this one, so it waits this long and is then tried again. */
const BUSY_MS = 15
/** A commit outlives the process at once, and the machine after a flush; what is deleted is overwritten. */
const PRAGMAS = ['journal_mode = WAL', 'synchronous = NORMAL', 'secure_delete = ON']
const MOST_STATEMENTS = 100
const GROUP_MS = 5

/**
 * A file of SQLite's as Kysely takes it. libsql does not reset a statement that failed, and what is written on that
 * connection afterwards is silently never committed; so after an error the file is opened anew.
 */
export async function openSqliteFile(path: string): Promise<SqliteDatabase> {
  const { default: Database } = await import('libsql')
  const openFile = (): Libsql.Database => {
    const folder = dirname(path)
    // One level: the recursive form never ends where a file system takes no folders.
    if (!existsSync(folder)) mkdirSync(folder)
    const database = new Database(path, { timeout: BUSY_MS })
    for (const pragma of PRAGMAS) database.pragma(pragma)
    return database
  }
  let database = openFile()
  let failed = false
  const statements = new Map<string, Libsql.Statement>()
  const statement = (text: string): Libsql.Statement => {
    if (statements.size >= MOST_STATEMENTS) statements.clear()
    const prepared = statements.get(text) ?? database.prepare(text)
    statements.set(text, prepared)
    return prepared
  }
  const watched = <Result>(call: () => Result): Result => {
    try {
      return call()
    } catch (error) {
      failed = true
      throw error
    }
  }
  return {
    prepare(text): SqliteStatement {
      if (failed && !database.inTransaction) {
        statements.clear()
        database.close()
        database = openFile()
        failed = false
      }
      const prepared = watched(() => statement(text))
      return {
        reader: prepared.reader,
        all: (parameters) => watched(() => prepared.all(...parameters)),
        run: (parameters) => watched(() => prepared.run(...parameters)),
        iterate: (parameters) => prepared.iterate(...parameters),
      }
    },
    close: () => void database.close(),
  }
}

/**
 * Resolves when all that was committed is on the disk. It is what `synchronous = FULL` does at each commit, but beside
 * the program and not in its way: SQLite keeps commits in its log until it has carried them over, flushed, by itself.
 * Calls that come together share one flush, and what they answer goes out before it.
 */
export function groupFlush(path: string): () => Promise<void> {
  let next: Promise<void> | undefined
  return () =>
    (next ??= sleep(GROUP_MS).then(() => {
      next = undefined
      return flushLog(`${path}-wal`)
    }))
}

async function flushLog(path: string): Promise<void> {
  if (!existsSync(path)) return
  const log = await open(path, 'r+')
  try {
    await log.datasync()
  } finally {
    await log.close()
  }
}
