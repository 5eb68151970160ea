import assert from 'node:assert/strict'
import test from 'node:test'
import type { Card, Failed, Target } from '../../src/core/contract.ts'
import { type FakeDiscord, Permission, type Seen } from '../fakes/discord.ts'
import { setUp, start } from './discord-bot.ts'

const NOTICE = 6
const card: Card = {
  summary: 'Brief of Monday',
  parts: [
    { is: 'title', spans: [{ text: 'Brief of Monday' }] },
    { is: 'text', spans: [{ text: 'The fee is small.' }] },
  ],
}

async function posted(place: (fake: FakeDiscord) => string = ({ channels }) => channels.general) {
  const made = await start()
  const channel = place(made.fake)
  const to: Target = { place: `discord:${channel}` }
  const sent = await made.adapter.send(to, card, 'monday')
  assert.ok(sent.ok)
  const message = (): Seen => made.fake.messages(channel)[0] ?? assert.fail()
  return { ...made, to, channel, ref: sent.message, message }
}

const notices = (fake: FakeDiscord, channel: string): Seen[] =>
  fake.messages(channel).filter(({ type }) => type === NOTICE)
const whyOf = (done: { ok: true } | Failed): string => (done.ok ? 'ok' : done.why)

test('the notice of our pin is removed, and the notices of others’ pins stay', async () => {
  const { fake, adapter, channel, ref } = await posted()
  fake.pin(fake.say(channel, 'The rota').id)
  assert.equal(whyOf(await adapter.pin(ref)), 'ok')
  assert.deepEqual(
    notices(fake, channel).map(({ author }) => author.id),
    [fake.users.ada.id],
  )
})

const LOOKING = ['GET /channels/:c/messages', 'DELETE /channels/:c/messages/:m']
for (const call of LOOKING) {
  test(`a pin is a pin though its notice stays (${call}), which the next one removes`, async () => {
    const { fake, adapter, channel, ref, message } = await posted()
    fake.faults.add(call, { status: 403, body: { message: 'Missing Permissions', code: 50013 } })
    assert.equal(whyOf(await adapter.pin(ref)), 'ok')
    assert.equal(message().pinned, true)
    assert.equal(notices(fake, channel).length, 1)
    assert.equal(whyOf(await adapter.pin(ref)), 'ok')
    assert.deepEqual(notices(fake, channel), [])
  })
}

test('a channel takes two hundred and fifty pins', async () => {
  const { fake, adapter, channel, ref, message } = await posted()
  for (let count = 0; count < 250; count += 1) fake.pin(fake.say(channel, `Pin ${count}`).id)
  assert.equal(whyOf(await adapter.pin(ref)), 'full')
  assert.equal(message().pinned, false)
})

test('a message that is no more cannot be pinned or edited, and is unpinned', async () => {
  const { fake, adapter, ref, message } = await posted()
  fake.remove(message().id)
  assert.equal(whyOf(await adapter.pin(ref)), 'gone')
  assert.equal(whyOf(await adapter.edit(ref, card)), 'gone')
  assert.equal(whyOf(await adapter.unpin(ref)), 'ok')
})

const RIGHTS: [name: string, bits: bigint, lacks: string[], pin: string][] = [
  ['the right to pin', Permission.pin, ['Pin Messages'], 'forbidden'],
  ['the right to send', Permission.send, ['Send Messages'], 'ok'],
  ['the right to read history', Permission.history, ['Read Message History'], 'ok'],
]
const ENOUGH = Permission.view | Permission.send | Permission.embedLinks | Permission.history | Permission.pin
for (const [name, bits, lacks, pin] of RIGHTS) {
  test(`without ${name} a place says what it lacks, and a pin is ${pin}`, async () => {
    const { fake, adapter, channel, to, ref, known } = await posted()
    await known(() => fake.permit(channel, ENOUGH & ~bits))
    assert.equal(whyOf(await adapter.pin(ref)), pin)
    assert.deepEqual(await adapter.inspect(to.place), { readers: 'team', state: 'here', lacks })
  })
}

test('without the right to read history we cannot look', async () => {
  const { fake, adapter, channel, to, known } = await posted()
  await known(() => fake.permit(channel, ENOUGH & ~Permission.history))
  assert.equal(await adapter.find(to, 'monday', { card, since: 0 }), 'cannot look')
})

