/** What every adapter does, tried through its real surface. */

import assert from 'node:assert/strict'
import test from 'node:test'
import type { Adapter, Card, Core, Part, Request } from '../../src/core/contract.ts'
import { createAnswering } from './answering.ts'

/** A platform with one person, in a direct conversation with us, and among others where the platform has such places. */
export interface Harness {
  adapter: Adapter
  /** The person writes a line. */
  say: (text: string) => void
  /** The next message the person sees, without its markup. Rejects when none comes. */
  seen: () => Promise<string>
  /** The person gives the command `/attache`, among others where there are any. */
  about: (words: string) => void
  /** What is shown there that is like this, once there is any. `alone`: nobody but the person sees it. */
  shown: (like: RegExp) => Promise<{ text: string; alone: boolean }[]>
  close: () => Promise<void>
}

const quote: Card = {
  summary: 'The fee is small.',
  parts: [
    {
      is: 'quote',
      spans: [{ text: 'The ' }, { text: 'fee', mark: 'strong' }, { text: ' is small.' }],
      citation: { document: 'Handbook', headings: ['1 Fees'], line: 7 },
    },
  ],
}

/** Takes requests one by one. */
function createCore() {
  const taken: Request[] = []
  let wake: (() => void) | undefined
  const core: Core = {
    first: () => ({ show: 'nothing' }),
    async accept(request) {
      taken.push(request)
      wake?.()
    },
  }
  const next = async (): Promise<Request> => {
    for (;;) {
      const request = taken.shift()
      if (request) return request
      await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  /** The next question, past whatever the adapter says of arrivals. */
  const nextAsk = async (adapter: Adapter): Promise<Request & { intent: { do: 'ask' } }> => {
    for (;;) {
      const request = await next()
      const { intent } = request
      if (intent.do === 'ask') return { ...request, intent }
      await adapter.send(request.reply, { summary: 'Welcome.', parts: [] }, request.id)
    }
  }
  return { core, nextAsk, taken: () => taken.length }
}

export function testContract(name: string, open: () => Promise<Harness>): void {
  const start = async () => {
    const harness = await open()
    const { core, nextAsk, taken } = createCore()
    await harness.adapter.start(core)
    return { ...harness, taken, nextAsk: () => nextAsk(harness.adapter) }
  }

  test(`${name}: what a person writes reaches the core as a question of theirs`, async () => {
    const { adapter, say, nextAsk, close } = await start()
    say('What is the fee?')
    const request = await nextAsk()
    assert.equal(request.intent.text, 'What is the fee?')
    assert.equal(request.place.kind, 'direct')
    assert.equal(request.place.readers, 'one')
    for (const id of [request.id, request.place.id, request.person.id, request.reply.place])
      assert.ok(id.startsWith(`${adapter.name}:`), id)
    await close()
  })

  test(`${name}: a card is shown where the question was asked, with its source`, async () => {
    const { adapter, say, seen, nextAsk, close } = await start()
    say('What is the fee?')
    const request = await nextAsk()
    const sent = await adapter.send(request.reply, quote, request.id)
    assert.ok(sent.ok)
    assert.ok(sent.message.id.startsWith(`${adapter.name}:`))
    const text = await seen()
    assert.match(text, /The fee is small\./)
    assert.match(text, /Handbook › 1 Fees · line 7/)
    await close()
  })

  test(`${name}: two acts have two ids`, async () => {
    const { adapter, say, nextAsk, close } = await start()
    say('What is the fee?')
    const first = await nextAsk()
    await adapter.send(first.reply, quote, first.id)
    say('What is the fee?')
    const second = await nextAsk()
    assert.notEqual(first.id, second.id)
    await close()
  })

  test(`${name}: what was sent is found again under its key, or it says that it cannot look`, async () => {
    const { adapter, say, nextAsk, close } = await start()
    say('What is the fee?')
    const { reply, id } = await nextAsk()
    assert.notEqual(typeof (await adapter.find(reply, id)), 'object')
    const sent = await adapter.send(reply, quote, id)
    const found = await adapter.find(reply, id)
    if (found === 'cannot look') return close()
    assert.ok(sent.ok && typeof found === 'object')
    assert.equal(found.id, sent.message.id)
    await close()
  })

  test(`${name}: text is shown as it is, and does nothing`, async () => {
    const { adapter, say, seen, nextAsk, close } = await start()
    say('What is the fee?')
    const { reply, id } = await nextAsk()
    const text = 'Ask @everyone, <!channel> or [them](https://evil.example) for *5* `euros`.'
    await adapter.send(reply, { summary: text, parts: [{ is: 'text', spans: [{ text }] }] }, id)
    assert.equal((await seen()).replace(/[\u2060\n]/g, '').trim(), text)
    await close()
  })

  test(`${name}: a card over every limit still shows its answer and the source`, async () => {
    const { adapter, say, seen, nextAsk, close } = await start()
    say('What is the fee?')
    const { reply, id } = await nextAsk()
    const spans = [{ text: `The fee is small. ${'It goes on and on. '.repeat(1000)}` }]
    const long: Part = { is: 'quote', spans, citation: { document: 'Handbook', headings: [], line: 7 } }
    const sent = await adapter.send(reply, { summary: 'The fee is small.', parts: [long, long, long] }, id)
    assert.ok(sent.ok)
    const text = await seen()
    assert.match(text, /The fee is small\./)
    assert.match(text, /Handbook · line 7/)
    await close()
  })

  const told: [words: string, like: RegExp][] = [
    ['documents', /I have read 1 document.*Diplomatic Bluebook 2023 · 6 passages · en/s],
    ['status', /I have read 1 document.*kept in memory.*running since/s],
  ]
  for (const [words, like] of told) {
    test(`${name}: /attache ${words} is answered once, to whom it asks alone`, async () => {
      const { adapter, about, shown, close } = await open()
      const { intake, faults } = createAnswering(adapter)
      await adapter.start(intake)
      about(words)
      await shown(like)
      await intake.settled()
      assert.deepEqual(
        (await shown(like)).map(({ alone }) => alone),
        [true],
      )
      assert.deepEqual(faults, [])
      await close()
    })
  }

  test(`${name}: after it has stopped nothing more is taken`, async () => {
    const { adapter, say, nextAsk, close, taken } = await start()
    say('What is the fee?')
    const { reply, id } = await nextAsk()
    await adapter.send(reply, quote, id)
    await adapter.stop()
    say('And when is it due?')
    await close()
    assert.equal(taken(), 0)
  })
}
