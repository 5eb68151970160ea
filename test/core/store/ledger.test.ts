import assert from 'node:assert/strict'
import { join } from 'node:path'
import test, { after, before } from 'node:test'
import Database from 'libsql'
import type { Request } from '../../../src/core/contract.ts'
import { createStoreLedger } from '../../../src/core/store/ledger.ts'
import { openStore, type StoreOptions } from '../../../src/core/store/open.ts'
import { createLines } from '../../adapters/answering.ts'
import { type Postgres, startPostgres } from '../../postgres.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

let postgres: Postgres
before(async () => {
  postgres = await startPostgres()
})
after(() => postgres.close())

const request = (id: string): Request => ({
  id,
  at: 0,
  place: { id: 'test:place', kind: 'channel', readers: 'team' },
  person: { id: 'test:alice', member: true },
  intent: { do: 'ask', text: 'When?' },
  reply: { place: 'test:place' },
})

async function ledgerOn(place: StoreOptions['place']) {
  const log = createLines()
  const store = await openStore({ place, owner: 'a', leaseMs: 60_000 })
  const limits = { callMs: 150, probeMs: 20 }
  const ledger = createStoreLedger({
    store,
    owner: 'a',
    retentionMs: 1000,
    say: (line) => log.info(line),
    limits,
  })
  await ledger.open()
  const rows = async () =>
    store.db.selectFrom('requests').select(['id', 'state', 'outcome']).orderBy('id').execute()
  return { ledger, rows, log }
}

/** One request before, two while the store is away, of which one is done; then it comes back. */
async function throughAnOutage(
  place: StoreOptions['place'],
  leave: () => Promise<unknown>,
  comeBack: () => Promise<unknown>,
): Promise<void> {
  const { ledger, rows, log } = await ledgerOn(place)
  const before = await ledger.record(request('1'))
  assert.ok(before)
  await leave()
  const during = await ledger.record(request('2'))
  assert.ok(during)
  assert.ok(await ledger.record(request('3')))
  assert.equal(await ledger.holds(during), true)
  assert.deepEqual(await ledger.earlier('here'), [])
  await ledger.finish(before, request('1'), { how: 'sent' })
  await ledger.finish(during, request('2'), { how: 'found' })
  assert.deepEqual(await ledger.sweep(['1']), [])
  assert.equal(ledger.status().away, true)
  assert.match(log.lines.join('\n'), /is away: .*Answering from memory until it is back\./)
  await comeBack()
  await log.said(') is back')
  assert.deepEqual(ledger.status(), { engine: ledger.status().engine, away: false, waiting: 0 })
  assert.deepEqual(await rows(), [
    { id: '1', state: 'done', outcome: 'sent' },
    { id: '2', state: 'done', outcome: 'found' },
    { id: '3', state: 'claimed', outcome: null },
  ])
  assert.equal(await ledger.record(request('2')), null)
  assert.equal(log.lines.length, 2)
  await ledger.close()
}

test('a file that another process has locked: work goes on from memory, and is kept afterwards', async () => {
  const path = join(temporaryFolder(), 'a.db')
  const other = new Database(path)
  await throughAnOutage(
    { path },
    async () => other.exec('begin immediate; create table other (x)'),
    async () => other.exec('commit'),
  )
  other.close()
})

test('a server that is stopped: work goes on from memory, and is kept afterwards', async () => {
  const url = await postgres.create('outage')
  await throughAnOutage({ url }, postgres.down, postgres.up)
})

test('a store that is away when we start is waited for', async () => {
  const url = await postgres.create('late')
  await postgres.down()
  const { ledger, rows, log } = await ledgerOn({ url })
  assert.ok(await ledger.record(request('1')))
  await postgres.up()
  await log.said(') is back')
  assert.deepEqual(await rows(), [{ id: '1', state: 'claimed', outcome: null }])
  await ledger.close()
})

test('a record that the store does not take is given up, and nothing else is held up', async () => {
  const { ledger, log } = await ledgerOn({ url: await postgres.create('refusing') })
  await ledger.remember('test:1', 'here\0', 'When?')
  assert.equal(ledger.status().away, false)
  assert.match(log.lines.join(), /does not take a record/)
  assert.ok(await ledger.record(request('test:2')))
  await ledger.close()
})
