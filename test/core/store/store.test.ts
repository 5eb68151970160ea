import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import { sql } from 'kysely'
import Database from 'libsql'
import type { Request } from '../../../src/core/contract.ts'
import { OperatorError } from '../../../src/core/errors.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { ENGINES, joinStore, postgres } from './stores.ts'

const request = (id: string, more: Partial<Request> = {}): Request => ({
  id,
  at: 0,
  place: { id: 'test:place', kind: 'channel', readers: 'team' },
  person: { id: 'test:alice', member: true },
  intent: { do: 'ask', text: 'When?' },
  reply: { place: 'test:place', thread: '1' },
  ...more,
})

for (const [engine, create] of ENGINES) {
  test(`${engine}: a request is claimed by whoever records it first, once`, async () => {
    const place = await create()
    const [a, b] = [await joinStore(place, 'a'), await joinStore(place, 'b')]
    const claims = await Promise.all([a.requests.record(request('1')), b.requests.record(request('1'))])
    assert.equal(claims.filter((claim) => claim !== null).length, 1)
    assert.equal(await a.requests.record(request('1')), null)
  })

  test(`${engine}: only requests of dead processes are taken over, each by one`, async () => {
    const place = await create()
    const [dead, a, b] = [
      await joinStore(place, 'dead', -1),
      await joinStore(place, 'a'),
      await joinStore(place, 'b'),
    ]
    const ids = Array.from({ length: 20 }, (_, i) => String(i))
    for (const id of ids) await dead.requests.record(request(id))
    await a.requests.record(request('alive'))
    const taken = (await Promise.all([a.claims.takeOver(20), b.claims.takeOver(20)])).flat()
    assert.deepEqual(new Set(taken.map((claim) => claim.id)), new Set(ids))
    assert.equal(taken.length, ids.length)
    assert.ok(taken.every((claim) => claim.attempt === 2))
    assert.deepEqual(await a.claims.takeOver(20), [])
  })

  test(`${engine}: the request comes back whole, and its secret is wiped when it is done`, async () => {
    const place = await create()
    const [dead, a] = [await joinStore(place, 'dead', -1), await joinStore(place, 'a')]
    const asked = request('1', { reply: { place: 'test:place', only: 'test:alice', secret: 'a-token' } })
    await dead.requests.record(asked)
    const [claimed] = await a.claims.takeOver(1)
    assert.deepEqual(claimed?.request, asked)
    const message = { target: asked.reply, id: 'test:2' }
    await a.requests.finish(claimed, { how: 'sent', message })
    const row = await a.db.selectFrom('requests').selectAll().executeTakeFirstOrThrow()
    assert.doesNotMatch(JSON.stringify(row), /a-token/)
    assert.deepEqual([row.state, row.outcome, row.attempt], ['done', 'sent', 2])
    assert.deepEqual(JSON.parse(row.message ?? ''), {
      target: { place: 'test:place', only: 'test:alice' },
      id: 'test:2',
    })
  })

  test(`${engine}: who has lost a claim holds it no longer, and records no outcome`, async () => {
    const place = await create()
    const [slow, a] = [await joinStore(place, 'slow', -1), await joinStore(place, 'a')]
    const lost = await slow.requests.record(request('1'))
    assert.ok(lost)
    assert.equal(await slow.claims.renew(lost), true)
    const [claimed] = await a.claims.takeOver(1)
    assert.ok(claimed)
    assert.equal(await slow.claims.renew(lost), false)
    await slow.requests.finish(lost, { how: 'failed: gone' })
    await a.requests.finish(claimed, { how: 'sent' })
    const row = await a.db.selectFrom('requests').selectAll().executeTakeFirstOrThrow()
    assert.deepEqual([row.owner, row.outcome], ['a', 'sent'])
    assert.deepEqual(await slow.claims.takeOver(5), [])
  })

  test(`${engine}: a process holds on to all it works on`, async () => {
    const place = await create()
    const a = await joinStore(place, 'a', -1)
    await a.requests.record(request('1'))
    const again = await joinStore(place, 'a')
    await again.claims.renewAll(['1', 'unknown'])
    assert.deepEqual(await (await joinStore(place, 'b')).claims.takeOver(5), [])
  })

  test(`${engine}: what was done meanwhile is kept, but not over what someone else has`, async () => {
    const place = await create()
    const [a, b] = [await joinStore(place, 'a'), await joinStore(place, 'b')]
    await a.requests.keep(request('1'), null)
    await a.requests.keep(request('1'), { how: 'sent' })
    await b.requests.record(request('2'))
    await a.requests.keep(request('2'), { how: 'sent' })
    const rows = await a.db.selectFrom('requests').select(['id', 'state', 'owner']).orderBy('id').execute()
    assert.deepEqual(rows, [
      { id: '1', state: 'done', owner: 'a' },
      { id: '2', state: 'claimed', owner: 'b' },
    ])
  })

  test(`${engine}: the last questions of a conversation, the oldest first`, async () => {
    const { turns } = await joinStore(await create(), 'a')
    // Many of them within one millisecond.
    const asked = Array.from({ length: 20 }, (_, i) => `Question ${i}?`)
    for (const [id, question] of asked.entries()) await turns.add(String(id), 'here', question)
    await turns.add('elsewhere', 'elsewhere', 'Another?')
    assert.deepEqual(await turns.last('here', 18, 60_000), asked.slice(2))
    assert.deepEqual(await turns.last('here', 5, -60_000), [])
  })

  test(`${engine}: whatever was written in a question is kept`, async () => {
    const place = await create()
    const [dead, a] = [await joinStore(place, 'dead', -1), await joinStore(place, 'a')]
    const text = "A zero \0, half a pair \uD83D, a quote ' and “👍”"
    const asked = request('1', { intent: { do: 'ask', text } })
    await dead.requests.record(asked)
    assert.deepEqual((await a.claims.takeOver(1))[0]?.request, asked)
    await a.turns.add('1', 'here', text)
    assert.match((await a.turns.last('here', 1, 60_000))[0] ?? '', /^A zero , half/)
  })

  test(`${engine}: what is old is forgotten, what is not done is not`, async () => {
    const store = await joinStore(await create(), 'a')
    const claim = await store.requests.record(request('done'))
    assert.ok(claim)
    await store.requests.finish(claim, { how: 'sent' })
    await store.requests.record(request('open'))
    await store.turns.add('done', 'here', 'When?')
    await store.history.prune(60_000)
    assert.equal((await store.db.selectFrom('requests').select('id').execute()).length, 2)
    assert.deepEqual(await store.history.summary(60_000), [
      { outcome: 'open', count: 1 },
      { outcome: 'sent', count: 1 },
    ])
    await store.history.prune(-60_000)
    assert.deepEqual(await store.db.selectFrom('requests').select('id').execute(), [{ id: 'open' }])
    assert.deepEqual(await store.turns.last('here', 5, 60_000), [])
  })

  test(`${engine}: several processes may start on an empty store at once`, async () => {
    const place = await create()
    const stores = await Promise.all(['a', 'b', 'c'].map((owner) => joinStore(place, owner)))
    assert.ok(await stores[0]?.requests.record(request('1')))
  })

  test(`${engine}: a store newer than the program is refused, and what to do is said`, async () => {
    const place = await create()
    const { db } = await joinStore(place, 'a')
    await sql`insert into kysely_migration (name, timestamp) values ('0099-later', '2099-01-01')`.execute(db)
    await assert.rejects(joinStore(place, 'b'), (error) => {
      assert.ok(error instanceof OperatorError)
      assert.match(error.message, /newer than this program \(it has 0099-later\).*STORE_PATH, DATABASE_URL/)
      return true
    })
  })
}

