import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test, { after, before } from 'node:test'
import { sql } from 'kysely'
import { OperatorError } from '../../../src/core/errors.ts'
import { faultOf } from '../../../src/core/store/fault.ts'
import { openStore, type StoreOptions } from '../../../src/core/store/open.ts'
import { type Postgres, startPostgres } from '../../postgres.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

let postgres: Postgres
before(async () => {
  postgres = await startPostgres()
})
after(() => postgres.close())

const open = (place: StoreOptions['place']) => openStore({ place, owner: 'a', leaseMs: 1000 })

/** What the operator is told where the store cannot be used at all. */
async function refusal(place: StoreOptions['place']): Promise<string> {
  const store = await open(place)
  const error: unknown = await store.prepare().then(
    () => assert.fail('It was taken.'),
    (reason: unknown) => reason,
  )
  await store.close()
  assert.ok(error instanceof OperatorError, String(error))
  assert.doesNotMatch(error.message, /a-password|wrong-one/)
  return error.message
}

test('a file that is no database, and a path that cannot be written', async () => {
  const junk = join(temporaryFolder(), 'junk.db')
  writeFileSync(junk, 'no database at all '.repeat(500))
  assert.match(await refusal({ path: junk }), /SQLite.*no database, or damaged: move it away \(STORE_PATH\)/)
  assert.match(
    await refusal({ path: join(junk, 'x.db') }),
    /cannot be written: make STORE_PATH a writable path/,
  )
  assert.match(
    await refusal({ path: temporaryFolder() }),
    /cannot be written: make STORE_PATH a writable path/,
  )
})

test('a wrong password, a database that does not exist', async () => {
  const wrong = postgres.url('postgres').replace('a-password', 'wrong-one')
  assert.match(await refusal({ url: wrong }), /PostgreSQL.*user or the password is wrong: check DATABASE_URL/)
  assert.match(
    await refusal({ url: postgres.url('nowhere') }),
    /no such database: create it, or check its name/,
  )
})

test('a full disk, a file that became read-only, a server that does not answer', async () => {
  const store = await open({ path: join(temporaryFolder(), 'a.db') })
  await store.prepare()
  const said = async (call: Promise<unknown>): Promise<string> =>
    call.then(
      () => assert.fail('It was taken.'),
      (error: unknown) => faultOf(error).line,
    )
  await sql`pragma max_page_count = 1`.execute(store.db)
  const many = async (): Promise<void> => {
    for (let i = 0; i < 500; i += 1) await store.turns.add(String(i), 'here', 'x'.repeat(1000))
  }
  assert.match(await said(many()), /the disk is full: free some space/)
  await sql`pragma query_only = on`.execute(store.db)
  assert.match(await said(store.turns.add('y', 'here', 'y')), /cannot be written/)
  await store.close()
  const nobody = await open({ url: 'postgres://a:b@127.0.0.1:1/x' })
  assert.match(await said(nobody.turns.add('z', 'here', 'z')), /does not answer: check that it runs/)
  await nobody.close()
})
