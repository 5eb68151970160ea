import assert from 'node:assert/strict'
import test from 'node:test'
import { fromSubmission, toView } from '../../src/adapters/slack/form.ts'
import { accessOf } from '../../src/core/access.ts'
import type { Core, Form, Request } from '../../src/core/contract.ts'
import type { FakeSlack, View } from '../fakes/slack.ts'
import { checkView } from '../fakes/slack/limits.ts'
import { freePort } from '../free-port.ts'
import { start } from './brief-team.ts'
import { slackStage, slackText } from './stage.ts'

type Json = Record<string, unknown>

/** The state of the form's inputs: as they came, but for those that are filled in. */
function filled({ view }: View, values: Record<string, string>): Record<string, Record<string, Json>> {
  const written = (text: unknown): unknown => (text === '' ? null : (text ?? null))
  const inputs = (view['blocks'] as Json[]).map((block) => {
    const { type, action_id, initial_value, initial_option, options } = block['element'] as Json
    const name = String(action_id)
    const given = values[name]
    const option = (options as Json[] | undefined)?.find(({ value }) => value === given) ?? initial_option
    const state = options
      ? { type, selected_option: option ?? null }
      : { type, value: written(given ?? initial_value) }
    return [String(block['block_id']), { [name]: state }] as const
  })
  return Object.fromEntries(inputs)
}

const shownForm = (fake: FakeSlack): Promise<View> => fake.waitFor(() => fake.workspace.views[0])
const toAnn = (fake: FakeSlack): string[] =>
  fake.posted.filter(({ ephemeralTo }) => ephemeralTo === 'U0ANN').map(slackText)

test('/brief on alone shows an empty form, and does nothing yet', async () => {
  const { fake, store, place } = await start(slackStage)
  const asked = fake.slash('/brief', ' ON ', 'C0PUBLIC')
  const { user, view } = await shownForm(fake)
  await fake.acked(asked)
  assert.equal(user, 'U0ANN')
  const shown = (view['blocks'] as Json[]).map(({ label, optional, element }) => [
    (label as Json)['text'],
    optional,
    (element as Json)['initial_value'] ?? ((element as Json)['initial_option'] as Json | undefined)?.['text'],
  ])
  assert.deepEqual(shown, [
    ['When, such as 09:00', true, undefined],
    ['Where, such as Europe/London', true, undefined],
    ['Which days: daily, weekdays, or such as mon,wed', true, undefined],
    ['Skip days on which nothing changed', true, undefined],
  ])
  assert.deepEqual([fake.posted, await store.subscriptions.of(place)], [[], null])
})

for (const way of ['a socket', 'HTTP'] as const) {
  test(`the form, sent off over ${way}, sets the brief up as the same words do`, async () => {
    const port = await freePort()
    const settings = way === 'HTTP' ? { signingSecret: 'shhh', port } : undefined
    const { fake, store, place, standing } = await start(() => slackStage(settings))
    if (way === 'HTTP') await fake.deliverTo(`http://127.0.0.1:${port}/slack/events`)
    fake.slash('/brief', 'on', 'C0PUBLIC')
    const form = await shownForm(fake)
    const values = { time: '8.30', zone: 'Europe/Paris', days: 'mon, wed', quiet: 'true' }
    const sent = fake.submit(form, filled(form, values))
    await fake.acked(sent)
    await fake.waitFor(() => toAnn(fake).length > 0 && standing().length > 0)
    assert.match(
      toAnn(fake).join('\n'),
      /pinned here at 08:30 \(Europe\/Paris\), on Monday and Wednesday, but not when/,
    )
    assert.match(standing()[0]?.text ?? '', /^ann set this: A brief is posted/)
    assert.deepEqual((await store.subscriptions.of(place))?.rhythm, {
      time: '08:30',
      zone: 'Europe/Paris',
      days: [1, 3],
    })
    assert.deepEqual([fake.workspace.views, fake.workspace.complaints], [[], []])
  })
}

