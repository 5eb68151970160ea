import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import test from 'node:test'
import * as discordLimits from '../../src/adapters/discord/limits.ts'
import * as discord from '../../src/adapters/discord/render.ts'
import * as slackLimits from '../../src/adapters/slack/limits.ts'
import * as slack from '../../src/adapters/slack/render.ts'
import { documentsCard, type Status, statusCard } from '../../src/core/about-cards.ts'
import { createAssistant } from '../../src/core/assistant.ts'
import { noticeCard, withLine } from '../../src/core/cards.ts'
import type { Card, Intent } from '../../src/core/contract.ts'
import type { Passage } from '../../src/core/library/document.ts'
import { createIndex } from '../../src/core/retrieval/index.ts'
import * as wording from '../../src/core/wording.ts'
import { bluebookIndex } from '../bluebook/library.ts'
import { briefCards } from './brief-cards.ts'

const index = await bluebookIndex()
const assistant = createAssistant({ index, locale: 'en' })
const respond = (intent: Intent): Card =>
  assistant.respond({
    id: 'test:1',
    at: 0,
    place: { id: 'test:place', kind: 'direct', readers: 'one' },
    person: { id: 'test:alice', member: true },
    intent,
    reply: { place: 'test:place' },
  }).card
const ask = (text: string): Card => respond({ do: 'ask', text })

const STARTED = Date.UTC(2026, 10, 25, 8, 0)
const WELL: Status = {
  leftOut: 0,
  changed: null,
  held: false,
  store: { engine: 'SQLite', away: false, waiting: 0 },
  started: STARTED,
}
const TROUBLED: Status = {
  leftOut: 2,
  changed: STARTED + 3_600_000,
  held: true,
  store: { engine: 'PostgreSQL', away: true, waiting: 3 },
  started: STARTED,
}

const LONG_TITLE = 'Minutes of the *General* Assembly_Committee (draft) '.repeat(4)
const many = Array.from({ length: 25 }, (_, id): Passage => {
  const names = { key: String(id), file: `${id}.txt`, document: `${id + 1} ${LONG_TITLE}` }
  return { id, ...names, headings: [], text: 'Adopted.', sentences: [{ text: 'Adopted.' }] }
})

/** As where the document has an address. */
const linked = (card: Card): Card => ({
  ...card,
  parts: card.parts.map((part) =>
    part.is === 'quote'
      ? { ...part, citation: { ...part.citation, page: 12, url: 'https://example.org/bluebook_2023.pdf' } }
      : part,
  ),
})

const CARDS: Record<string, Card> = {
  answered: ask('When was the first Central Asia-Russia summit?'),
  'answered-with-the-sentence-before': ask('What transportation routes are they struggling with?'),
  linked: linked(ask('When was the first Central Asia-Russia summit?')),
  nearest: ask('How many countries voted against the resolution?'),
  'name-unseen': ask('When was the first Central Asia-Munich summit?'),
  nothing: ask('Zebra quokka?'),
  command: respond({ do: 'command', name: 'ask', words: 'What did the ICAO condemn?' }),
  documents: respond({ do: 'command', name: 'attache', words: 'documents' }),
  'documents-many': documentsCard(createIndex(many), 'en'),
  status: statusCard(index, WELL, 'en-GB', 'UTC'),
  'status-in-trouble': statusCard(index, TROUBLED, 'en-GB', 'UTC'),
  topics: respond({ do: 'command', name: 'attache', words: '' }),
  greeting: ask('hello'),
  help: ask('help'),
  thanks: ask('thanks'),
  empty: ask(''),
  emoji: ask('👍'),
  'over-long': ask(`What did the ICAO condemn? ${'again and '.repeat(200)}`),
  'outsiders-read-here': withLine(ask('What did the ICAO condemn?'), wording.OUTSIDERS_READ_HERE),
  refused: noticeCard(wording.ONLY_THE_TEAM),
  'may-stand-above': noticeCard(wording.MAY_STAND_ABOVE),
  error: noticeCard(wording.somethingBroke('1a2b3c4d')),
  ...briefCards(index),
}

/** With UPDATE_CARDS=1 the files are written anew; read them then as a person in chat would. */
for (const [name, card] of Object.entries(CARDS)) {
  test(`the card “${name}” looks on both platforms as it was reviewed`, () => {
    const file = `test/adapters/cards/${name}.json`
    const shown = {
      slack: slack.renderCard(card),
      slackPlain: slack.renderPlain(card),
      discord: discord.renderCard(card),
    }
    const text = `${JSON.stringify(shown, null, 2)}\n`
    if (process.env['UPDATE_CARDS']) writeFileSync(file, text)
    assert.equal(text, readFileSync(file, 'utf8'))
    assert.deepEqual([...slackLimits.overLimits(shown.slack), ...discordLimits.overLimits(shown.discord)], [])
  })
}
