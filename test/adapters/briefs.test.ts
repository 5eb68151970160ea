import assert from 'node:assert/strict'
import test from 'node:test'
import { DAY_MS, EIGHT, MINUTE_MS, start } from './brief-team.ts'
import { discordStage, slackStage } from './stage.ts'

const isPinned = ({ pinned }: { pinned: boolean }): boolean => pinned

for (const [name, createStage] of [
  ['Slack', slackStage],
  ['Discord', discordStage],
] as const) {
  test(`${name}: who manages a channel sets its brief up, hears when the next ones come, and all read who did`, async () => {
    const { brief, standing, until, store, place } = await start(createStage)
    const told = await brief('on 09:00 Europe/London weekdays')
    assert.match(told, /posted and pinned here at 09:00 \(Europe\/London\), on weekdays/)
    for (const day of ['Thursday, 26 November', 'Friday, 27 November', 'Monday, 30 November'])
      assert.ok(told.includes(day), told)
    await until(() => standing().length === 1)
    assert.match(standing()[0]?.text ?? '', /^(?:ann|ada) set this: A brief is posted and pinned here/)
    assert.equal((await store.subscriptions.of(place))?.rhythm.time, '09:00')
  })

  test(`${name}: others see a preview, and change nothing`, async () => {
    const { brief, standing, store, place } = await start(createStage)
    assert.match(await brief('on 09:00', 'other'), /Only those who manage this channel/)
    assert.match(await brief('preview', 'other'), /Thursday, 26 November 2026.*Today’s reading.*preview/s)
    assert.deepEqual([standing(), await store.subscriptions.of(place)], [[], null])
  })

  test(`${name}: what is not understood is named, with what may be meant`, async () => {
    const { brief } = await start(createStage)
    assert.match(
      await brief('on 9 Europe/Lodnon'),
      /no time zone “Europe\/Lodnon”.*Did you mean Europe\/London/s,
    )
    assert.match(await brief('on 25:00'), /“25:00” is no time of day/)
  })

  test(`${name}: each morning a brief is posted and pinned, and the one before is pinned no longer`, async () => {
    const { brief, standing, until, time, store, place } = await start(createStage)
    await brief('on 09:00')
    await until(() => standing().length === 1)
    time.now = EIGHT + 60 * MINUTE_MS
    await until(() => standing().some(isPinned))
    assert.match(standing().find(isPinned)?.text ?? '', /Thursday, 26 November 2026/)
    time.now += DAY_MS
    await until(() => standing().length === 3 && standing()[2]?.pinned === true && !standing()[1]?.pinned)
    assert.match(standing()[2]?.text ?? '', /Friday, 27 November 2026/)
    assert.match(await brief('status'), /Friday, 27 November 2026.*posted and pinned/s)
    const runs = await store.runHistory.of(place, 9)
    assert.deepEqual(
      runs.map(({ date, outcome }) => [date, outcome]),
      [
        ['2026-11-27', 'sent'],
        ['2026-11-26', 'sent'],
      ],
    )
  })

  test(`${name}: the last briefs, as they are told of, lead to their messages`, async () => {
    const { brief, standing, until, time, over, links, addresses } = await start(createStage)
    await brief('on 09:00')
    await until(() => standing().length === 1)
    for (let day = 0; day < 2; day += 1) {
      time.now = EIGHT + 60 * MINUTE_MS + day * DAY_MS
      await over(day + 1)
    }
    const [, first, second] = addresses()
    for (const words of ['status', 'history']) {
      assert.match(await brief(words), /27 November 2026.*posted and pinned.*26 November 2026/s)
      assert.deepEqual(links(), [second, first])
    }
  })

  test(`${name}: a brief whose response was lost stands once`, async () => {
    const { brief, standing, until, time, losePost, store, place } = await start(createStage)
    await brief('on 09:00')
    await until(() => standing().length === 1)
    losePost()
    time.now = EIGHT + 60 * MINUTE_MS
    await until(() => standing().some(isPinned))
    assert.equal(standing().length, 2)
    assert.equal((await store.runHistory.of(place, 1))[0]?.outcome, 'found')
  })

  test(`${name}: asked for again on the same day, the brief is written anew where it stands`, async () => {
    const { brief, standing, until } = await start(createStage)
    await brief('on 09:00')
    assert.match(await brief('now'), /on its way/)
    await until(() => standing().some(isPinned))
    await brief('topics add sanctions')
    assert.match(await brief('now'), /stands in the channel already: I wrote it anew/)
    const briefs = standing().filter(({ text }) => text.includes('26 November 2026'))
    assert.equal(briefs.length, 1)
    assert.match(briefs[0]?.text ?? '', /On “sanctions”/)
  })

  test(`${name}: where it may not pin, the brief is posted all the same, and the manager is told once`, async () => {
    const { brief, standing, told, until, time, forbidPins, over } = await start(createStage)
    await brief('on 09:00')
    await until(() => standing().length === 1)
    forbidPins()
    forbidPins()
    for (let day = 0; day < 3; day += 1) {
      time.now = EIGHT + 60 * MINUTE_MS + day * DAY_MS
      await over(day + 1)
    }
    await until(() => told().length === 1)
    assert.match(told()[0] ?? '', /could not pin it/)
    assert.deepEqual(standing().map(isPinned), [false, false, false, true])
  })

  test(`${name}: after three failures in a row the briefs stop, and whoever set them up is told`, async () => {
    const { brief, standing, told, until, time, share, over, store, place } = await start(createStage)
    await brief('on 09:00')
    await until(() => standing().length === 1)
    share()
    for (let day = 0; day < 3; day += 1) {
      time.now = EIGHT + 60 * MINUTE_MS + day * DAY_MS
      await over(day + 1)
    }
    await until(() => told().length === 1)
    assert.match(told()[0] ?? '', /I stopped the briefs of a channel that you set up: three in a row/)
    assert.equal((await store.subscriptions.of(place))?.state, 'failing')
  })

  test(`${name}: a brief that was missed for a while is posted late, and one that was missed for longer is told of`, async () => {
    const { brief, standing, until, time } = await start(createStage)
    await brief('on 09:00')
    await until(() => standing().length === 1)
    time.now = EIGHT + 150 * MINUTE_MS
    await until(() => standing().some(isPinned))
    assert.match(standing().at(-1)?.text ?? '', /Late: it was due at 09:00/)
    time.now = EIGHT + DAY_MS + 600 * MINUTE_MS
    let status = ''
    while (!/27 November.*missed/s.test(status)) status = await brief('status')
    assert.equal(standing().length, 2)
  })

  test(`${name}: where nothing is caught up on, a brief that is due is posted all the same`, async () => {
    const { brief, standing, until, time } = await start(createStage, 0)
    await brief('on 09:00')
    await until(() => standing().length === 1)
    time.now = EIGHT + 60 * MINUTE_MS + 500
    await until(() => standing().some(isPinned))
  })
}
