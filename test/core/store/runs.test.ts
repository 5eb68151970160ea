import assert from 'node:assert/strict'
import test from 'node:test'
import type { Subscription } from '../../../src/core/briefs/subscription.ts'
import type { Ref } from '../../../src/core/contract.ts'
import type { Store } from '../../../src/core/store/open.ts'
import { ENGINES, joinStore } from './stores.ts'

const MESSAGE: Ref = { target: { place: 'a:1' }, id: 'a:1/7' }
const BRIEF = { card: { summary: 'Today', parts: [] }, shown: [{ mark: 'm', part: 'reading' as const }] }

const SET: Subscription = {
  place: 'a:1',
  rhythm: { time: '09:00', zone: 'Europe/London', days: [1, 3] },
  quiet: true,
  topics: ['leave', 'travel “costs”'],
  manager: 'a:u',
  since: 1,
  pausedUntil: 0,
  state: 'on',
  failures: 0,
  told: '',
}

function plan(place: string, date: string, plannedAt: number) {
  return { id: `${place}@${date}@UTC`, place, date, zone: 'UTC', plannedAt }
}

async function claimOne(store: Store, state: 'due' | 'posted', places = 'a:') {
  const [claim] = await store.runClaims.claim(state, places, 1)
  assert.ok(claim)
  return claim
}

