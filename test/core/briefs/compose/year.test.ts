import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import type { Part } from '../../../../src/core/contract.ts'
import type { Index } from '../../../../src/core/retrieval/index.ts'
import { openStore } from '../../../../src/core/store/open.ts'
import { bluebookIndex } from '../../../bluebook/library.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'
import { handbookIndex, handbookText } from './handbook.ts'
import { aYear, dailySince, type Day } from './year.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** In April, so that the fairs of May come. */
const SINCE = Date.UTC(2026, 3, 10)
const subscription = dailySince(SINCE)

async function daysOf(index: Index, days: number): Promise<Day[]> {
  const place = { path: `${temporaryFolder()}/year.db` }
  const store = await openStore({ place, owner: 'one', leaseMs: 60_000 })
  await store.prepare()
  const year = await aYear(index, store, subscription, days)
  await store.close()
  return year
}

const quotesOf = ({ card }: Day): (Part & { is: 'quote' })[] =>
  card.parts.flatMap((part) => (part.is === 'quote' ? [part] : []))
const sentencesOf = (day: Day): string[] =>
  quotesOf(day).flatMap(({ spans }) => spans.flatMap(({ text }) => (/^ (?:… )?$/.test(text) ? [] : [text])))
const squeezed = (text: string): string => text.replace(/\s+/g, ' ')

test('a small document gives a brief every day: to the letter, with its place, and marked when it begins again', async () => {
  const document = squeezed(readFileSync('data/diplomatic-bluebook-2023-chapter-2-section-6.txt', 'utf8'))
  const year = await daysOf(await bluebookIndex(), 45)
  assert.equal(year.length, 45)
  for (const day of year) {
    assert.ok(quotesOf(day).length > 0, day.date)
    for (const sentence of sentencesOf(day)) assert.ok(document.includes(squeezed(sentence)), sentence)
    for (const { citation } of quotesOf(day))
      assert.ok(citation.line !== undefined && citation.document !== '')
  }
  const said = (text: string): number =>
    year.filter(({ card }) => JSON.stringify(card.parts).includes(text)).length
  assert.ok(said('That was the last of the documents') >= 1)
  assert.ok(said('Today’s reading, again') > 20)
})

const handbookYear = daysOf(handbookIndex(200), 45)

test('a library of two hundred sections repeats nothing within thirty days, but what is due on the day', async () => {
  const text = squeezed(handbookText(200))
  const year = await handbookYear
  const last = new Map<string, number>()
  for (const day of year) {
    for (const sentence of sentencesOf(day)) {
      assert.ok(text.includes(sentence), sentence)
      const before = last.get(sentence)
      const isDue = sentence.startsWith('The fair')
      if (before !== undefined && !isDue)
        assert.ok(day.at - before >= 30 * DAY_MS, `${day.date}: ${sentence}`)
      last.set(sentence, day.at)
    }
  }
})

test('what the documents say of a day is told ahead once, and on that day', async () => {
  const year = await handbookYear
  const told = year.filter(({ card }) => JSON.stringify(card.parts).includes('The fair of hall 20 opens'))
  assert.deepEqual(
    told.map(({ date }) => date),
    ['2026-05-14', '2026-05-21'],
  )
})
