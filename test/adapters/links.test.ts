import assert from 'node:assert/strict'
import test from 'node:test'
import { DAY_MS, EIGHT, MINUTE_MS, start } from './brief-team.ts'
import { setUp, start as startDiscord } from './discord-bot.ts'
import { slackStage } from './stage.ts'

const NOT_TOLD = [
  ['refuses', { status: 200, body: { ok: false, error: 'ratelimited' }, times: 2 }],
  ['is in trouble', { status: 500, times: 2 }],
  ['loses its response', { drop: 'after storing', times: 2 }],
  ['takes too long', { delayMs: 1_500, times: 2 }],
] as const
for (const [name, fault] of NOT_TOLD) {
  test(`where Slack ${name}, the last briefs are told of without where they stand`, async () => {
    const { fake, brief, standing, until, time, over, links } = await start(slackStage)
    await brief('on 09:00')
    await until(() => standing().length === 1)
    for (let day = 0; day < 2; day += 1) {
      time.now = EIGHT + 60 * MINUTE_MS + day * DAY_MS
      await over(day + 1)
    }
    fake.faults.add('chat.getPermalink', fault)
    assert.match(await brief('status'), /27 November 2026.*posted and pinned.*26 November 2026/s)
    assert.deepEqual(links(), [])
    await brief('status')
    assert.equal(links().length, 2)
  })
}

test('on Discord a message is opened on its server or among direct messages, where its channel is known', async () => {
  const { fake, adapter, heard } = await startDiscord()
  const { general } = fake.channels
  const { ada } = fake.users
  const link = (channel: string): Promise<string | null> =>
    adapter.linkTo({ target: { place: `discord:${channel}` }, id: `discord:${channel}/5` })
  assert.equal(await link(general), `https://discord.com/channels/${fake.guilds.team}/${general}/5`)
  assert.equal(await link('404'), null)
  await heard(() => fake.direct(ada.id, 'And?'))
  assert.equal(await link(fake.dm(ada.id)), `https://discord.com/channels/@me/${fake.dm(ada.id)}/5`)
})

test('before it was connected, Discord’s channels are not known', async () => {
  const { fake, adapter } = await setUp()
  const place = `discord:${fake.channels.general}`
  assert.equal(await adapter.linkTo({ target: { place }, id: `${place}/5` }), null)
})
