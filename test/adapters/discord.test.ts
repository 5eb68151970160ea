import assert from 'node:assert/strict'
import test, { after, afterEach } from 'node:test'
import { createDiscord } from '../../src/adapters/discord/shell.ts'
import { TOPICS } from '../../src/core/commands.ts'
import { OperatorError } from '../../src/core/errors.ts'
import type { Intake } from '../../src/core/intake.ts'
import {
  createFakeDiscord,
  type FakeDiscord,
  type FakeOptions,
  Permission,
  type Seen,
} from '../fakes/discord.ts'
import { ANSWER, createAnswering, createLines, QUESTION, SOURCE } from './answering.ts'
import { type Harness, testContract } from './contract.ts'

const POST = 'POST /channels/:c/messages'
const PIN = 'PUT /channels/:c/messages/pins/:m'
const UNPIN = 'DELETE /channels/:c/messages/pins/:m'
const EDIT = 'PATCH /webhooks/:app/:token/messages/:m'

const warnings: string[] = []
process.on('warning', ({ message }) => warnings.push(message))
after(() =>
  assert.deepEqual(
    warnings.filter((line) => /deprecat/i.test(line)),
    [],
  ),
)

const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close()
})

async function fakeDiscord(options: FakeOptions = {}): Promise<FakeDiscord> {
  const fake = await createFakeDiscord(options)
  open.push(() => fake.close())
  return fake
}

function adapterFor(
  fake: FakeDiscord,
  { token = fake.token, guilds = [fake.guilds.team] as string[] | null, patienceMs = 5000 } = {},
) {
  const log = createLines()
  const adapter = createDiscord({ token, guilds, apiUrl: fake.url, log, timeoutMs: 1500, patienceMs })
  open.push(() => adapter.stop())
  return { adapter, log }
}

async function start(options: FakeOptions = {}, settings: { guilds?: string[] | null } = {}) {
  const fake = await fakeDiscord(options)
  const { adapter, log } = adapterFor(fake, settings)
  const { intake, faults } = createAnswering(adapter)
  await adapter.start(intake)
  return { fake, adapter, log, intake, faults }
}

const byBot = (fake: FakeDiscord, channel: string): Seen[] =>
  fake.messages(channel).filter((message) => message.author.id === fake.bot.id)
const textOf = (message: Seen): string =>
  [message.content, ...message.embeds.map((embed) => embed.description ?? '')]
    .join('\n')
    .replace(/\\|\*\*/g, '')

const pinned = (fake: FakeDiscord): Seen[] =>
  fake.messages(fake.channels.general).filter((message) => message.pinned)

/** The bot's only message in the channel, once it and everything under way is there. */
async function onlyAnswer(fake: FakeDiscord, channel: string, intake: Intake): Promise<Seen> {
  await fake.waitFor(() => byBot(fake, channel).length > 0)
  await intake.settled()
  const [answer, ...more] = byBot(fake, channel)
  assert.deepEqual(more.map(textOf), [])
  assert.ok(answer)
  return answer
}

testContract('discord', async (): Promise<Harness> => {
  const fake = await fakeDiscord()
  const { adapter } = adapterFor(fake)
  let shown = 0
  return {
    adapter,
    say: (text) => void fake.direct(fake.users.ada.id, text),
    async seen() {
      const dm = fake.dm(fake.users.ada.id)
      const message = await fake.waitFor(() => byBot(fake, dm)[shown])
      shown += 1
      return textOf(message)
    },
    about(what) {
      fake.slash('attache', { what }, { channel: fake.channels.general, by: fake.users.ada.id })
    },
    async shown(like) {
      const found = (): Seen[] =>
        byBot(fake, fake.channels.general).filter((message) => like.test(textOf(message)))
      await fake.waitFor(() => found().length > 0)
      return found().map((message) => ({
        text: textOf(message),
        alone: message.seenBy === fake.users.ada.id,
      }))
    },
    board: {
      place: `discord:${fake.channels.general}`,
      standing: async () => byBot(fake, fake.channels.general).map(textOf),
      shared: {
        person: `discord:${fake.users.ada.id}`,
        direct: () => byBot(fake, fake.dm(fake.users.ada.id)).map(textOf),
        pinned: () => pinned(fake).map((message) => textOf(message).trim()),
        pinByAnother: (text) => fake.pin(fake.say(fake.channels.general, text).id),
        lose: (call, drop) => fake.faults.add(call === 'pin' ? PIN : UNPIN, { drop }),
      },
    },
    close: async () => {},
  }
})

