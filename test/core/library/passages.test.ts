import assert from 'node:assert/strict'
import test from 'node:test'
import type { Document } from '../../../src/core/library/document.ts'
import { toPassages } from '../../../src/core/library/passages.ts'
import { readText } from '../../../src/core/library/read/text.ts'

const documentOf = (text: string, lines = [{ at: 0, line: 1 }]): Document => ({
  title: 'Guide',
  file: 'guide.txt',
  paragraphs: [{ headings: ['1 Fees'], text, lines }],
})

test('a paragraph is a passage with its place and its sentences, each with the line it begins on', () => {
  const lines = [
    { at: 0, line: 7 },
    { at: 14, line: 8 },
  ]
  const [passage] = toPassages([documentOf('The fee is\ndue. It is small. Pay it.', lines)])
  assert.deepEqual(
    [{ ...passage, key: '' }],
    [
      {
        id: 0,
        key: '',
        document: 'Guide',
        file: 'guide.txt',
        headings: ['1 Fees'],
        text: 'The fee is\ndue. It is small. Pay it.',
        line: 7,
        sentences: [
          { text: 'The fee is', line: 7 },
          { text: 'due.', line: 7 },
          { text: 'It is small.', line: 8 },
          { text: 'Pay it.', line: 8 },
        ],
      },
    ],
  )
})

test('a very long paragraph is parted between sentences, each part under its heading', () => {
  const text = 'The fee is due on the first day of May. '.repeat(500)
  const passages = toPassages([documentOf(text)])
  assert.ok(passages.length > 4)
  assert.ok(
    passages.every((p) => p.text.length <= 4000 && p.headings[0] === '1 Fees' && p.text.endsWith('May.')),
  )
  assert.equal(passages.flatMap((p) => p.sentences).length, 500)
  assert.deepEqual(
    passages.map((p) => p.id),
    passages.map((_, i) => i),
  )
})

test('each of many short lines is a sentence', () => {
  const passages = toPassages([readText('a.txt', 'A short line\n'.repeat(50_000))])
  assert.equal(passages.flatMap((p) => p.sentences).length, 50_000)
})

test('a passage keeps its key whatever changes elsewhere in the file, and no two have the same', () => {
  const keysOf = (source: string): Map<string, string> =>
    new Map(toPassages([readText('a.txt', source)]).map(({ key, text }) => [`${text}`, key]))
  const before = keysOf('1 Fees\n\nThe fee is small.\n\nPay it in May.\n')
  const after = keysOf('1 Fees\n\nWe lend spades.\n\nThe fee is small.\n\n2 Payment\n\nPay it in May.\n')
  assert.equal(after.get('The fee is small.'), before.get('The fee is small.'))
  assert.equal(after.get('Pay it in May.'), before.get('Pay it in May.'))
  const twice = toPassages([readText('a.txt', 'Pay it in May.\n\nPay it in May.\n\nPay it in May.\n')])
  assert.equal(new Set(twice.map(({ key }) => key)).size, 3)
  assert.ok(twice.some(({ key }) => key === before.get('Pay it in May.')))
})

test('a passage is cited by its page where the format has pages', () => {
  const paragraph = {
    headings: [],
    text: 'It is due. Pay it.',
    lines: [],
    pages: [
      { at: 0, page: 3 },
      { at: 11, page: 4 },
    ],
  }
  const [passage] = toPassages([{ title: 'Guide', file: 'guide.pdf', paragraphs: [paragraph] }])
  assert.deepEqual(passage?.sentences, [
    { text: 'It is due.', page: 3 },
    { text: 'Pay it.', page: 4 },
  ])
  assert.equal(passage.page, 3)
  assert.equal(passage.line, undefined)
})
