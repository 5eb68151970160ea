/** What every adapter does, tried through its real surface. */

import assert from 'node:assert/strict'
import test from 'node:test'
import type { Adapter, Card, Core, Id, Part, Request, Target } from '../../src/core/contract.ts'
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
  board: Board
  close: () => Promise<void>
}

/** A place in which we may post without being asked. */
export interface Board {
  place: Id
  /** The texts of our messages there, without their markup, oldest first. */
  standing: () => Promise<string[]>
  /** Where the platform has pins, and people who are not us. */
  shared?: {
    /** Who can be written to directly, and what of ours stands there. */
    person: Id
    direct: () => string[]
    /** What is pinned, by whomever. */
    pinned: () => string[]
    /** Someone else writes this, and pins it. */
    pinByAnother: (text: string) => void
    /** The response to the next call that pins, or that unpins, gets lost, before or after it took effect. */
    lose: (call: 'pin' | 'unpin', when: 'before storing' | 'after storing') => void
  }
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

  testBoard(name, start)

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

const brief = (day: string): Card => {
  const title = `Brief of ${day}`
  return {
    summary: `${title}: the fee is small.`,
    parts: [{ is: 'title', spans: [{ text: title }] }, ...quote.parts],
  }
}

/** Posts, edits and pins that nobody asked for. */
function testBoard(name: string, start: () => Promise<Harness>): void {
  const posted = async () => {
    const harness = await start()
    const { adapter, board } = harness
    const to: Target = { place: board.place }
    const sent = await adapter.send(to, brief('Monday'), 'monday')
    assert.ok(sent.ok)
    return { ...harness, to, message: sent.message, shared: board.shared }
  }

  test(`${name}: an edit puts another card in a message’s place`, async () => {
    const { adapter, board, message, close } = await posted()
    assert.match((await board.standing()).at(-1) ?? '', /Brief of Monday/)
    assert.deepEqual(await adapter.edit(message, brief('Tuesday')), { ok: true })
    const text = (await board.standing()).at(-1) ?? ''
    assert.match(text, /Brief of Tuesday.*The fee is small\..*Handbook › 1 Fees · line 7/s)
    assert.doesNotMatch(text, /Monday/)
    await close()
  })

  test(`${name}: a message is pinned once, however often it is asked for, and unpinned`, async () => {
    const { adapter, shared, message, close } = await posted()
    shared?.pinByAnother('The rota')
    assert.deepEqual(await adapter.unpin(message), { ok: true })
    assert.deepEqual(await adapter.pin(message), { ok: true })
    assert.deepEqual(await adapter.pin(message), { ok: true })
    if (shared) {
      const [ours, others, ...more] = shared.pinned().toSorted()
      assert.match(ours ?? '', /Brief of Monday/)
      assert.equal(others, 'The rota')
      assert.deepEqual(more, [])
    }
    assert.deepEqual(await adapter.unpin(message), { ok: true })
    assert.deepEqual(await adapter.unpin(message), { ok: true })
    if (shared) assert.deepEqual(shared.pinned(), ['The rota'])
    await close()
  })

  for (const when of ['before storing', 'after storing'] as const) {
    test(`${name}: a pin, or its end, whose response was lost ${when} is unsure, and may be repeated`, async () => {
      const { adapter, shared, message, close } = await posted()
      for (const call of ['pin', 'unpin'] as const) {
        shared?.lose(call, when)
        const lost = await adapter[call](message)
        assert.equal(lost.ok || lost.why, shared ? 'unsure' : true)
        assert.deepEqual(await adapter[call](message), { ok: true })
        if (shared) assert.equal(shared.pinned().length, call === 'pin' ? 1 : 0)
      }
      await close()
    })
  }

  test(`${name}: what nobody asked for is found by its card and key, and nothing else is, or it says that it cannot look`, async () => {
    const { adapter, board, to, message, close } = await posted()
    await adapter.send(to, brief('Tuesday'), 'tuesday')
    const found = await adapter.find(to, 'monday', { card: brief('Monday'), since: 0 })
    const other = await adapter.find(to, 'sunday', { card: brief('Sunday'), since: 0 })
    if (!board.shared) assert.deepEqual([found, other], ['cannot look', 'cannot look'])
    else assert.deepEqual([typeof found === 'object' && found.id, other], [message.id, 'absent'])
    await close()
  })

  test(`${name}: where a message can be opened is told, or is not known`, async () => {
    const { adapter, board, message, close } = await posted()
    const link = await adapter.linkTo(message)
    if (board.shared) assert.match(link ?? '', /^https:\/\/[\w.]+\.com\/.+\d$/)
    else assert.equal(link, null)
    assert.equal(await adapter.linkTo({ ...message, id: `${adapter.name}:nowhere/1` }), null)
    await close()
  })

  test(`${name}: a place in which we have what we need is here, and lacks nothing`, async () => {
    const { adapter, board, close } = await posted()
    const { state, readers, lacks } = await adapter.inspect(board.place)
    assert.deepEqual(
      { state, readers, lacks },
      { state: 'here', readers: board.shared ? 'team' : 'one', lacks: [] },
    )
    await close()
  })

  test(`${name}: what is for one person directly does not stand at the place, and can be put right`, async () => {
    const { adapter, board, shared, to, close } = await posted()
    if (!shared) return close()
    const direct: Target = { ...to, only: shared.person, as: 'direct', secret: 'of/another' }
    const sent = await adapter.send(direct, brief('Tuesday'), 'direct')
    assert.ok(sent.ok)
    assert.match(shared.direct().join('\n'), /Brief of Tuesday/)
    assert.equal((await board.standing()).length, 1)
    assert.deepEqual(await adapter.edit(sent.message, brief('Wednesday')), { ok: true })
    assert.match(shared.direct().join('\n'), /Brief of Wednesday/)
    await close()
  })
}