test('a form that is sent as it came leaves everything as it was, and starts again what was stopped', async () => {
  const { fake, brief, store, place } = await start(slackStage)
  await brief('on 10:00 Europe/Paris weekdays quiet')
  await brief('off')
  fake.slash('/brief', 'on', 'C0PUBLIC')
  const form = await shownForm(fake)
  fake.submit(form, filled(form, {}))
  await fake.waitFor(() => toAnn(fake).length === 3)
  const { rhythm, quiet, state } = (await store.subscriptions.of(place)) ?? assert.fail()
  assert.deepEqual(rhythm, { time: '10:00', zone: 'Europe/Paris', days: [1, 2, 3, 4, 5] })
  assert.deepEqual([quiet, state], [true, 'on'])
})

test('what is not understood in the form is answered as it is where it was typed, and nothing is set', async () => {
  const { fake, store, place } = await start(slackStage)
  fake.slash('/brief', 'on', 'C0PUBLIC')
  const form = await shownForm(fake)
  fake.submit(form, filled(form, { zone: 'Europe/Lodnon' }))
  await fake.waitFor(() => toAnn(fake).length > 0)
  assert.match(toAnn(fake)[0] ?? '', /no time zone “Europe\/Lodnon”.*Did you mean Europe\/London/s)
  assert.equal(await store.subscriptions.of(place), null)
})

test('who may not change a channel’s briefs may not by its form', async () => {
  const { fake, store, place } = await start(slackStage)
  fake.slash('/brief', 'on', 'C0PUBLIC', 'U0BEN')
  const form = await shownForm(fake)
  fake.submit(form, filled(form, {}))
  const answer = await fake.waitFor(() => fake.posted[0])
  assert.equal(answer.ephemeralTo, 'U0BEN')
  assert.match(slackText(answer), /Only those who manage this channel/)
  assert.equal(await store.subscriptions.of(place), null)
})

test('a form that is sent off twice is answered once', async () => {
  const { fake, intake, standing } = await start(slackStage)
  fake.slash('/brief', 'on', 'C0PUBLIC')
  const form = await shownForm(fake)
  const acts = [fake.submit(form, filled(form, {})), fake.submit(form, filled(form, {}))]
  for (const act of acts) await fake.acked(act)
  await fake.waitFor(() => standing().length > 0)
  await intake.settled()
  assert.deepEqual([toAnn(fake).length, standing().length], [1, 1])
})

const NOT_OPENED = [
  ['is refused, for its trigger is gone', { status: 200, body: { ok: false, error: 'expired_trigger_id' } }],
  ['meets trouble', { status: 500 }],
  ['loses its response', { drop: 'before storing' }],
  ['takes too long', { delayMs: 2_500 }],
] as const
for (const [name, fault] of NOT_OPENED) {
  test(`where showing the form ${name}, the command does as it says, in time`, async () => {
    const { fake, store, place } = await start(slackStage)
    fake.faults.add('views.open', fault)
    const asked = fake.slash('/brief', 'on', 'C0PUBLIC')
    await fake.acked(asked)
    await fake.waitFor(() => toAnn(fake).length > 0)
    assert.match(toAnn(fake)[0] ?? '', /posted and pinned here at 09:00 \(Europe\/London\), every day/)
    assert.equal((await store.subscriptions.of(place))?.state, 'on')
    assert.deepEqual(fake.workspace.complaints, [])
  })
}

test('no form is shown for other words, or in direct messages', async () => {
  const { fake, intake } = await start(slackStage)
  const ways: [words: string, channel: string, like: RegExp][] = [
    ['on 09:00', 'C0PUBLIC', /posted and pinned here/],
    ['', 'C0PUBLIC', /You can say/],
    ['off', 'C0PUBLIC', /no more briefs/],
    ['on', 'U0ANN', /Briefs are posted in channels/],
  ]
  for (const [words, channel, like] of ways) {
    fake.slash('/brief', words, channel)
    await fake.waitFor(() => fake.posted.some((message) => like.test(slackText(message))))
    await intake.settled()
  }
  assert.deepEqual(fake.workspace.views, [])
})