test('a mention is answered once, as a reply that pings nobody, with its source', async () => {
  const { fake, intake, faults } = await start()
  const asked = fake.mention(fake.channels.general, QUESTION)
  const answer = await onlyAnswer(fake, fake.channels.general, intake)
  assert.match(textOf(answer), ANSWER)
  assert.match(textOf(answer), SOURCE)
  assert.equal(answer.message_reference?.message_id, asked.id)
  assert.deepEqual(answer.mentions, [])
  assert.deepEqual(faults, [])
})

test('what was said to others is left alone; a reply to us with a ping is answered', async () => {
  const { fake, intake } = await start()
  fake.say(fake.channels.general, QUESTION)
  fake.mention(fake.channels.general, QUESTION)
  const first = await onlyAnswer(fake, fake.channels.general, intake)
  fake.reply(first.id, 'Who is the president of Belarus?')
  await fake.waitFor(() => byBot(fake, fake.channels.general).length === 2)
  assert.match(textOf(byBot(fake, fake.channels.general)[1] as Seen), /Lukashenko/)
})

test('a message delivered again, also after a restart of the connection, is answered once', async () => {
  const { fake, intake } = await start()
  const asked = fake.mention(fake.channels.general, QUESTION)
  await onlyAnswer(fake, fake.channels.general, intake)
  fake.replay(asked)
  fake.gateway.kill()
  fake.mention(fake.channels.random, QUESTION)
  await onlyAnswer(fake, fake.channels.random, intake)
  await onlyAnswer(fake, fake.channels.general, intake)
})

test('a direct message of a member is answered; of anyone else it is refused with the reason', async () => {
  const { fake, intake } = await start()
  const { ada, eve } = fake.users
  fake.direct(ada.id, QUESTION)
  assert.match(textOf(await onlyAnswer(fake, fake.dm(ada.id), intake)), ANSWER)
  fake.direct(eve.id, QUESTION)
  const refused = await onlyAnswer(fake, fake.dm(eve.id), intake)
  assert.match(textOf(refused), /only people of the team/)
})

test('a server that is not the team’s hears nothing of the documents; its asker is told why', async () => {
  const { fake, intake } = await start()
  const { eve } = fake.users
  fake.mention(fake.channels.lobby, QUESTION, { by: eve.id })
  const refused = await onlyAnswer(fake, fake.dm(eve.id), intake)
  assert.match(textOf(refused), /only people of the team/)
  assert.deepEqual(byBot(fake, fake.channels.lobby), [])
})

test('without DISCORD_GUILDS every server is answered, and the log says how to restrict it', async () => {
  const { fake, intake, log } = await start({}, { guilds: null })
  fake.mention(fake.channels.lobby, QUESTION, { by: fake.users.eve.id })
  assert.match(textOf(await onlyAnswer(fake, fake.channels.lobby, intake)), ANSWER)
  assert.ok(log.lines.some((line) => line.includes(`DISCORD_GUILDS=`) && line.includes(fake.guilds.team)))
})

