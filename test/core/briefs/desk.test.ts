import assert from 'node:assert/strict'
import test from 'node:test'
import { createDesk } from '../../../src/core/briefs/desk.ts'
import type { Request } from '../../../src/core/contract.ts'
import { HOUR_MS, NINE, openStand, PLACE } from './stand.ts'

/** Says it as the place's manager; resolves to the first line of the answer. */
function deskOf({ adapter, book, writer, deliver, time }: Awaited<ReturnType<typeof openStand>>) {
  const settings = { admins: [], locale: 'en-GB', zone: 'Europe/London', report: () => {} }
  const desk = createDesk({ ...settings, adapters: [adapter], book, writer, deliver, now: () => time.now })
  return async (words: string, again = false): Promise<string> => {
    const request: Request = {
      id: 'a:r',
      at: time.now,
      place: { id: PLACE, kind: 'channel', readers: 'team' },
      person: { id: 'a:u', member: true, manages: true },
      intent: { do: 'command', name: 'brief', words },
      reply: { place: PLACE, only: 'a:u' },
    }
    return (await desk(request, again)).summary
  }
}

for (const [how, set] of [
  ['paused', { pausedUntil: NINE + 100 * HOUR_MS }],
  ['quiet, with nothing but the reading', { quiet: true }],
] as const) {
  test(`asked for where briefs are ${how}, today’s is posted`, async () => {
    const stand = await openStand(set)
    assert.match(await deskOf(stand)('now'), /on its way/)
    await stand.work('due')
    assert.equal(stand.channel(), 1)
  })
}

test('asked for after it was skipped, today’s is posted', async () => {
  const stand = await openStand({ quiet: true })
  await stand.plan('2026-11-26', NINE)
  await stand.work('due')
  assert.equal(stand.channel(), 0)
  assert.match(await deskOf(stand)('now'), /on its way/)
  await stand.work('due')
  assert.equal(stand.channel(), 1)
})

test('a word that every object knows is not understood either', async () => {
  assert.match(await deskOf(await openStand())('constructor'), /I don’t know/)
})

test('a pause is told of until it is over', async () => {
  const stand = await openStand({ pausedUntil: NINE + HOUR_MS })
  assert.match(await deskOf(stand)('status'), /Paused/)
  stand.time.now = NINE + 2 * HOUR_MS
  assert.doesNotMatch(await deskOf(stand)('status'), /Paused/)
})

test('a change over which a process died is announced once', async () => {
  const stand = await openStand()
  const say = deskOf(stand)
  const until = async (so: () => boolean): Promise<void> => {
    while (!so()) await new Promise((resolve) => setImmediate(resolve))
  }
  await say('topics add fees', false)
  await until(() => stand.channel() === 1)
  await say('topics add fees', true)
  // Where it is not known whether it stands, whoever changed it is told, and nobody else.
  await until(() => stand.told().length === 1)
  assert.equal(stand.channel(), 1)
})
