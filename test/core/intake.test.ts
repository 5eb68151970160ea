import assert from 'node:assert/strict'
import test from 'node:test'
import type { Assistant } from '../../src/core/assistant.ts'
import type { Adapter, Card, Request, Sent } from '../../src/core/contract.ts'
import { createDelivery } from '../../src/core/delivery.ts'
import { createIntake, type Fault, type IntakeOptions } from '../../src/core/intake.ts'
import { createMemoryLedger } from '../../src/core/ledger.ts'
import { idle } from '../idle-adapter.ts'

const card: Card = { summary: 'Yes.', parts: [] }
const request = (id: string, place = 'test:place'): Request => ({
  id,
  at: 0,
  place: { id: place, kind: 'direct', readers: 'one' },
  person: { id: 'test:alice', member: true },
  intent: { do: 'ask', text: 'Is it?' },
  reply: { place },
})

function setUp(
  respond: (asked: Request) => Card,
  ledger = createMemoryLedger(),
  failed?: Sent,
  more: Partial<IntakeOptions> = {},
) {
  const shown: [key: string, summary: string][] = []
  const faults: Fault[] = []
  const adapter: Adapter = {
    ...idle,
    name: 'test',
    async send(target, { summary }, key) {
      shown.push([key, summary])
      if (failed) return failed
      return { ok: true, message: { target, id: 'test:message' } }
    },
  }
  const assistant: Assistant = {
    respond: (asked) => ({ card: respond(asked) }),
    consider: () => ({ is: 'notice', notice: 'empty' }),
    card: () => card,
  }
  const deliver = createDelivery([adapter], async () => {})
  const intake = createIntake({
    assistant,
    deliver,
    ledger,
    report: (fault) => faults.push(fault),
    now: () => 0,
    ...more,
  })
  return { intake, shown, faults }
}

test('each request has one outcome, sent to where it came from under its own key', async () => {
  const { intake, shown, faults } = setUp(() => card)
  await Promise.all([intake.accept(request('test:1')), intake.accept(request('test:2'))])
  await intake.settled()
  assert.deepEqual(shown, [
    ['test:1', 'Yes.'],
    ['test:2', 'Yes.'],
  ])
  assert.deepEqual(faults, [])
})

test('an error becomes a card with an id that the log has too', async () => {
  const { intake, shown, faults } = setUp(() => {
    throw new Error('a defect')
  })
  await intake.accept(request('test:1'))
  await intake.settled()
  const [fault] = faults
  assert.equal(fault?.what, 'answer')
  assert.equal(fault.cause.message, 'a defect')
  assert.ok(shown[0]?.[1].includes(fault.id))
})

test('a card that cannot be delivered is reported', async () => {
  const { intake, faults } = setUp(() => card)
  await intake.accept(request('test:1', 'elsewhere:place'))
  await intake.settled()
  assert.equal(faults[0]?.what, 'delivery')
  assert.match(faults[0].cause.message, /elsewhere/)
})

test('a question comes with those asked before it in the same conversation', async () => {
  const threads: (string[] | undefined)[] = []
  const { intake } = setUp(({ intent }) => {
    if (intent.do === 'ask') threads.push(intent.thread)
    return card
  })
  for (const [id, text, place] of [
    ['test:1', 'Who?', 'test:place'],
    ['test:2', 'When?', 'test:place'],
    ['test:3', 'Where?', 'test:other'],
    ['test:4', 'Why?', 'test:place'],
  ] as const) {
    await intake.accept({ ...request(id, place), intent: { do: 'ask', text } })
    await intake.settled()
  }
  assert.deepEqual(threads, [[], ['Who?'], [], ['Who?', 'When?']])
})

test('a question that leans on nothing before it is not kept waiting for it', async () => {
  const { intake, shown } = setUp(() => card, {
    ...createMemoryLedger(),
    earlier: () => assert.fail('Nobody needs to know.'),
  })
  const text = 'When was the first Central Asia-Russia summit?'
  await intake.accept({ ...request('test:1'), intent: { do: 'ask', text } })
  await intake.settled()
  assert.deepEqual(shown, [['test:1', 'Yes.']])
})

test('what a question leans on is told by no more of it than is read', async () => {
  const { intake, shown } = setUp(() => card, {
    ...createMemoryLedger(),
    earlier: () => assert.fail('Nobody needs to know.'),
  })
  const text = `${'Which harbour signed the treaty? '.repeat(1200)}And when did it?`
  await intake.accept({ ...request('test:1'), intent: { do: 'ask', text } })
  await intake.settled()
  assert.deepEqual(shown, [['test:1', 'Yes.']])
})