test('/ask is answered to the asker alone, under the question; alone it gives help', async () => {
  const { fake, intake } = await start()
  const { ada } = fake.users
  fake.slash('ask', { question: QUESTION }, { channel: fake.channels.general, by: ada.id })
  await fake.waitFor(() => byBot(fake, fake.channels.general).some((message) => ANSWER.test(textOf(message))))
  const answer = await onlyAnswer(fake, fake.channels.general, intake)
  assert.equal(answer.seenBy, ada.id)
  assert.match(textOf(answer), /^\*?When was the first Central Asia-Russia summit\?/)
  fake.slash('ask', {}, { channel: fake.channels.random, by: ada.id })
  await fake.waitFor(() =>
    byBot(fake, fake.channels.random).some((message) => /in your own words/.test(textOf(message))),
  )
})

test('/attache tells the asker alone what is read', async () => {
  const { fake, intake } = await start()
  const { ada } = fake.users
  fake.slash('attache', { what: 'documents' }, { channel: fake.channels.general, by: ada.id })
  await fake.waitFor(() =>
    byBot(fake, fake.channels.general).some((message) => /6 passages · en/.test(textOf(message))),
  )
  const answer = await onlyAnswer(fake, fake.channels.general, intake)
  assert.equal(answer.seenBy, ada.id)
  assert.match(textOf(answer), /I have read 1 document/)
})

for (const [command, values] of [
  ['ask', { question: QUESTION }],
  ['attache', { what: 'documents' }],
] as const) {
  test(`/${command} where it is not the team’s is refused with the reason, to the asker alone`, async () => {
    const { fake, intake } = await start()
    const { eve } = fake.users
    fake.slash(command, values, { channel: fake.channels.lobby, by: eve.id })
    await fake.waitFor(() => byBot(fake, fake.channels.lobby).some((message) => /only/.test(textOf(message))))
    const refused = await onlyAnswer(fake, fake.channels.lobby, intake)
    assert.equal(refused.seenBy, eve.id)
    assert.match(textOf(refused), /^I answer only people of the team/)
  })
}

test('commands are registered where they differ, and left alone where they don’t', async () => {
  const { fake, adapter } = await start()
  assert.equal(fake.commands.counts.creates, 3)
  await adapter.stop()
  const again = adapterFor(fake)
  await again.adapter.start(createAnswering(again.adapter).intake)
  assert.equal(fake.commands.counts.creates, 3)
  assert.equal(fake.calls.filter((call) => call.method === 'PUT').length, 1)
})

const LOST = [
  ['before it was stored', { drop: 'before storing' }],
  ['after it was stored', { drop: 'after storing' }],
  ['after it was stored, by a reset', { drop: 'after storing', reset: true }],
  ['by an error of the server', { status: 500, body: {} }],
] as const
for (const [name, fault] of LOST) {
  test(`a post whose response was lost ${name} stands once`, async () => {
    const { fake, intake, faults } = await start()
    fake.faults.add(POST, fault)
    fake.mention(fake.channels.general, QUESTION)
    assert.match(textOf(await onlyAnswer(fake, fake.channels.general, intake)), ANSWER)
    assert.deepEqual(faults, [])
  })
}

test('an answer to /ask whose response was lost is made again', async () => {
  const { fake } = await start()
  fake.faults.add(EDIT, { drop: 'before storing' })
  fake.slash('ask', { question: QUESTION }, { channel: fake.channels.general })
  await fake.waitFor(() => byBot(fake, fake.channels.general).some((message) => ANSWER.test(textOf(message))))
})

test('a platform in trouble for a while gets the answer when it is over, once', async () => {
  const { fake, intake, faults } = await start()
  fake.faults.add(POST, { status: 503, body: {}, times: 2 })
  fake.mention(fake.channels.general, QUESTION)
  await fake.waitFor(() => byBot(fake, fake.channels.general).length > 0, 8000)
  assert.match(textOf(await onlyAnswer(fake, fake.channels.general, intake)), ANSWER)
  assert.deepEqual(faults, [])
})

test('/ask is answered though the response to the defer was lost', async () => {
  const { fake } = await start()
  fake.faults.add('POST /interactions/:id/:token/callback', { drop: 'after storing' })
  fake.slash('ask', { question: QUESTION }, { channel: fake.channels.general })
  await fake.waitFor(() => byBot(fake, fake.channels.general).some((message) => ANSWER.test(textOf(message))))
})

