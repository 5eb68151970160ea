import assert from 'node:assert/strict'
import test from 'node:test'
import { HOUR_MS, NINE, openStand } from './stand.ts'

const DAY_MS = 24 * HOUR_MS

test('a pin over whose record a process died is taken off by the next', async () => {
  const { plan, work, time, pinned } = await openStand()
  await plan('2026-11-26', NINE)
  await work('due')
  pinned.add('a:1/1')
  await plan('2026-11-27', NINE + DAY_MS)
  time.now = NINE + DAY_MS
  await work('due')
  await work('posted')
  await work('posted')
  assert.deepEqual([...pinned], ['a:1/2'])
})

test('a brief that somebody deleted before it was pinned is no trouble of its manager’s', async () => {
  const { plan, work, goes, told } = await openStand()
  await plan('2026-11-26', NINE)
  await work('due')
  goes.pin.push({ ok: false, why: 'gone', cause: new Error('planted') })
  await work('posted')
  assert.deepEqual(told(), [])
})

test('what may not be unpinned one day is unpinned the next', async () => {
  const { plan, work, time, goes, pinned } = await openStand()
  for (const day of [0, 1, 2]) {
    time.now = NINE + day * DAY_MS
    await plan(`2026-11-${26 + day}`, time.now)
    await work('due')
    if (day === 1) goes.unpin.push({ ok: false, why: 'forbidden', cause: new Error('planted') })
    await work('posted')
  }
  assert.deepEqual([...pinned], ['a:1/3'])
})
