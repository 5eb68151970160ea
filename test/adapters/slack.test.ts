import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import test, { afterEach } from 'node:test'
import { createSlack, type SlackOptions } from '../../src/adapters/slack/shell.ts'
import { OperatorError } from '../../src/core/errors.ts'
import type { Intake } from '../../src/core/intake.ts'
import {
  createFakeSlack,
  type FakeSlack,
  type Message,
  MINIMAL_SCOPES,
  type SlackOptions as FakeOptions,
} from '../fakes/slack.ts'
import { freePort } from '../free-port.ts'
import { ANSWER, createAnswering, createLines, QUESTION, SOURCE } from './answering.ts'
import { type Harness, testContract } from './contract.ts'

const READING = [...MINIMAL_SCOPES, 'channels:history', 'groups:history']

const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close()
})

async function fakeSlack(options: FakeOptions = {}): Promise<FakeSlack> {
  const fake = await createFakeSlack(options)
  open.push(() => fake.close())
  return fake
}

function adapterFor(fake: FakeSlack, settings: Partial<SlackOptions> = {}) {
  const log = createLines()
  const way = { appToken: 'xapp-0-valid' }
  const adapter = createSlack({
    botToken: 'xoxb-0-valid',
    way,
    apiUrl: fake.url,
    log,
    timeoutMs: 800,
    ...settings,
  })
  open.push(() => adapter.stop())
  return { adapter, log }
}

async function start(options: FakeOptions = {}, settings: Partial<SlackOptions> = {}) {
  const fake = await fakeSlack(options)
  const { adapter, log } = adapterFor(fake, settings)
  const { intake, faults } = createAnswering(adapter)
  await adapter.start(intake)
  return { fake, adapter, log, intake, faults }
}

function* leaves(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* leaves(item)
  else if (typeof value === 'object' && value !== null) {
    if ('text' in value && typeof value.text === 'string') yield value.text
    for (const item of Object.values(value)) yield* leaves(item)
  }
}
const textOf = (message: Message): string =>
  message.blocks ? [...leaves(message.blocks)].join('') : message.text

const BOARD = 'slack:C0PUBLIC'
const postedIn = (fake: FakeSlack, channel: string): Message[] =>
  fake.posted.filter((message) => message.channel === channel)
const pinnedIn = (fake: FakeSlack): Message[] =>
  fake.workspace.pins.flatMap(({ ts }) => fake.workspace.messages.find((message) => message.ts === ts) ?? [])

/** The bot's only message, once it and everything under way is there. */
async function onlyAnswer(fake: FakeSlack, intake: Intake): Promise<Message> {
  await fake.waitFor(() => fake.posted.length > 0)
  await intake.settled()
  assert.equal(fake.posted.length, 1, fake.posted.map(textOf).join('\n'))
  return fake.posted[0] as Message
}

testContract('slack', async (): Promise<Harness> => {
  const fake = await fakeSlack({ scopes: READING })
  const { adapter } = adapterFor(fake)
  let shown = 0
  return {
    adapter,
    say: (text) => void fake.direct(text),
    async seen() {
      const message = await fake.waitFor(() => fake.posted[shown])
      shown += 1
      return textOf(message)
    },
    about: (words) => void fake.slash('/attache', words, 'C0PUBLIC'),
    async shown(like) {
      const found = (): Message[] => fake.posted.filter((message) => like.test(textOf(message)))
      await fake.waitFor(() => found().length > 0)
      return found().map((message) => ({ text: textOf(message), alone: message.ephemeralTo === 'U0ANN' }))
    },
    board: {
      place: BOARD,
      standing: async () => postedIn(fake, 'C0PUBLIC').map(textOf),
      shared: {
        person: 'slack:U0ANN',
        direct: () => postedIn(fake, 'D0ANN').map(textOf),
        pinned: () => pinnedIn(fake).map(textOf),
        pinByAnother: (text) => fake.pin(fake.say('C0PUBLIC', text).message),
        lose: (call, drop) => fake.faults.add(call === 'pin' ? 'pins.add' : 'pins.remove', { drop }),
      },
    },
    close: async () => {},
  }
})