test('commands that cannot be registered leave one connection, which answers', async () => {
  const fake = await fakeDiscord()
  fake.faults.add('GET /applications/:app/commands', { status: 500, body: {} })
  const { adapter, log } = adapterFor(fake)
  const { intake } = createAnswering(adapter)
  await adapter.start(intake)
  await log.said('the commands cannot be registered yet')
  fake.mention(fake.channels.general, QUESTION)
  await onlyAnswer(fake, fake.channels.general, intake)
  assert.equal(fake.identifies(), 1)
})

/** The commands as a start registered them. */
async function registeredOnce() {
  const { fake, adapter } = await start()
  await adapter.stop()
  const startAgain = async (): Promise<number> => {
    const before = fake.calls.filter((call) => call.method === 'PUT').length
    const again = adapterFor(fake)
    await again.adapter.start(createAnswering(again.adapter).intake)
    await again.adapter.stop()
    return fake.calls.filter((call) => call.method === 'PUT').length - before
  }
  return { fake, registered: fake.registered(), startAgain }
}
type Option = NonNullable<Registered[number]['options']>[number]
type Registered = Awaited<ReturnType<typeof registeredOnce>>['registered']

const filledIn = (option: Option): object => ({
  ...option,
  max_length: option.max_length ?? null,
  name_localizations: null,
  choices: option.choices?.map((choice) => ({ name_localizations: null, ...choice })) ?? null,
  options: option.options?.map(filledIn) ?? null,
})
/** The commands with the options of their subcommands changed. */
const within = (commands: Registered, change: (option: Option) => object): unknown[] =>
  commands.map((command) => ({
    ...command,
    options: command.options?.map((verb) => ({
      ...verb,
      ...(verb.options && { options: verb.options.map(change) }),
    })),
  }))

const AS_THEY_ARE: [name: string, change: (commands: Registered) => unknown[]][] = [
  ['in another order', (commands) => commands.toReversed()],
  [
    'with nothing filled in for what was left out',
    (commands) =>
      commands.map((command) => ({
        ...command,
        name_localizations: null,
        options: command.options?.map(filledIn),
      })),
  ],
]
for (const [name, change] of AS_THEY_ARE) {
  test(`commands that Discord keeps ${name} are left alone`, async () => {
    const { fake, registered, startAgain } = await registeredOnce()
    fake.commands.put(change(registered))
    assert.equal(await startAgain(), 0)
  })
}

const OTHERS: [name: string, change: (commands: Registered) => unknown[]][] = [
  ['one is missing', ([first]) => [first]],
  ['one is too many', (commands) => [...commands, { name: 'old', description: 'Old', type: 1 }]],
  [
    'a choice is missing',
    (commands) =>
      commands.map((command) => ({
        ...command,
        options: command.options?.map((option) => ({ ...option, choices: option.choices?.slice(1) })),
      })),
  ],
  [
    'a subcommand’s choice is missing',
    (commands) => within(commands, (option) => ({ ...option, choices: option.choices?.slice(1) })),
  ],
  [
    'a subcommand’s option has another description',
    (commands) => within(commands, (option) => ({ ...option, description: 'Other' })),
  ],
  [
    'a subcommand is missing',
    (commands) => commands.map((command) => ({ ...command, options: command.options?.slice(1) })),
  ],
  ['a description differs', (commands) => commands.map((command) => ({ ...command, description: 'Other' }))],
]
for (const [name, change] of OTHERS) {
  test(`commands of which ${name} are registered again, once`, async () => {
    const { fake, registered, startAgain } = await registeredOnce()
    fake.commands.put(change(registered))
    assert.equal(await startAgain(), 1)
    assert.equal(await startAgain(), 0)
    const bare = (commands: Registered) =>
      commands.map(({ name, description, options }) => [name, description, options])
    assert.deepEqual(bare(fake.registered()), bare(registered))
  })
}

