import assert from 'node:assert/strict'
import test, { afterEach } from 'node:test'
import { createSlack } from '../../src/adapters/slack/shell.ts'
import type { Card, Failed } from '../../src/core/contract.ts'
import { createFakeSlack, type Message, MINIMAL_SCOPES, type SlackOptions } from '../fakes/slack.ts'
import { createLines } from './answering.ts'

const READING = [...MINIMAL_SCOPES, 'channels:history', 'groups:history']
const to = { place: 'slack:C0PUBLIC' }
const card: Card = {
  summary: 'Brief of Monday',
  parts: [{ is: 'text', spans: [{ text: 'Brief of Monday' }] }],
}

const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close()
})

/** A workspace and an adapter; nothing that is tried here needs a connection. */
async function setUp(options: SlackOptions = {}) {
  const fake = await createFakeSlack({ scopes: READING, ...options })
  open.push(() => fake.close())
  const adapter = createSlack({
    botToken: 'xoxb-0-valid',
    way: { appToken: 'xapp-0-valid' },
    apiUrl: fake.url,
    log: createLines(),
    timeoutMs: 800,
  })
  return { fake, adapter }
}

async function posted(options: SlackOptions = {}) {
  const { fake, adapter } = await setUp(options)
  const sent = await adapter.send(to, card, 'monday')
  assert.ok(sent.ok)
  return { fake, adapter, ref: sent.message, message: fake.posted[0] as Message }
}

const refusal = (error: string) => ({ status: 200, body: { ok: false, error } })
const whyOf = (done: { ok: true } | Failed): string => (done.ok ? 'ok' : done.why)

const REFUSED: [call: 'pin' | 'unpin', error: string, why: string][] = [
  ['pin', 'already_pinned', 'ok'],
  ['pin', 'message_not_found', 'gone'],
  ['pin', 'channel_not_found', 'gone'],
  ['pin', 'permission_denied', 'forbidden'],
  ['pin', 'missing_scope', 'forbidden'],
  ['pin', 'restricted_action', 'forbidden'],
  ['pin', 'not_pinnable', 'forbidden'],
  ['pin', 'too_many_pins', 'full'],
  ['pin', 'whatever_is_new', 'refused'],
  ['pin', 'internal_error', 'unsure'],
  ['pin', 'ratelimited', 'wait'],
  ['unpin', 'no_pin', 'ok'],
  ['unpin', 'not_pinned', 'ok'],
  ['unpin', 'message_not_found', 'ok'],
  ['unpin', 'permission_denied', 'forbidden'],
  ['unpin', 'whatever_is_new', 'refused'],
]
for (const [call, error, why] of REFUSED) {
  test(`${error} to a call to ${call} is ${why}`, async () => {
    const { fake, adapter, ref } = await posted()
    fake.faults.add(call === 'pin' ? 'pins.add' : 'pins.remove', refusal(error))
    assert.equal(whyOf(await adapter[call](ref)), why)
  })
}

test('a channel takes a hundred pins', async () => {
  const { fake, adapter, ref } = await posted()
  for (let count = 0; count < 100; count += 1) fake.pin(fake.say('C0PUBLIC', `Pin ${count}`).message)
  assert.equal(whyOf(await adapter.pin(ref)), 'full')
  assert.equal(fake.workspace.pins.length, 100)
})

test('a rate limit on pins says how long', async () => {
  const { fake, adapter, ref } = await posted()
  fake.faults.add('pins.add', { status: 429, headers: { 'retry-after': '7' } })
  const done = await adapter.pin(ref)
  assert.ok(!done.ok)
  assert.deepEqual([done.why, done.waitMs], ['wait', 7000])
})

test('a message that is no more cannot be pinned or edited, and is unpinned', async () => {
  const { fake, adapter, ref, message } = await posted()
  fake.delete({ ...message, message, deliveries: [] })
  assert.equal(whyOf(await adapter.pin(ref)), 'gone')
  assert.equal(whyOf(await adapter.edit(ref, card)), 'gone')
  assert.equal(whyOf(await adapter.unpin(ref)), 'ok')
})

test('without the scope pins cannot be set, and the place says which one it lacks', async () => {
  const { adapter, ref } = await posted({ scopes: MINIMAL_SCOPES.filter((scope) => scope !== 'pins:write') })
  assert.equal(whyOf(await adapter.pin(ref)), 'forbidden')
  assert.deepEqual((await adapter.inspect(to.place)).lacks, ['pins:write'])
  assert.deepEqual((await adapter.inspect('slack:D0ANN')).lacks, ['pins:write'])
})

test('an edited message keeps its marker and its pin, and is found under its key', async () => {
  const { fake, adapter, ref, message } = await posted()
  await adapter.pin(ref)
  const other: Card = { summary: 'Brief of Tuesday', parts: [] }
  assert.equal(whyOf(await adapter.edit(ref, other)), 'ok')
  assert.equal(message.blocks, undefined)
  assert.equal(message.text, 'Brief of Tuesday')
  assert.equal(fake.workspace.pins.length, 1)
  assert.deepEqual(await adapter.find(to, 'monday', { card: other, since: 0 }), { target: to, id: ref.id })
})