test('a mention is answered once in its thread, with its source; the notification is the answer', async () => {
  const { fake, intake, faults } = await start()
  const asked = fake.mention('C0PUBLIC', QUESTION)
  const answer = await onlyAnswer(fake, intake)
  assert.match(textOf(answer), ANSWER)
  assert.match(textOf(answer), SOURCE)
  assert.match(answer.text, ANSWER)
  assert.equal(answer.thread_ts, asked.ts)
  assert.equal(answer.unfurl_links, false)
  await fake.acked(asked)
  assert.deepEqual(faults, [])
})

test('a mention that arrives as two events, each three times, is answered once', async () => {
  const { fake, intake } = await start({ scopes: READING })
  const asked = fake.mention('C0PUBLIC', QUESTION)
  assert.equal(asked.deliveries.length, 2)
  fake.redeliver(asked, 2)
  await fake.waitFor(() =>
    asked.deliveries.every((d) => d.attempts.length === 3 && d.attempts.every((a) => a.answer)),
  )
  await onlyAnswer(fake, intake)
})

test('a retry whose first delivery was never seen is answered', async () => {
  const fake = await fakeSlack()
  const asked = fake.mention('C0PUBLIC', QUESTION)
  const { adapter } = adapterFor(fake)
  const { intake } = createAnswering(adapter)
  await adapter.start(intake)
  fake.redeliver(asked)
  await onlyAnswer(fake, intake)
})

test('a request is acknowledged only after the core has taken it', async () => {
  const fake = await fakeSlack()
  const { adapter } = adapterFor(fake)
  let letGo: () => void = assert.fail
  const taken = new Promise<void>((resolve) => (letGo = resolve))
  let reach: () => void = assert.fail
  const reached = new Promise<void>((resolve) => (reach = resolve))
  await adapter.start({
    first: () => ({ show: 'nothing' }),
    async accept() {
      reach()
      await taken
    },
  })
  const asked = fake.direct(QUESTION)
  await reached
  assert.equal(asked.deliveries[0]?.acked, false)
  letGo()
  await fake.acked(asked)
})

test('a direct message is answered in its thread; what bots say, and what was said to others, is left alone', async () => {
  const { fake, intake } = await start({ scopes: READING })
  fake.botSays('C0PUBLIC', QUESTION)
  fake.say('C0PUBLIC', QUESTION)
  const asked = fake.direct(QUESTION)
  const answer = await onlyAnswer(fake, intake)
  assert.equal(answer.thread_ts, asked.ts)
  assert.match(textOf(answer), ANSWER)
})

test('/ask is answered to the asker alone, under the question; alone it gives help', async () => {
  const { fake, intake } = await start()
  fake.slash('/ask', QUESTION, 'C0PUBLIC')
  const answer = await onlyAnswer(fake, intake)
  assert.equal(answer.ephemeralTo, 'U0ANN')
  assert.ok(textOf(answer).startsWith(QUESTION))
  assert.match(textOf(answer), ANSWER)
  fake.slash('/ask', '', 'C0PUBLIC')
  const help = await fake.waitFor(() => fake.posted[1])
  assert.match(textOf(help), /in your own words/)
  assert.deepEqual(fake.workspace.complaints, [])
})

test('/attache tells the asker alone what is read, and what else can be asked', async () => {
  const { fake, intake } = await start()
  fake.slash('/attache', 'documents', 'C0PUBLIC')
  const answer = await onlyAnswer(fake, intake)
  assert.equal(answer.ephemeralTo, 'U0ANN')
  assert.match(
    textOf(answer),
    /I have read 1 document \(6 passages\)[\s\S]*Diplomatic Bluebook 2023 · 6 passages · en/,
  )
  fake.slash('/attache', 'whatever', 'C0PUBLIC')
  const topics = await fake.waitFor(() => fake.posted[1])
  assert.match(textOf(topics), /\/attache documents · what I have read/)
  assert.deepEqual(fake.workspace.complaints, [])
})