const LONG: Card = {
  summary: 'Brief of Monday: *much*',
  parts: [...card.parts, { is: 'text', spans: [{ text: 'It goes on. '.repeat(300) }] }],
}
const HELD: [name: string, permissions: bigint][] = [
  ['in an embed', ENOUGH],
  ['without its embed', ENOUGH & ~Permission.embedLinks],
]
for (const [name, permissions] of HELD) {
  test(`a long card that stands ${name} is found, and not another one`, async () => {
    const { fake, adapter, core } = await setUp({ permissions })
    await adapter.start(core)
    const to = { place: `discord:${fake.channels.random}` }
    const sent = await adapter.send(to, LONG, 'monday')
    assert.ok(sent.ok)
    assert.deepEqual(await adapter.find(to, 'monday', { card: LONG, since: 0 }), {
      target: to,
      id: sent.message.id,
    })
    const [, ...rest] = LONG.parts
    const others: Card[] = [
      { ...LONG, summary: 'Brief of Tuesday' },
      ...(name === 'in an embed' ? [{ ...LONG, parts: rest }] : []),
    ]
    for (const other of others)
      assert.equal(await adapter.find(to, 'monday', { card: other, since: 0 }), 'absent')
  })
}

test('what others said, and what answers someone, is not what is sought', async () => {
  const { fake, adapter, heard } = await start()
  const channel = fake.channels.general
  const to: Target = { place: `discord:${channel}` }
  fake.say(channel, '**Brief of Monday**')
  const { id } = fake.say(channel, 'And?')
  const asked = await heard(() => fake.slash('brief now', {}, { channel }))
  assert.ok((await adapter.send({ ...to, thread: id }, card, 'reply')).ok)
  assert.equal(whyOf(await adapter.send(asked.reply, card, 'answer')), 'ok')
  const alike = fake.messages(channel).filter(({ content }) => content.startsWith('**Brief of Monday**'))
  assert.equal(alike.length, 3)
  assert.equal(await adapter.find(to, 'monday', { card, since: 0 }), 'absent')
})

test('a message is sought from a moment on, over several pages, and as far as that goes', async () => {
  const { fake, adapter, channel, to, ref, message } = await posted()
  const since = Date.parse(message().timestamp)
  assert.equal(await adapter.find(to, 'monday', { card, since: since + 3_600_000 }), 'absent')
  for (let count = 0; count < 150; count += 1) fake.say(channel, `${count}`)
  const second = await adapter.send(to, { summary: 'Another', parts: [] }, 'another')
  assert.ok(second.ok)
  const sought = { card: { summary: 'Another', parts: [] }, since }
  assert.deepEqual(await adapter.find(to, 'another', sought), { target: to, id: second.message.id })
  assert.deepEqual(await adapter.find(to, 'monday', { card, since }), { target: to, id: ref.id })
  for (let count = 0; count < 500; count += 1) fake.say(channel, `${count}`)
  const absent = { card: { summary: 'No other', parts: [] }, since }
  assert.equal(await adapter.find(to, 'no other', absent), 'cannot look')
})

test('a message in direct messages is found there', async () => {
  const { fake, adapter } = await start()
  const direct: Target = {
    place: `discord:${fake.channels.general}`,
    only: `discord:${fake.users.ada.id}`,
    as: 'direct',
  }
  fake.direct(fake.users.ada.id, '**Brief of Monday**')
  assert.equal(await adapter.find(direct, 'monday', { card, since: 0 }), 'absent')
  const sent = await adapter.send(direct, card, 'monday')
  assert.ok(sent.ok)
  const found = await adapter.find(direct, 'monday', { card, since: 0 })
  assert.deepEqual(found, { target: direct, id: sent.message.id })
})

test('while Discord is in trouble it is to be asked again', async () => {
  const { fake, adapter, to } = await posted()
  fake.faults.add('GET /channels/:c/messages', { status: 503, body: {} })
  assert.equal(await adapter.find(to, 'monday', { card, since: 0 }), 'ask again')
})

