import assert from 'node:assert/strict'
import test from 'node:test'
import { createAssistant, LONGEST_QUESTION } from '../../src/core/assistant.ts'
import type { Card, Intent, Part } from '../../src/core/contract.ts'
import { bluebookIndex } from '../bluebook/library.ts'

const index = await bluebookIndex()
const assistant = createAssistant({ index, locale: 'en', welcome: 'Connect me elsewhere.' })

function respond(intent: Intent): Card {
  return assistant.respond({
    id: 'test:1',
    at: 0,
    place: { id: 'test:place', kind: 'direct', readers: 'one' },
    person: { id: 'test:alice', member: true },
    intent,
    reply: { place: 'test:place' },
  }).card
}
const ask = (text: string): Card => respond({ do: 'ask', text })

function textOf(part: Part | undefined): string {
  if (!part) return ''
  return part.is === 'list'
    ? part.items
        .flat()
        .map((s) => s.text)
        .join('')
    : part.spans.map((s) => s.text).join('')
}
const textsOf = (card: Card): string[] => card.parts.map(textOf)

test('an answer is the sentence to the letter, its key words marked, with the place it stands', () => {
  const { summary, parts } = ask('When was the first Central Asia-Russia summit?')
  const [quote, ...rest] = parts
  assert.equal(rest.length, 0)
  assert.ok(quote?.is === 'quote')
  assert.equal(textOf(quote), summary)
  assert.match(summary, /^Russia is conducting active diplomacy .* in October\.$/)
  assert.ok(quote.spans.some((s) => s.mark === 'strong' && s.text === 'October'))
  assert.equal(quote.citation.document, 'Diplomatic Bluebook 2023')
  assert.equal(quote.citation.line, 11)
})

test('what the documents don’t say is said first, then the closest passage', () => {
  const card = ask('How many countries voted against the resolution?')
  assert.match(card.summary, /^The documents don't say\. Closest passage: Protests/)
  assert.equal(textOf(card.parts[0]), "The documents don't say. Closest passage:")
  assert.equal(card.parts[1]?.is, 'quote')
})

test('a question that shares no word with the documents is told so', () => {
  assert.deepEqual(textsOf(ask('Zebra quokka?')), [
    "The documents don't say.",
    'No passage shares a word with your question. Try the words the documents use.',
  ])
})

const NOTICES: [said: string, shown: RegExp][] = [
  ['hello', /^Hello! I have read the documents/],
  ['thanks!', /^You’re welcome/],
  ['bye', /^Goodbye/],
  [
    'help',
    /answer questions about them.*word for word.*Ask a question.*1 document \(6 passages\): Diplomatic Bluebook 2023/s,
  ],
  ['', /^I see no question there.*Ask a question/s],
  ['👍', /^I can’t read that as a question/],
]
for (const [said, shown] of NOTICES) {
  test(`“${said}” has a card of its own`, () => assert.match(textsOf(ask(said)).join('\n'), shown))
}

test('an over-long question is read as far as the limit, and the card says so', () => {
  const question = `What did the ICAO condemn? ${'again and '.repeat(200)}`
  const card = ask(question)
  assert.equal(
    textsOf(card).at(-1),
    `Your question is long: I read its first ${LONGEST_QUESTION} characters.`,
  )
  const short = ask('What did the ICAO condemn?')
  assert.equal(textsOf(short).length, 1)
})

test('whoever arrives is told how to ask, how to reach us elsewhere, and what has been read', () => {
  const [how, where, what] = textsOf(respond({ do: 'arrive', what: 'direct' }))
  assert.match(how ?? '', /^Ask a question/)
  assert.equal(where, 'Connect me elsewhere.')
  assert.match(what ?? '', /Diplomatic Bluebook 2023/)
})

test('the same question has the same card', () => {
  assert.deepEqual(ask('Who is the president of Belarus?'), ask('Who is the president of Belarus?'))
})