test('/attache offers every topic there is, and needs one', async () => {
  const { registered } = await registeredOnce()
  const [what] = registered.find(({ name }) => name === 'attache')?.options ?? []
  assert.deepEqual(
    what?.choices?.map(({ value }) => value),
    Object.keys(TOPICS),
  )
  assert.equal(what?.required, true)
})

test('commands that someone changed are registered again', async () => {
  const { fake, adapter } = await start()
  await adapter.stop()
  const changed = {
    name: 'ask',
    description: 'Ask',
    options: [{ type: 4, name: 'question', description: 'What' }],
  }
  fake.commands.put([changed])
  const again = adapterFor(fake)
  await again.adapter.start(createAnswering(again.adapter).intake)
  assert.equal(fake.registered()[0]?.options?.[0]?.type, 3)
})

test('an outage of the gateway is said once, and its end', async () => {
  const { fake, log } = await start()
  fake.gateway.kill()
  await log.said('Discord: connection lost')
  await log.said('Discord: connected.', 2)
  assert.equal(log.lines.filter((line) => line.includes('lost')).length, 1)
})

test('a gateway that says nothing does not hold up the start, and is served when it speaks', async () => {
  const fake = await fakeDiscord()
  fake.gateway.mute(true)
  const { adapter, log } = adapterFor(fake, { patienceMs: 200 })
  const { intake } = createAnswering(adapter)
  await adapter.start(intake)
  await log.said('Discord: cannot connect: no answer yet')
  fake.gateway.mute(false)
  fake.gateway.kill()
  await log.said('Discord: connected.')
  fake.mention(fake.channels.general, QUESTION)
  await onlyAnswer(fake, fake.channels.general, intake)
})

test('a layout that Discord refuses goes out once in plain text', async () => {
  const { fake, intake } = await start()
  fake.faults.add(POST, { status: 400, body: { message: 'Invalid Form Body', code: 50035, errors: {} } })
  fake.mention(fake.channels.general, QUESTION)
  assert.match(textOf(await onlyAnswer(fake, fake.channels.general, intake)), ANSWER)
})

test('an answer that met a refused token goes to the asker privately, and the next one out', async () => {
  const { fake, intake, faults } = await start()
  fake.faults.add(POST, { status: 401, body: { message: '401: Unauthorized', code: 0 } })
  fake.mention(fake.channels.general, QUESTION)
  assert.match(textOf(await onlyAnswer(fake, fake.dm(fake.users.ada.id), intake)), ANSWER)
  assert.deepEqual(byBot(fake, fake.channels.general), [])
  fake.mention(fake.channels.general, QUESTION)
  await onlyAnswer(fake, fake.channels.general, intake)
  assert.deepEqual(faults, [])
})

test('without the right to read history the answer goes out without being a reply', async () => {
  const { fake, intake } = await start({ permissions: Permission.view | Permission.send })
  fake.mention(fake.channels.general, QUESTION)
  assert.match(textOf(await onlyAnswer(fake, fake.channels.general, intake)), ANSWER)
})

test('a wrong token is the operator’s to mend, also where only the gateway says so', async () => {
  const fake = await fakeDiscord()
  const token = 'MTIzNDU2Nzg5.Gwrong.loopback-only'
  const { adapter } = adapterFor(fake, { token })
  const gateway = { url: fake.url.replace(/^http(.*)\/api$/, 'ws$1'), shards: 1 }
  const limit = { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 }
  const other = adapterFor(fake, { token })
  fake.faults.add('GET /gateway/bot', { status: 200, body: { ...gateway, session_start_limit: limit } })
  await assert.rejects(other.adapter.start(createAnswering(other.adapter).intake), /check DISCORD_TOKEN/)
  await assert.rejects(adapter.start(createAnswering(adapter).intake), (error) => {
    assert.ok(error instanceof OperatorError)
    assert.match(error.message, /DISCORD_TOKEN/)
    assert.doesNotMatch(error.message, /Gwrong/)
    return true
  })
})
