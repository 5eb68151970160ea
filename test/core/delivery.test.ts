import assert from 'node:assert/strict'
import test from 'node:test'
import type { Adapter, Card, Failed, Ref, Sent, Target } from '../../src/core/contract.ts'
import { createDelivery, type Delivery } from '../../src/core/delivery.ts'
import { idle } from '../idle-adapter.ts'

const card: Card = { summary: 'Yes.', parts: [] }
const channel: Target = { place: 'test:channel', thread: '1' }
const command: Target = { place: 'test:channel', only: 'test:alice', secret: 's' }
const failed = (why: Failed['why'], more: Partial<Failed> = {}): Failed => ({
  ok: false,
  why,
  cause: new Error(why),
  ...more,
})
const OK = 'ok'
type Answer = typeof OK | Failed
type Found = 'here' | 'absent' | 'cannot look' | 'ask again'

/** Carries one card to a platform that answers so; what was done stands in `done`. */
async function deliver(to: Target, sends: Answer[], finds: Found[] = [], more: Partial<Delivery> = {}) {
  const done: string[] = []
  const message = (target: Target): Ref => ({ target, id: 'test:message' })
  const adapter: Adapter = {
    ...idle,
    name: 'test',
    async send(target, shown, key): Promise<Sent> {
      const where = target.secret ? 'answer' : target.only ? 'private' : 'public'
      done.push(`${where} ${shown === card ? 'card' : 'notice'} ${key}`)
      const answer = sends.shift() ?? OK
      return answer === OK ? { ok: true, message: message(target) } : answer
    },
    async find(target) {
      const found = finds.shift() ?? 'absent'
      done.push(`find: ${found}`)
      return found === 'here' ? message(target) : found
    },
  }
  const outcome = await createDelivery(
    [adapter],
    async (ms) => void done.push(`${ms} ms`),
  )({
    to,
    card,
    key: 'k',
    asker: 'test:alice',
    ...more,
  })
  return { done, outcome: outcome.ok ? outcome.how : outcome.why }
}

const CASES: [name: string, to: Target, sends: Answer[], finds: Found[], done: string[], outcome: string][] =
  [
    ['a card that arrives is sent once', channel, [], [], ['public card k'], 'sent'],
    [
      'a lost response whose post stands there is recorded',
      channel,
      [failed('unsure')],
      ['here'],
      ['public card k', '500 ms', 'find: here'],
      'found',
    ],
    [
      'a post that is not there is sent again under the same key',
      channel,
      [failed('unsure')],
      ['absent'],
      ['public card k', '500 ms', 'find: absent', 'public card k'],
      'sent',
    ],
    [
      'where we cannot look nothing is posted twice, and the asker is told',
      channel,
      [failed('unsure')],
      ['cannot look'],
      ['public card k', '500 ms', 'find: cannot look', 'private notice k:aside'],
      'notice',
    ],
    [
      'a post that may yet arrive is not sent again',
      channel,
      [failed('unsure', { late: true })],
      ['absent'],
      ['public card k', '500 ms', 'find: absent', 'private notice k:aside'],
      'notice',
    ],
    [
      'a platform in trouble is asked again, and the notice is repeated until it arrives',
      channel,
      [failed('unsure'), failed('unsure')],
      ['ask again', 'ask again', 'ask again'],
      [
        'public card k',
        '500 ms',
        'find: ask again',
        '2000 ms',
        'find: ask again',
        '5000 ms',
        'find: ask again',
        'private notice k:aside',
        '500 ms',
        'private notice k:aside',
      ],
      'notice',
    ],
    [
      'an answer to a command is simply repeated',
      command,
      [failed('unsure'), failed('unsure')],
      [],
      ['answer card k', '500 ms', 'answer card k', '2000 ms', 'answer card k'],
      'sent',
    ],
    [
      'a rate limit is waited out as long as the platform says',
      channel,
      [failed('wait', { waitMs: 3000 }), failed('wait', { waitMs: 100 })],
      [],
      ['public card k', '3000 ms', 'public card k', '100 ms', 'public card k'],
      'sent',
    ],
    [
      'but not for ever',
      channel,
      [failed('wait', { waitMs: 100_000 }), failed('wait', { waitMs: 100_000 })],
      [],
      ['public card k', '100000 ms', 'public card k'],
      'wait',
    ],
    [
      'where we may not post, the asker gets it privately',
      channel,
      [failed('forbidden')],
      [],
      ['public card k', 'private card k:aside'],
      'privately',
    ],
    [
      'so does one whose command is no longer taken',
      command,
      [failed('expired')],
      [],
      ['answer card k', 'private card k:aside'],
      'privately',
    ],
    [
      'what the platform refuses is not repeated there',
      channel,
      [failed('refused'), failed('refused')],
      [],
      ['public card k', 'private card k:aside'],
      'refused',
    ],
  ]

for (const [name, to, sends, finds, done, outcome] of CASES) {
  test(name, async () => assert.deepEqual(await deliver(to, [...sends], [...finds]), { done, outcome }))
}

const AGAIN: [name: string, to: Target, finds: Found[], done: string[], outcome: string][] = [
  ['what another process sent before it died is found', channel, ['here'], ['500 ms', 'find: here'], 'found'],
  [
    'what it did not send is sent under the same key',
    channel,
    ['absent'],
    ['500 ms', 'find: absent', 'public card k'],
    'sent',
  ],
  [
    'where we cannot look the asker is told, and nothing is posted',
    channel,
    ['cannot look'],
    ['500 ms', 'find: cannot look', 'private notice k:aside'],
    'notice',
  ],
  ['an answer to a command is simply sent', command, [], ['answer card k'], 'sent'],
]
for (const [name, to, finds, done, outcome] of AGAIN) {
  test(`a request taken over: ${name}`, async () =>
    assert.deepEqual(await deliver(to, [], [...finds], { again: true }), { done, outcome }))
}

test('who has lost the request to another process sends nothing more', async () => {
  const answers = [true, false]
  const holds = async (): Promise<boolean> => answers.shift() ?? false
  assert.deepEqual(await deliver(channel, [failed('wait', { waitMs: 9 })], [], { holds }), {
    done: ['public card k', '9 ms'],
    outcome: 'taken over',
  })
})