test('where outsiders read, members are answered privately and outsiders are refused with the reason', async () => {
  const { fake, intake } = await start()
  fake.mention('C0SHARED', QUESTION)
  const answer = await onlyAnswer(fake, intake)
  assert.equal(answer.ephemeralTo, 'U0ANN')
  assert.match(textOf(answer), ANSWER)
  assert.match(textOf(answer), /only you see this answer/)
  fake.mention('C0SHARED', QUESTION, { user: 'U0EXT' })
  const refused = await fake.waitFor(() => fake.posted[1])
  assert.equal(refused.ephemeralTo, 'U0EXT')
  assert.match(textOf(refused), /only people of the team/)
})

const LOST = [
  ['before it was stored', { drop: 'before storing' }],
  ['after it was stored', { drop: 'after storing' }],
  ['after it was stored, by a reset', { drop: 'after storing', reset: true }],
  ['by an error of the server', { status: 500 }],
] as const
for (const [name, fault] of LOST) {
  test(`a direct answer whose response was lost ${name} stands once`, async () => {
    const { fake, intake, faults } = await start()
    fake.faults.add('chat.postMessage', fault)
    fake.direct(QUESTION)
    assert.match(textOf(await onlyAnswer(fake, intake)), ANSWER)
    assert.deepEqual(faults, [])
  })

  test(`an answer in a channel whose history is open, lost ${name}, stands once`, async () => {
    const { fake, intake, faults } = await start({ scopes: READING })
    fake.faults.add('chat.postMessage', fault)
    fake.mention('C0PUBLIC', QUESTION)
    assert.match(textOf(await onlyAnswer(fake, intake)), ANSWER)
    assert.deepEqual(faults, [])
  })
}

test('where we cannot look, a lost response is never posted twice, and the asker is told privately', async () => {
  const { fake, intake } = await start()
  fake.faults.add('chat.postMessage', { drop: 'after storing' })
  fake.mention('C0PUBLIC', QUESTION)
  const notice = await fake.waitFor(() => fake.posted.find((message) => message.ephemeralTo))
  await intake.settled()
  assert.match(textOf(notice), /may stand above/)
  assert.equal(fake.posted.filter((message) => !message.ephemeralTo).length, 1)
})

test('a platform in trouble for a while gets the answer when it is over, once', async () => {
  const { fake, intake, faults } = await start()
  fake.faults.add('chat.postMessage', { status: 503, times: 2 })
  fake.direct(QUESTION)
  await fake.waitFor(() => fake.posted.length > 0, 8000)
  assert.match(textOf(await onlyAnswer(fake, intake)), ANSWER)
  assert.deepEqual(faults, [])
})

test('a post that nobody confirms in time is not posted again, though it cannot be found', async () => {
  const { fake, intake } = await start({ scopes: READING })
  fake.faults.add('chat.postMessage', { delayMs: 1500 })
  fake.faults.add('conversations.replies', { status: 200, body: { ok: true, messages: [], has_more: false } })
  fake.mention('C0PUBLIC', QUESTION)
  await fake.waitFor(() => fake.posted.some((message) => message.ephemeralTo), 5000)
  await intake.settled()
  assert.equal(fake.posted.filter((message) => !message.ephemeralTo).length, 1)
})

const COMMAND_FAULTS = [
  ['is in trouble for a while', { status: 500, times: 2 }],
  ['is no longer taken', { status: 404, body: { ok: false, error: 'expired_url' } }],
  ['says so in its body', { status: 200, body: { ok: false, error: 'invalid_blocks' } }],
] as const
for (const [name, fault] of COMMAND_FAULTS) {
  test(`/ask is answered to the asker where the response URL ${name}`, async () => {
    const { fake, intake, faults } = await start()
    fake.faults.add('response_url', fault)
    fake.slash('/ask', QUESTION, 'C0PUBLIC')
    await fake.waitFor(() => fake.posted.length > 0, 8000)
    const answer = await onlyAnswer(fake, intake)
    assert.equal(answer.ephemeralTo, 'U0ANN')
    assert.match(textOf(answer), ANSWER)
    assert.deepEqual(faults, [])
  })
}

