import assert from 'node:assert/strict'
import { join } from 'node:path'
import test, { afterEach } from 'node:test'
import { createFakeDiscord, type FakeDiscord } from '../fakes/discord.ts'
import { createFakeSlack } from '../fakes/slack.ts'
import { run } from './built.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { discordEnv, type Service, slackEnv, startService } from '../service.ts'

const QUESTION = 'When was the first Central Asia-Russia summit?'
const ANSWER = /is conducting active diplomacy/

const open: (() => unknown)[] = []
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close()
})

function serve(env: Record<string, string>): Service {
  const service = startService(env)
  open.push(() => service.process.kill('SIGKILL'))
  return service
}

async function platforms() {
  const slack = await createFakeSlack()
  open.push(() => slack.close())
  const discord = await createFakeDiscord()
  open.push(() => discord.close())
  return { slack, discord }
}

const fromBot = (discord: FakeDiscord, channel: string) =>
  discord.messages(channel).filter((message) => message.author.id === discord.bot.id)

test('one process serves both platforms, through lost connections, and stops when told', async () => {
  const { slack, discord } = await platforms()
  const service = serve({ ...slackEnv(slack), ...discordEnv(discord) })
  await service.said('Slack: connected.')
  await service.said('Discord: connected.')
  const asked = slack.mention('C0PUBLIC', QUESTION)
  slack.redeliver(asked, 2)
  slack.direct(QUESTION)
  slack.slash('/ask', QUESTION, 'C0PUBLIC')
  discord.mention(discord.channels.general, QUESTION)
  discord.direct(discord.users.ada.id, QUESTION)
  discord.slash('ask', { question: QUESTION }, { channel: discord.channels.random })
  await slack.waitFor(() => slack.posted.length === 3)
  await discord.waitFor(() => fromBot(discord, discord.channels.general).length === 1)
  await discord.waitFor(() => fromBot(discord, discord.dm(discord.users.ada.id)).length === 1)
  await discord.waitFor(() => ANSWER.test(fromBot(discord, discord.channels.random)[0]?.content ?? ''))

  slack.disconnect('tcp')
  discord.gateway.kill()
  discord.mention(discord.channels.general, QUESTION)
  await discord.waitFor(() => fromBot(discord, discord.channels.general).length === 2, 5000)
  const again = slack.mention('C0PUBLIC', QUESTION)
  if (again.deliveries.every((d) => d.attempts.length === 0)) slack.redeliver(again)
  await slack.waitFor(() => slack.posted.length === 4, 5000)

  service.process.kill('SIGTERM')
  assert.equal(await service.ended, 0)
  assert.equal(slack.posted.length, 4)
  assert.equal(fromBot(discord, discord.channels.general).length, 2)
  assert.doesNotMatch(service.log(), /summit|xoxb|xapp|U0ANN/)
})

test('a wrong token is one clear line, and the other platform goes on', async () => {
  const { slack, discord } = await platforms()
  const service = serve({ ...slackEnv(slack, 'xoxb-0-wrong'), ...discordEnv(discord) })
  await service.said('Discord: connected.')
  await service.said('Slack does not take the token (invalid_auth): check SLACK_BOT_TOKEN')
  discord.mention(discord.channels.general, QUESTION)
  await discord.waitFor(() => fromBot(discord, discord.channels.general).length === 1)
})

test('a platform that never answers hides nothing of the other, and does not hold up the end', async () => {
  const { slack, discord } = await platforms()
  discord.gateway.mute(true)
  const service = serve({ ...slackEnv(slack, 'xoxb-0-wrong'), ...discordEnv(discord) })
  await service.said('check SLACK_BOT_TOKEN')
  service.process.kill('SIGTERM')
  service.process.kill('SIGTERM')
  assert.equal(await service.ended, 0)
})

test('a wrong token alone ends with exit code 1', async () => {
  const { slack, discord } = await platforms()
  const alone = [
    serve(slackEnv(slack, 'xoxb-0-wrong')),
    serve(discordEnv(discord, 'MTIz.Gwrong.loopback-only')),
  ]
  assert.deepEqual(await Promise.all(alone.map((service) => service.ended)), [1, 1])
  assert.match(alone[0]?.log() ?? '', /SLACK_BOT_TOKEN/)
  assert.match(alone[1]?.log() ?? '', /DISCORD_TOKEN/)
})

test('a platform that is away when we start is served when it comes', async () => {
  const { slack, discord } = await platforms()
  await slack.down()
  const service = serve({ ...slackEnv(slack), ...discordEnv(discord) })
  await service.said('Slack: cannot connect')
  await service.said('Discord: connected.')
  await slack.up()
  await service.said('Slack: connected.')
  slack.direct(QUESTION)
  await slack.waitFor(() => slack.posted.length === 1)
})

test('a store that cannot be used is one clear line and exit code 2', async () => {
  const { slack } = await platforms()
  const service = serve({ ...slackEnv(slack), STORE_PATH: '/dev/null/attache.db' })
  assert.equal(await service.ended, 2)
  assert.match(service.log(), /^attache: The store \(SQLite\) cannot be used: .*STORE_PATH.*\n$/)
})

test('status tells what became of the requests, and says so when the store is away', async () => {
  const { slack } = await platforms()
  const state = { STORE_PATH: join(temporaryFolder(), 'attache.db') }
  const service = serve({ ...slackEnv(slack), ...state })
  await service.said('Slack: connected.')
  slack.direct(QUESTION)
  await slack.waitFor(() => slack.posted.length === 1)
  service.process.kill('SIGTERM')
  assert.equal(await service.ended, 0)
  const { stdout, status } = run(['status'], '', state)
  assert.equal(stdout, `Store: SQLite, ${state.STORE_PATH}\nRequests in the last 24 hours: 1\n  sent: 1\n`)
  assert.equal(status, 0)
  const away = run(['status'], '', { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x' })
  assert.match(away.stdout, /It is away: it does not answer: check that it runs\./)
})
