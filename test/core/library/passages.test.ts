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
  assert.deepEqual(toPassages([documentOf('The fee is\ndue. It is small. Pay it.', lines)]), [
    {
      id: 0,
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
  ])
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