test('a second delivery is acknowledged no sooner than the first is recorded', async () => {
  let record: () => void = assert.fail
  const { intake } = setUp(() => card, {
    ...createMemoryLedger(),
    record: ({ id }) => new Promise((resolve) => (record = () => resolve({ id, owner: 'a', attempt: 1 }))),
  })
  const acknowledged: number[] = []
  const deliveries = [1, 2].map(async (delivery) => {
    await intake.accept(request('test:1'))
    acknowledged.push(delivery)
  })
  await new Promise((resolve) => setImmediate(resolve))
  assert.deepEqual(acknowledged, [])
  record()
  await Promise.all(deliveries)
  assert.deepEqual(new Set(acknowledged), new Set([1, 2]))
})

test('a request is acknowledged once its record is kept, and answered meanwhile', async () => {
  let keep: () => void = assert.fail
  const kept = new Promise<void>((resolve) => (keep = resolve))
  const { intake, shown } = setUp(() => card, { ...createMemoryLedger(), kept: () => kept })
  let acknowledged = false
  const accepted = intake.accept(request('test:1')).then(() => (acknowledged = true))
  await new Promise((resolve) => setImmediate(resolve))
  assert.equal(acknowledged, false)
  assert.deepEqual(shown, [['test:1', 'Yes.']])
  keep()
  await accepted
})

test('what someone else has recorded is left to them', async () => {
  const { intake, shown } = setUp(() => card, { ...createMemoryLedger(), record: async () => null })
  await intake.accept(request('test:1'))
  await intake.settled()
  assert.deepEqual(shown, [])
})

test('what no platform takes for now is left to the sweep, and in the end given up', async () => {
  const finished: string[] = []
  const ledger = {
    ...createMemoryLedger(),
    finish: async (_: unknown, __: unknown, { how }: { how: string }) => void finished.push(how),
  }
  const { intake, faults } = setUp(() => card, ledger, {
    ok: false,
    why: 'wait',
    waitMs: 200_000,
    cause: new Error('busy'),
  })
  await intake.accept(request('test:1'))
  await intake.settled()
  assert.deepEqual(finished, [])
  intake.resume({ id: 'test:1', owner: 'a', attempt: 10, request: request('test:1') })
  await intake.settled()
  assert.deepEqual(finished, ['failed: unsure'])
  intake.resume({ id: 'test:1', owner: 'a', attempt: 11, request: request('test:1') })
  await intake.settled()
  assert.deepEqual(finished, ['failed: unsure', 'failed: error'])
  assert.equal(faults.length, 3)
})

const on: Request = {
  ...request('test:1'),
  place: { id: 'test:place', kind: 'channel', readers: 'team' },
  intent: { do: 'command', name: 'brief', words: 'on' },
  forms: true,
}
const withDesk = { desk: async () => card }

test('a form is shown only where the platform can, where there are briefs, and to whom is answered', () => {
  const { intake } = setUp(() => card, undefined, undefined, withDesk)
  const { forms: _, ...without } = on
  const shown = (asked: Request): string => intake.first(asked).show
  assert.equal(shown(on), 'form')
  assert.equal(shown(without), 'wait')
  assert.equal(shown({ ...on, person: { id: 'test:eve', member: 'unknown' } }), 'wait')
  assert.equal(shown({ ...on, place: { id: 'test:place', kind: 'direct', readers: 'one' } }), 'wait')
  assert.equal(shown({ ...on, intent: { do: 'command', name: 'ask', words: 'on' } }), 'wait')
  assert.equal(setUp(() => card).intake.first(on).show, 'wait')
})

test('a form that comes back is the command that it stands for', async () => {
  const heard: Request['intent'][] = []
  const desk = async ({ intent }: Request): Promise<Card> => {
    heard.push(intent)
    return card
  }
  const { intake } = setUp(() => card, undefined, undefined, { desk })
  const sent = async (id: string, values: Record<string, string>): Promise<void> =>
    intake.accept({ ...on, id, intent: { do: 'submit', form: 'brief', carry: 'on', values } })
  await sent('test:1', { quiet: 'true', days: ' weekdays ', zone: '', time: '09:00', else: 'x' })
  await sent('test:2', { quiet: 'false' })
  await intake.settled()
  assert.deepEqual(heard, [
    { do: 'command', name: 'brief', words: 'on 09:00 weekdays quiet' },
    { do: 'command', name: 'brief', words: 'on' },
  ])
})
