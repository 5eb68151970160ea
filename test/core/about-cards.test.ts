import assert from 'node:assert/strict'
import test from 'node:test'
import { documentsCard, topicsCard } from '../../src/core/about-cards.ts'
import { restated, noticeCard } from '../../src/core/cards.ts'
import { TOPICS, topicOf } from '../../src/core/commands.ts'
import type { Card } from '../../src/core/contract.ts'
import type { Passage } from '../../src/core/library/document.ts'
import { createIndex } from '../../src/core/retrieval/index.ts'

/** A passage of each of so many documents, and a second one of the first. */
function library(documents: number, title = (i: number): string => `Report ${i}`): Passage[] {
  const files = [...Array.from({ length: documents }, (_, i) => i), ...(documents > 0 ? [0] : [])]
  return files
    .toSorted((a, b) => a - b)
    .map((file, id): Passage => ({
      id,
      key: String(id),
      document: title(file),
      file: `${file}.txt`,
      headings: [],
      text: 'The fee is small.',
      sentences: [{ text: 'The fee is small.' }],
    }))
}

function linesOf({ parts }: Card): string[] {
  const spans = parts.flatMap((part) => (part.is === 'list' ? part.items : [part.spans]))
  return spans.map((line) => line.map(({ text }) => text).join(''))
}

test('each document is told with its passages and language, in the library’s order', () => {
  assert.deepEqual(linesOf(documentsCard(createIndex(library(2)), 'en')), [
    'I have read 2 documents (3 passages).',
    'Report 0 · 2 passages · en',
    'Report 1 · 1 passage · en',
  ])
})

const LENGTHS: [documents: number, lines: number, last: string][] = [
  [20, 21, 'Report 19 · 1 passage · en'],
  [21, 22, 'And 1 document more.'],
  [1234, 22, 'And 1.214 documents more.'],
]
for (const [documents, lines, last] of LENGTHS) {
  test(`of ${documents} documents at most twenty are told, and how many more there are`, () => {
    const shown = linesOf(documentsCard(createIndex(library(documents)), 'de'))
    assert.deepEqual([shown.length, shown.at(-1)], [lines, last])
  })
}

test('documents of one title are told one by one', () => {
  assert.equal(linesOf(documentsCard(createIndex(library(3, () => 'Minutes')), 'en')).length, 4)
})

test('an empty library is told without a list', () => {
  assert.deepEqual(documentsCard(createIndex([]), 'en').parts, [
    { is: 'text', spans: [{ text: 'I have read 0 documents (0 passages).' }] },
  ])
})

test('a long title and a long question are cut between characters', () => {
  const long = `x${'😀'.repeat(500)}`
  const cards = [
    documentsCard(createIndex(library(1, () => long)), 'en'),
    restated(`x${long}`, noticeCard('')),
  ]
  for (const card of cards) {
    const text = linesOf(card).join('')
    assert.doesNotMatch(text, /\p{Surrogate}/u)
    assert.match(text, /😀…/)
  }
})

test('a topic is told by its word, whatever its case; nothing else is one', () => {
  assert.equal(topicOf(' Documents '), 'documents')
  assert.equal(topicOf('status'), 'status')
  for (const words of ['', 'documents please', 'constructor', '__proto__']) assert.equal(topicOf(words), null)
})

test('whoever asks for nothing is told everything that can be asked for', () => {
  const lines = linesOf(topicsCard()).slice(1)
  assert.deepEqual(
    lines,
    Object.entries(TOPICS).map(([topic, tells]) => `/attache ${topic} · ${tells}`),
  )
})
