import assert from 'node:assert/strict'
import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import test from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { toIntent } from '../../src/adapters/console/inbound.ts'
import { renderCard } from '../../src/adapters/console/render.ts'
import { createConsole } from '../../src/adapters/console/shell.ts'
import type { Card } from '../../src/core/contract.ts'
import { type Harness, testContract } from './contract.ts'

const plain = { colour: false, columns: Infinity }

async function open(): Promise<Harness> {
  const input = new PassThrough()
  const output = new PassThrough({ encoding: 'utf8' })
  const written: string[] = []
  let read = 0
  output.on('data', (text: string) => void (text.trim() !== '' && written.push(text)))
  const until = async (there: () => boolean): Promise<void> => {
    while (!there()) {
      if (output.readableEnded) throw new Error('The terminal closed without a message.')
      await Promise.race([once(output, 'data'), once(output, 'end')])
    }
  }
  const adapter = createConsole({
    input,
    output,
    interactive: false,
    look: () => plain,
    now: () => 0,
    onEnd: () => output.end(),
  })
  return {
    adapter,
    say: (text) => input.write(`${text}\n`),
    async seen() {
      await until(() => written.length > read)
      read += 1
      return written[read - 1] ?? ''
    },
    about: (words) => input.write(`/attache ${words}\n`),
    async shown(like) {
      const found = (): string[] => written.filter((text) => like.test(text))
      await until(() => found().length > 0)
      return found().map((text) => ({ text, alone: true }))
    },
    board: {
      place: 'console:terminal',
      async standing() {
        await setImmediate()
        return written
      },
    },
    async close() {
      input.end()
      await adapter.stop()
    },
  }
}

testContract('console', open)

const card: Card = {
  summary: 'It is small.',
  parts: [
    {
      is: 'quote',
      spans: [{ text: 'It is ' }, { text: 'small', mark: 'strong' }, { text: '.' }],
      citation: { document: 'Handbook', headings: ['1 Fees'], line: 7 },
    },
  ],
}

test('key words are bold where there is colour, and the quote is bare where there is none', () => {
  assert.ok(renderCard(card, { ...plain, colour: true }).includes('It is \u001b[1msmall\u001b[22m.'))
  assert.equal(renderCard(card, plain), 'It is small.\n  Handbook › 1 Fees · line 7')
})

test('words that lead somewhere are followed by where, unless it does not open', () => {
  const shown = (url: string): string => {
    const spans = [{ text: 'Monday', mark: 'strong' as const, url }, { text: ' · posted' }]
    return renderCard({ summary: '', parts: [{ is: 'list', items: [spans] }] }, plain)
  }
  assert.equal(shown('https://example.org/1'), '• Monday (https://example.org/1) · posted')
  assert.equal(shown('javascript:alert(1)'), '• Monday · posted')
})

test('text cannot move the cursor, colour or hide', () => {
  const evil = '\u001b[2J\u001b]8;;http://x\u0007link\u001b[31mred\r\u202Egnp'
  const shown = renderCard({ summary: '', parts: [{ is: 'text', spans: [{ text: evil }] }] }, plain)
  assert.doesNotMatch(shown, /(?!\n)[\p{Cc}\u202E]/u)
})

test('lines are wrapped between words to the width of the terminal', () => {
  const text = 'One two three four five six seven eight nine ten.'
  const shown = renderCard(
    { summary: '', parts: [{ is: 'text', spans: [{ text }] }] },
    { ...plain, columns: 20 },
  )
  assert.equal(shown, 'One two three four\nfive six seven eight\nnine ten.')
})

test('a line that begins with a command is one, and any other is a question', () => {
  assert.deepEqual(toIntent('/attache documents'), { do: 'command', name: 'attache', words: 'documents' })
  assert.deepEqual(toIntent(' /ASK When was it?'), { do: 'command', name: 'ask', words: 'When was it?' })
  assert.deepEqual(toIntent('/ask'), { do: 'command', name: 'ask', words: '' })
  assert.deepEqual(toIntent('/brief on 09:00'), { do: 'command', name: 'brief', words: 'on 09:00' })
  assert.deepEqual(toIntent('/briefing'), { do: 'ask', text: '/briefing' })
  assert.deepEqual(toIntent('/asking'), { do: 'ask', text: '/asking' })
  assert.deepEqual(toIntent('What does /ask do?'), { do: 'ask', text: 'What does /ask do?' })
})