test('where we may not post, the asker is answered in direct messages', async () => {
  const { fake, intake, faults } = await start()
  fake.faults.add('chat.postMessage', { status: 200, body: { ok: false, error: 'restricted_action' } })
  fake.faults.add('chat.postEphemeral', { status: 200, body: { ok: false, error: 'not_in_channel' } })
  fake.mention('C0PUBLIC', QUESTION)
  const answer = await onlyAnswer(fake, intake)
  assert.match(answer.channel, /^D/)
  assert.match(textOf(answer), ANSWER)
  assert.deepEqual(faults, [])
})

test('a rate limit is waited out', async () => {
  const { fake, intake, faults } = await start()
  fake.faults.add('chat.postMessage', { status: 429, headers: { 'retry-after': '1' } })
  fake.mention('C0PUBLIC', QUESTION)
  await onlyAnswer(fake, intake)
  assert.deepEqual(faults, [])
})

test('a layout that Slack refuses goes out once in plain text, source and all', async () => {
  const { fake, intake } = await start()
  fake.faults.add('chat.postMessage', { status: 200, body: { ok: false, error: 'invalid_blocks' } })
  fake.mention('C0PUBLIC', QUESTION)
  const answer = await onlyAnswer(fake, intake)
  assert.equal(answer.blocks, undefined)
  assert.match(answer.text, ANSWER)
  assert.match(answer.text, SOURCE)
})

for (const how of ['frame', 'tcp'] as const) {
  test(`after a lost connection (${how}) events arrive again within seconds`, async () => {
    const { fake, intake, log } = await start()
    fake.disconnect(how)
    await log.said('connected.', 2)
    fake.direct(QUESTION)
    await onlyAnswer(fake, intake)
  })
}

test('a token revoked while we dial again is said once and ends nothing', async () => {
  const { fake, log } = await start()
  fake.revoke()
  fake.disconnect('tcp')
  await log.said('SLACK_BOT_TOKEN')
  assert.equal(log.lines.filter((line) => line.includes('account_inactive')).length, 1)
})

test('a wrong token is the operator’s to mend', async () => {
  const wrong = [
    [{ botToken: 'xoxb-0-wrong' }, /check SLACK_BOT_TOKEN/],
    [{ way: { appToken: 'xapp-0-wrong' } }, /check SLACK_APP_TOKEN/],
  ] as const
  for (const [settings, named] of wrong) {
    const fake = await fakeSlack()
    const { adapter } = adapterFor(fake, settings)
    await assert.rejects(adapter.start(createAnswering(adapter).intake), (error) => {
      assert.ok(error instanceof OperatorError)
      assert.match(error.message, named)
      assert.doesNotMatch(error.message, /0-wrong/)
      return true
    })
  }
})

test('over HTTP signed requests are answered; unsigned, old, early and over-large ones are not', async () => {
  const port = await freePort()
  const { fake, intake } = await start({}, { way: { signingSecret: 'shhh', port } })
  const url = `http://127.0.0.1:${port}/slack/events`
  await fake.deliverTo(url)
  fake.mention('C0PUBLIC', QUESTION)
  await onlyAnswer(fake, intake)
  const now = Math.floor(Date.now() / 1000)
  const refused = async (at: number, body = '{}'): Promise<number> => {
    const headers = {
      'content-type': 'application/json',
      'x-slack-request-timestamp': String(at),
      'x-slack-signature': 'v0=00',
      connection: 'close',
    }
    return (await fetch(url, { method: 'POST', headers, body })).status
  }
  assert.deepEqual([await refused(now), await refused(now - 600), await refused(now + 600)], [401, 401, 401])
  assert.equal(await refused(now, 'x'.repeat(2_000_000)), 413)
})

test('over HTTP a request that is only half there does not hold up the end', async () => {
  const port = await freePort()
  const { adapter } = await start({}, { way: { signingSecret: 'shhh', port } })
  const socket = connect(port, '127.0.0.1')
  socket.write('POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{}')
  await once(socket, 'connect')
  const cut = once(socket, 'close')
  await adapter.stop()
  await cut
})