for (const drop of ['before storing', 'after storing'] as const) {
  test(`an edit whose response was lost ${drop} is unsure, and may be repeated`, async () => {
    const { fake, adapter, ref, message } = await posted()
    fake.faults.add('PATCH /channels/:c/messages/:m', { drop })
    const other: Card = { summary: 'Brief of Tuesday', parts: [] }
    assert.equal(whyOf(await adapter.edit(ref, other)), 'unsure')
    assert.equal(whyOf(await adapter.edit(ref, other)), 'ok')
    assert.equal(message().content, 'Brief of Tuesday')
  })
}

test('an edit takes a long card and its end, and plain text where the layout is refused', async () => {
  const { fake, adapter, ref, message } = await posted()
  assert.equal(whyOf(await adapter.edit(ref, LONG)), 'ok')
  assert.equal(message().embeds.length, 1)
  assert.equal(whyOf(await adapter.edit(ref, card)), 'ok')
  assert.deepEqual(message().embeds, [])
  const body = { message: 'Invalid Form Body', code: 50035, errors: {} }
  fake.faults.add('PATCH /channels/:c/messages/:m', { status: 400, body })
  assert.equal(whyOf(await adapter.edit(ref, LONG)), 'ok')
  assert.match(message().content, /^\*\*Brief of Monday\*\*\n/)
})

test('of old messages Discord takes few edits: not before a minute', async () => {
  const { fake, adapter, ref } = await posted()
  const body = { message: 'Maximum number of edits to messages older than 1 hour reached', code: 30046 }
  fake.faults.add('PATCH /channels/:c/messages/:m', { status: 400, body })
  const done = await adapter.edit(ref, card)
  assert.ok(!done.ok)
  assert.deepEqual([done.why, done.waitMs], ['wait', 60_000])
})

const all = ['View Channel', 'Send Messages', 'Embed Links', 'Read Message History', 'Pin Messages']
const PLACES: [
  name: string,
  channel: (fake: FakeDiscord) => string,
  state: string,
  readers: string,
  lacks: string[],
][] = [
  ['a channel', ({ channels }) => channels.general, 'here', 'team', []],
  ['a channel we cannot see', ({ channels }) => channels.hidden, 'here', 'team', all],
  ['a thread', ({ channels }) => channels.thread, 'here', 'team', []],
  ['a channel of another server', ({ channels }) => channels.lobby, 'here', 'outsiders', []],
  ['direct messages', ({ dm, users }) => dm(users.ada.id), 'here', 'one', []],
  ['no channel at all', () => '1', 'gone', 'unknown', []],
]
for (const [name, channel, state, readers, lacks] of PLACES) {
  test(`${name}: ${state}, read by ${readers}`, async () => {
    const { fake, adapter } = await start()
    assert.deepEqual(await adapter.inspect(`discord:${channel(fake)}`), { readers, state, lacks })
  })
}

test('a thread is written to by a right of its own, opens again when it was archived, and is gone once it is locked', async () => {
  const { fake, adapter, to, channel, ref, known } = await posted(({ channels }) => channels.thread)
  await known(() => fake.permit(fake.channels.general, ENOUGH))
  assert.deepEqual((await adapter.inspect(to.place)).lacks, ['Send Messages in Threads'])
  await known(() => fake.archive(channel))
  assert.equal((await adapter.inspect(to.place)).state, 'here')
  await known(() => fake.archive(channel, true))
  assert.equal((await adapter.inspect(to.place)).state, 'gone')
  assert.equal(whyOf(await adapter.pin(ref)), 'gone')
})

test('a channel that was deleted is gone', async () => {
  const { fake, adapter, to, channel, ref, known } = await posted()
  await known(() => fake.raze(channel))
  assert.equal((await adapter.inspect(to.place)).state, 'gone')
  assert.equal(whyOf(await adapter.unpin(ref)), 'ok')
  assert.equal(whyOf(await adapter.send(to, card, 'tuesday')), 'gone')
})

test('before we are connected, and where Discord does not tell, a place is unknown', async () => {
  const { fake, adapter, core } = await setUp()
  const unknown = { readers: 'unknown', state: 'unknown', lacks: [] }
  const place = `discord:${fake.channels.general}`
  assert.deepEqual(await adapter.inspect(place), unknown)
  assert.equal(await adapter.find({ place }, 'monday', { card, since: 0 }), 'ask again')
  await adapter.start(core)
  fake.faults.add('GET /channels/:c', { status: 503, body: {} })
  assert.deepEqual(await adapter.inspect(`discord:${fake.dm(fake.users.ada.id)}`), unknown)
})