for (const [name, create] of ENGINES) {
  test(`${name}: a run is recorded once, whoever sees it first`, async () => {
    const place = await create()
    const [one, other] = [await joinStore(place, 'one'), await joinStore(place, 'other')]
    const recorded = await Promise.all(
      [one, other].map((store) => store.runs.plan(plan('a:1', '2026-11-26', 9))),
    )
    assert.deepEqual(new Set(recorded), new Set([false, true]))
    assert.equal((await one.runHistory.of('a:1', 9)).length, 1)
  })

  test(`${name}: runs are claimed in the order in which they are due, of the places asked for, each by one`, async () => {
    const place = await create()
    const [one, other] = [await joinStore(place, 'one'), await joinStore(place, 'other')]
    for (const [at, where] of [
      [3, 'a:3'],
      [1, 'a:1'],
      [2, 'b:2'],
      [2, 'a:2'],
    ] as const)
      await one.runs.plan(plan(where, '2026-11-26', at))
    const first = await one.runClaims.claim('due', 'a:', 2)
    const rest = await other.runClaims.claim('due', 'a:', 5)
    const placesOf = (claims: typeof first): string[] => claims.map(({ run }) => run.place)
    assert.deepEqual([placesOf(first), placesOf(rest)], [['a:1', 'a:2'], ['a:3']])
    assert.deepEqual(await other.runClaims.claim('due', 'a:', 5), [])
  })

  test(`${name}: of a place one run is worked on after the other`, async () => {
    const store = await joinStore(await create(), 'one')
    await store.runs.plan(plan('a:1', '2026-11-25', 1))
    await store.runs.plan(plan('a:1', '2026-11-26', 2))
    const first = await claimOne(store, 'due')
    assert.equal(first.run.date, '2026-11-25')
    assert.deepEqual(await store.runClaims.claim('due', 'a:', 5), [])
    await store.runSteps.finish(first, 'skipped', 'quiet')
    assert.equal((await claimOne(store, 'due')).run.date, '2026-11-26')
  })

  test(`${name}: what a dead process held is taken over, and it can record nothing any more`, async () => {
    const place = await create()
    const dead = await joinStore(place, 'dead', -1)
    const living = await joinStore(place, 'living')
    await dead.runs.plan(plan('a:1', '2026-11-26', 1))
    const lost = await claimOne(dead, 'due')
    assert.equal(await dead.runClaims.write(lost, BRIEF), true)
    const claim = await claimOne(living, 'due')
    assert.deepEqual([claim.attempt, claim.run.brief], [2, BRIEF])
    assert.equal(await dead.runClaims.renew(lost), false)
    assert.equal(await dead.runClaims.write(lost, BRIEF), false)
    await dead.runSteps.posted(lost, 'sent', MESSAGE, BRIEF.shown)
    assert.equal((await living.runHistory.of('a:1', 1))[0]?.state, 'due')
    assert.deepEqual(await living.runHistory.shown('a:1'), [])
  })

  test(`${name}: a brief goes from due to posted to done, and what it showed is kept`, async () => {
    const store = await joinStore(await create(), 'one')
    await store.runs.plan(plan('a:1', '2026-11-26', 5))
    const claim = await claimOne(store, 'due')
    await store.runSteps.posted(claim, 'sent', MESSAGE, BRIEF.shown)
    const pinning = await claimOne(store, 'posted')
    await store.runSteps.pinned(pinning, 'yes')
    await store.runSteps.done(pinning)
    const [run] = await store.runHistory.of('a:1', 1)
    assert.deepEqual([run?.state, run?.outcome, run?.pinned, run?.message], ['done', 'sent', 'yes', MESSAGE])
    assert.deepEqual(await store.runHistory.shown('a:1'), [
      { run: run?.id, mark: 'm', part: 'reading', at: 5 },
    ])
    await store.subscriptions.keep(SET)
    assert.deepEqual(
      (await store.runs.latest()).map(({ date }) => date),
      ['2026-11-26'],
    )
    await store.runs.plan(plan('a:1', '2026-11-27', 6))
    const next = { ...pinning, run: { ...pinning.run, id: 'a:1@2026-11-27@UTC', plannedAt: 6 } }
    assert.deepEqual(
      (await store.runSteps.stillPinned(next)).map(({ date }) => date),
      ['2026-11-26'],
    )
    await store.runSteps.unpinned(run?.id ?? '', 'yes')
    assert.deepEqual(await store.runSteps.stillPinned(next), [])
  })

  test(`${name}: what is put off is not claimed before its time`, async () => {
    const store = await joinStore(await create(), 'one')
    await store.runs.plan(plan('a:1', '2026-11-26', 5))
    await store.runClaims.putOff(await claimOne(store, 'due'), 60_000)
    assert.deepEqual(await store.runClaims.claim('due', 'a:', 5), [])
  })

  test(`${name}: a place is kept as it was set up, and stopped after so many failures in a row`, async () => {
    const store = await joinStore(await create(), 'one')
    await store.subscriptions.keep(SET)
    assert.deepEqual(await store.subscriptions.of('a:1'), SET)
    assert.equal(await store.subscriptions.failed('a:1', 2), 1)
    await store.subscriptions.succeeded('a:1')
    assert.equal(await store.subscriptions.failed('a:1', 2), 1)
    assert.equal((await store.subscriptions.of('a:1'))?.state, 'on')
    assert.equal(await store.subscriptions.failed('a:1', 2), 2)
    assert.equal((await store.subscriptions.of('a:1'))?.state, 'failing')
    await store.subscriptions.keep(SET)
    assert.deepEqual(await store.subscriptions.all(), [SET])
    assert.deepEqual(
      [
        await store.subscriptions.tells('a:1', 'full'),
        await store.subscriptions.tells('a:1', 'full'),
        await store.subscriptions.tells('a:1', ''),
      ],
      [true, false, true],
    )
  })

  test(`${name}: zeros are left out of what is kept, and what only looks like one stays`, async () => {
    const store = await joinStore(await create(), 'one')
    await store.subscriptions.keep({ ...SET, topics: ['a\0b', String.raw`\u0000`] })
    assert.deepEqual((await store.subscriptions.of('a:1'))?.topics, ['ab', String.raw`\u0000`])
    await store.runs.plan(plan('a:1', '2026-11-26', 5))
    const card = { summary: String.raw`Write \u0000 for zero`, parts: [] }
    await store.runClaims.write(await claimOne(store, 'due'), { card, shown: [] })
    assert.deepEqual((await store.runHistory.of('a:1', 1))[0]?.brief, { card, shown: [] })
  })

  test(`${name}: questions are counted once, and found by when they were asked`, async () => {
    const store = await joinStore(await create(), 'one')
    const asked = { place: 'a:1', open: true, answered: false, question: 'Why\0?' }
    await store.questions.add('q1', 10, asked)
    await store.questions.add('q1', 10, asked)
    await store.questions.add('q2', 20, { ...asked, answered: true })
    assert.deepEqual(await store.questions.between(10, 20), [{ ...asked, question: 'Why?' }])
  })
}
