import assert from 'node:assert/strict'
import test from 'node:test'
import { HOUR_MS, NINE, openStand, PLACE, SET } from './stand.ts'

const DAY_MS = 24 * HOUR_MS

test('a brief that came due, and that nobody posted in time, is missed', async () => {
  const { plan, work, time, channel, store } = await openStand()
  await plan('2026-11-24', NINE - 2 * DAY_MS)
  await plan('2026-11-26', NINE)
  time.now = NINE + HOUR_MS
  await work('due')
  await work('due')
  assert.equal(channel(), 1)
  const runs = await store.runHistory.of(PLACE, 2)
  assert.deepEqual(
    runs.map(({ outcome }) => outcome),
    ['sent', 'missed'],
  )
})

for (const [seen, outcome] of [
  ['absent', 'missed'],
  ['cannot look', 'unsure'],
] as const) {
  test(`one that somebody died over, and that is ${seen} long afterwards, is ${outcome}`, async () => {
    const { plan, work, time, goes, channel, store } = await openStand()
    await plan('2026-11-26', NINE)
    const [claim] = await store.runClaims.claim('due', 'a:', 1)
    assert.ok(claim)
    await store.runClaims.write(claim, { card: { summary: 'Today', parts: [] }, shown: [] })
    await store.runClaims.putOff(claim, -1)
    goes.find = seen
    time.now = NINE + 4 * HOUR_MS
    await work('due')
    assert.equal(channel(), 0)
    assert.equal((await store.runHistory.of(PLACE, 1))[0]?.outcome, outcome)
  })
}

test('where the platform took nothing for a while, it is posted afterwards, though we may not look', async () => {
  const { plan, work, goes, channel, store } = await openStand()
  await plan('2026-11-26', NINE)
  const wait = { ok: false, why: 'wait', waitMs: 61_000, cause: new Error('planted') } as const
  goes.send.push(wait, wait)
  await work('due')
  assert.equal(channel(), 0)
  await store.db.updateTable('runs').set({ lease_until: 0 }).execute()
  await work('due')
  assert.equal(channel(), 1)
  assert.equal((await store.runHistory.of(PLACE, 1))[0]?.outcome, 'sent')
})

test('a failure is counted by whoever holds the run, and no one else', async () => {
  const { plan, work, adapter, store } = await openStand()
  adapter.inspect = async () => {
    await store.db.updateTable('runs').set({ attempt: 9 }).execute()
    return { readers: 'outsiders', state: 'here', lacks: [] }
  }
  await plan('2026-11-26', NINE)
  await work('due')
  assert.equal((await store.subscriptions.of(PLACE))?.failures, 0)
})

test('a brief that somebody posted and died over is found, though its place was turned off meanwhile', async () => {
  const { plan, work, adapter, channel, store } = await openStand()
  await plan('2026-11-26', NINE)
  const [claim] = await store.runClaims.claim('due', 'a:', 1)
  assert.ok(claim)
  const brief = { card: { summary: 'Today', parts: [] }, shown: [] }
  await store.runClaims.write(claim, brief)
  await store.runClaims.putOff(claim, -1)
  const message = { target: { place: PLACE }, id: 'a:1/7' }
  adapter.find = async () => message
  await store.subscriptions.keep({ ...SET, state: 'off' })
  await work('due')
  const [run] = await store.runHistory.of(PLACE, 1)
  assert.deepEqual([channel(), run?.state, run?.outcome, run?.message], [0, 'posted', 'found', message])
})

test('the manager is told of the stop before it is recorded, so that no crash can come between', async () => {
  const { plan, work, adapter, told, store } = await openStand({ failures: 2 })
  adapter.inspect = async () => ({ readers: 'outsiders', state: 'here', lacks: [] })
  let stateWhenTold: string | undefined
  const send = adapter.send.bind(adapter)
  adapter.send = async (...sent) => {
    stateWhenTold = (await store.runHistory.of(PLACE, 1))[0]?.state
    return send(...sent)
  }
  await plan('2026-11-26', NINE)
  await work('due')
  assert.deepEqual([told().length, stateWhenTold], [1, 'due'])
  assert.equal((await store.subscriptions.of(PLACE))?.state, 'failing')
})