const form: Form = {
  name: 'brief',
  title: 'A title that is longer than a title may be',
  submit: 'What is longer than the button takes',
  carry: 'on',
  fields: [
    {
      name: 'which',
      label: 'Which',
      required: true,
      choices: [{ label: 'x'.repeat(100), value: 'x' }],
      initial: 'y',
    },
    { name: 'line', label: 'Line', required: false, initial: '' },
  ],
}

test('a form is cut to what Slack takes', () => {
  assert.ok(checkView(JSON.parse(JSON.stringify(toView(form, 'slack:C0PUBLIC'))), 'modal'))
})

test('a form is acknowledged only after the core has taken it, and one that is shown is not for it to take', async () => {
  const { fake, adapter, close } = await slackStage()
  const taken: Request[] = []
  let letGo: () => void = assert.fail
  const held = new Promise<void>((resolve) => (letGo = resolve))
  const core: Core = {
    first: ({ intent }) => (intent.do === 'command' ? { show: 'form', form } : { show: 'nothing' }),
    async accept(request) {
      taken.push(request)
      fake.workspace.changed()
      await held
    },
  }
  await adapter.start(core)
  const asked = fake.slash('/brief', 'on', 'C0PUBLIC')
  await fake.acked(asked)
  const view = await shownForm(fake)
  assert.equal(taken.length, 0)
  const sent = fake.submit(view, filled(view, { which: 'x', line: ' <b> & ' }))
  await fake.waitFor(() => taken.length > 0)
  assert.deepEqual([sent.deliveries[0]?.acked, fake.workspace.views.length], [false, 1])
  letGo()
  await fake.acked(sent)
  assert.equal(fake.workspace.views.length, 0)
  const { at, ...request } = taken[0] ?? assert.fail()
  assert.ok(Math.abs(at - Date.now()) < 60_000)
  assert.deepEqual(request, {
    id: `slack:T0TEAM/${view.id}`,
    place: { id: 'slack:C0PUBLIC', kind: 'channel', readers: 'unknown' },
    person: { id: 'slack:U0ANN', member: true, name: 'ann' },
    intent: { do: 'submit', form: 'brief', carry: 'on', values: { which: 'x', line: ' <b> & ' } },
    reply: { place: 'slack:C0PUBLIC', only: 'slack:U0ANN' },
  })
  await adapter.stop()
  await close()
})

const us = { user: 'U0BOT', team: 'T0TEAM' }
const submission = {
  type: 'view_submission',
  team: { id: 'T0TEAM' },
  user: { id: 'U0ANN' },
  view: { id: 'V1', callback_id: 'brief', private_metadata: 'C0PUBLIC on', state: { values: {} } },
}

test('a form that somebody of another team sent off, or of one that is not said, is refused', () => {
  const accessFor = (body: object): string | null => {
    const request = fromSubmission({ ...submission, ...body }, us, 0)
    return request && accessOf(request)
  }
  assert.equal(accessFor({}), 'here')
  assert.equal(accessFor({ user: { id: 'U0ANN', team_id: 'T0TEAM' }, team: null }), 'here')
  assert.equal(accessFor({ user: { id: 'U0EXT', team_id: 'T0OTHER' } }), 'refused')
  assert.equal(accessFor({ team: { id: 'T0OTHER' } }), 'refused')
  assert.equal(accessFor({ team: null }), 'refused')
})

test('what is no form of ours asks nothing', () => {
  const { view } = submission
  const others = [
    { type: 'view_closed' },
    { view: null },
    { user: null },
    { view: { ...view, private_metadata: '' } },
    { view: { ...view, callback_id: '' } },
  ]
  for (const other of others) assert.equal(fromSubmission({ ...submission, ...other }, us, 0), null)
})