for (const text of ['It goes on & on. '.repeat(1000), '会議。'.repeat(2000), '&'.repeat(9000)]) {
  test(`an edit takes a long text in blocks and without them (${text.slice(0, 9)})`, async () => {
    const { fake, adapter, ref, message } = await posted()
    const long: Card = { summary: text, parts: [{ is: 'text', spans: [{ text }] }] }
    assert.equal(whyOf(await adapter.edit(ref, long)), 'ok')
    assert.equal(message.blocks?.length, 1)
    fake.faults.add('chat.update', refusal('invalid_blocks'))
    assert.equal(whyOf(await adapter.edit(ref, long)), 'ok')
    assert.equal(message.blocks, undefined)
    assert.doesNotMatch(message.text, /&(?!amp;|lt;|gt;)|\uFFFD/)
    assert.ok(message.text.endsWith('…'))
  })
}

for (const fault of [{ drop: 'before storing' }, { drop: 'after storing' }] as const) {
  test(`an edit whose response was lost ${fault.drop} is unsure, and may be repeated`, async () => {
    const { fake, adapter, ref, message } = await posted()
    fake.faults.add('chat.update', fault)
    const other: Card = { summary: 'Brief of Tuesday', parts: [] }
    assert.equal(whyOf(await adapter.edit(ref, other)), 'unsure')
    assert.equal(whyOf(await adapter.edit(ref, other)), 'ok')
    assert.equal(message.text, 'Brief of Tuesday')
  })
}

test('without the history scopes we cannot look in a channel, but in direct messages', async () => {
  const { fake, adapter } = await posted({ scopes: MINIMAL_SCOPES })
  fake.direct('Hello')
  const sought = { card, since: 0 }
  assert.equal(await adapter.find(to, 'monday', sought), 'cannot look')
  const direct = { place: 'slack:D0ANN' }
  const sent = await adapter.send(direct, card, 'direct')
  assert.ok(sent.ok)
  assert.deepEqual(await adapter.find(direct, 'direct', sought), { target: direct, id: sent.message.id })
  assert.equal(await adapter.find(direct, 'other', sought), 'absent')
  assert.equal(
    await adapter.find({ ...to, only: 'slack:U0ANN', as: 'direct' }, 'direct', sought),
    'cannot look',
  )
})

test('a message is sought from a moment on, over several pages, and as far as that goes', async () => {
  const { fake, adapter, ref, message } = await posted()
  const since = Number(message.ts) * 1000
  assert.equal(await adapter.find(to, 'monday', { card, since: since + 3_600_000 }), 'absent')
  for (let count = 0; count < 450; count += 1) fake.say('C0PUBLIC', `${count}`)
  assert.deepEqual(await adapter.find(to, 'monday', { card, since }), { target: to, id: ref.id })
  for (let count = 0; count < 600; count += 1) fake.say('C0PUBLIC', `${count}`)
  assert.equal(await adapter.find(to, 'monday', { card, since }), 'cannot look')
})

test('while Slack is in trouble it is to be asked again', async () => {
  const { fake, adapter } = await posted()
  fake.faults.add('conversations.history', { status: 503 })
  assert.equal(await adapter.find(to, 'monday', { card, since: 0 }), 'ask again')
})

const PLACES: [name: string, place: string, state: string, readers: string][] = [
  ['a public channel', 'C0PUBLIC', 'here', 'team'],
  ['a private channel', 'C0PRIVATE', 'here', 'team'],
  ['a channel shared with another company', 'C0SHARED', 'here', 'outsiders'],
  ['an archived channel', 'C0ARCHIVED', 'gone', 'team'],
  ['a channel we are not in', 'C0OUTSIDE', 'gone', 'team'],
  ['a private channel we are not in', 'C0SECRET', 'gone', 'unknown'],
  ['no channel at all', 'C0NOWHERE', 'gone', 'unknown'],
  ['direct messages', 'D0ANN', 'here', 'one'],
]
for (const [name, place, state, readers] of PLACES) {
  test(`${name}: ${state}, read by ${readers}`, async () => {
    const { adapter } = await setUp({ scopes: MINIMAL_SCOPES })
    const found = await adapter.inspect(`slack:${place}`)
    assert.deepEqual([found.state, found.readers, found.lacks], [state, readers, []])
  })
}

test('a place tells who made it, and counts whom another company is about to send', async () => {
  const { fake, adapter } = await setUp()
  assert.equal((await adapter.inspect(to.place)).creator, 'slack:U0ANN')
  const channel = fake.workspace.channels.get('C0PUBLIC')
  assert.ok(channel)
  channel.pending = true
  assert.equal((await adapter.inspect(to.place)).readers, 'outsiders')
})

test('what Slack does not tell is unknown', async () => {
  const { fake, adapter } = await setUp({ scopes: ['chat:write', 'pins:write'] })
  const unknown = { readers: 'unknown', state: 'unknown' }
  assert.deepEqual(await adapter.inspect(to.place), { ...unknown, lacks: ['channels:read', 'groups:read'] })
  fake.faults.add('conversations.info', { status: 503 })
  assert.deepEqual(await adapter.inspect(to.place), { ...unknown, lacks: [] })
  fake.faults.add('conversations.info', { delayMs: 60_000 })
  assert.deepEqual(await adapter.inspect(to.place), { ...unknown, lacks: [] })
})
