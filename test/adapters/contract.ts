/** What every adapter does, tried through its real surface. */

import assert from 'node:assert/strict'
import test from 'node:test'
import type { Adapter, Card, Core, Request } from '../../src/core/contract.ts'

/** A platform with one person in a direct conversation with us. */
export interface Harness {
  adapter: Adapter
  /** The person writes a line. */
  say: (text: string) => void
  /** The next message the person sees, without its markup. Rejects when none comes. */
  seen: () => Promise<string>
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
  return { core, nextAsk }
}

export function testContract(name: string, open: () => Promise<Harness>): void {
  const start = async () => {
    const harness = await open()
    const { core, nextAsk } = createCore()
    await harness.adapter.start(core)
    return { ...harness, nextAsk: () => nextAsk(harness.adapter) }
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
}
