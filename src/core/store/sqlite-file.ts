import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { SqliteDatabase, SqliteStatement } from 'kysely'
import type Libsql from 'libsql'

/** A statement that waits for another process holds up this one, so it waits this long and is then tried again. */
const BUSY_MS = 15
/** Every commit is on the disk before it counts, and what is deleted is overwritten. */
const PRAGMAS = ['journal_mode = WAL', 'synchronous = FULL', 'secure_delete = ON']

/**
 * A file of SQLite's as Kysely takes it. libsql does not reset a statement that failed, and what is written on that
 * connection afterwards is silently never committed; so after an error the file is opened anew.
 */
export async function openSqliteFile(path: string): Promise<SqliteDatabase> {
  const { default: Database } = await import('libsql')
  const open = (): Libsql.Database => {
    const folder = dirname(path)
    // One level: the recursive form never ends where a file system takes no folders.
    if (!existsSync(folder)) mkdirSync(folder)
    const database = new Database(path, { timeout: BUSY_MS })
    for (const pragma of PRAGMAS) database.pragma(pragma)
    return database
  }
  let database = open()
  let failed = false
  const watched = <Result>(call: () => Result): Result => {
    try {
      return call()
    } catch (error) {
      failed = true
      throw error
    }
  }
  return {
    prepare(statement): SqliteStatement {
      if (failed && !database.inTransaction) {
        database.close()
        database = open()
        failed = false
      }
      const prepared = watched(() => database.prepare(statement))
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
