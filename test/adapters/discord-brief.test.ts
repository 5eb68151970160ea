import assert from 'node:assert/strict'
import test from 'node:test'
import { type Called, fromCommand } from '../../src/adapters/discord/inbound.ts'
import { BRIEF_VERBS } from '../../src/core/commands.ts'
import type { FakeDiscord } from '../fakes/discord.ts'
import { start } from './discord-bot.ts'

test('who gives a command is known by name, and whether they manage the place', async () => {
  const { fake, heard } = await start()
  const { ada, ben } = fake.users
  const by = (where: Parameters<FakeDiscord['slash']>[2]) =>
    heard(() => fake.slash('brief status', {}, where)).then(({ person }) => person)
  const channel = fake.channels.general
  assert.deepEqual(await by({ channel, by: ada.id }), {
    id: `discord:${ada.id}`,
    member: true,
    name: 'ada',
    manages: true,
  })
  assert.equal((await by({ channel, by: ben.id })).manages, false)
  assert.equal((await by({ dm: ada.id })).manages, undefined)
})

const TYPED: [verb: string, values: Record<string, string | boolean>, words: string][] = [
  ['preview', {}, 'preview'],
  ['on', {}, 'on'],
  ['on', { quiet: true, days: 'weekdays', time: '09:00' }, 'on 09:00 weekdays quiet'],
  ['on', { zone: 'Europe/London', quiet: false, time: '9' }, 'on 9 Europe/London'],
  ['pause', { until: '2026-12-27' }, 'pause 2026-12-27'],
  ['topics', { topic: 'the annual fee', what: 'add' }, 'topics add the annual fee'],
  ['topics', { what: 'list' }, 'topics list'],
]
for (const [verb, values, words] of TYPED) {
  test(`/brief ${words} reaches the core as it would be typed`, async () => {
    const { fake, heard } = await start()
    const { intent } = await heard(() =>
      fake.slash(`brief ${verb}`, values, { channel: fake.channels.general }),
    )
    assert.deepEqual(intent, { do: 'command', name: 'brief', words })
  })
}

test('/brief offers every verb there is, each with its fields', async () => {
  const { fake } = await start()
  const command = fake.registered().find(({ name }) => name === 'brief')
  const offered = command?.options?.map(({ name, options }) => [
    name,
    options?.map((option) => option.name) ?? [],
  ])
  assert.deepEqual(
    offered,
    BRIEF_VERBS.map(({ verb, fields }) => [verb, fields.map(({ name }) => name)]),
  )
  assert.deepEqual(command?.contexts, [0, 1])
})

const called: Called = {
  id: '1',
  at: 0,
  channel: '2',
  guild: '3',
  user: '4',
  shownAs: 'Ada',
  permissions: null,
  application: '5',
  token: 't',
  name: 'brief',
  options: [],
}
const MANAGING: [name: string, permissions: bigint | null, manages: boolean | undefined][] = [
  ['Manage Server', 1n << 5n, true],
  ['Manage Channels', 1n << 4n, true],
  ['Administrator', 1n << 3n, true],
  ['the right to pin and to manage messages', (1n << 51n) | (1n << 13n), false],
  ['no right', 0n, false],
  ['rights that are not told', null, undefined],
]
for (const [name, permissions, manages] of MANAGING) {
  test(`who has ${name} manages the place: ${manages}`, () => {
    const { person } = fromCommand({ ...called, permissions }, { user: '0', guilds: ['3'] })
    assert.equal(person.manages, manages)
  })
}