test('SQLite: after a statement that met a lock, what is written is committed for everyone', async () => {
  const place = { path: join(temporaryFolder(), 'a.db') }
  const store = await joinStore(place, 'a')
  const other = new Database(place.path)
  other.exec('begin immediate; create table other (x)')
  await assert.rejects(store.requests.record(request('1')), /locked/)
  other.exec('commit')
  assert.ok(await store.requests.record(request('2')))
  const seen = other.prepare('select id from requests').all() as { id: string }[]
  other.close()
  assert.deepEqual(
    seen.map(({ id }) => id),
    ['2'],
  )
})

test('PostgreSQL: a request that was taken over without our hearing of it is taken over again', async () => {
  const place = { url: await postgres.create('orphan') }
  const [dead, live] = [await joinStore(place, 'dead', -1), await joinStore(place, 'live', -1)]
  await dead.requests.record(request('1'))
  await live.claims.takeOver(5)
  // Its answer was lost: nothing is under way.
  await live.claims.renewAll([])
  assert.equal((await live.claims.takeOver(5)).length, 1)
})

test('SQLite: a migration that a dying process left half done is completed', async () => {
  const place = { path: join(temporaryFolder(), 'a.db') }
  const { db } = await joinStore(place, 'a')
  await sql`delete from kysely_migration`.execute(db)
  assert.ok(await (await joinStore(place, 'b')).requests.record(request('1')))
})

test('PostgreSQL: a connection on which a query got no answer is not used again', async () => {
  const place = { url: await postgres.create('silent') }
  const store = await joinStore(place, 'a')
  const pid = async (): Promise<unknown> =>
    (await sql`select pg_backend_pid() as pid`.execute(store.db)).rows[0]
  const before = await pid()
  await assert.rejects(sql`select pg_sleep(2.5)`.execute(store.db), /timeout/)
  assert.notDeepEqual(await pid(), before)
})
