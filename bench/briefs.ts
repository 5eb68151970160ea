/**
 * A year of briefs on the document that ships and on a handbook of 200 sections: how many a month, what they repeat within
 * thirty days, three of them for the eye; then what writing a brief takes on 20,000 passages, and how long it holds up
 * anything else.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { renderCard } from '../src/adapters/console/render.ts'
import { createBreath } from '../src/core/breath.ts'
import { createAlmanac } from '../src/core/briefs/compose/almanac.ts'
import { datesIn, fallsOn } from '../src/core/briefs/compose/dates.ts'
import { createWriter } from '../src/core/briefs/compose/write.ts'
import { createIndex, type Index } from '../src/core/retrieval/index.ts'
import { openStore } from '../src/core/store/open.ts'
import { bluebookIndex } from '../test/bluebook/library.ts'
import { handbookIndex } from '../test/core/briefs/compose/handbook.ts'
import { aYear, dailySince, type Day } from '../test/core/briefs/compose/year.ts'
import { temporaryFolder } from '../test/temporary-folder.ts'
import { readDocs, toSources } from './retrieval/sets.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const PASSAGES = 20_000
const BRIEFS = 300

const { eval: folder } = parseArgs({ options: { eval: { type: 'string' } } }).values
if (folder === undefined)
  throw new Error('Say where the question sets are: npm run bench:briefs -- --eval DIR')

const subscription = dailySince(Date.UTC(2026, 0, 1))
const say = (line: string): void => void process.stdout.write(`${line}\n`)

async function openNew() {
  const store = await openStore({
    place: { path: `${temporaryFolder()}/a.db` },
    owner: 'one',
    leaseMs: 60_000,
  })
  await store.prepare()
  return store
}

function sentencesOf({ card }: Day): string[] {
  return card.parts.flatMap((part) =>
    part.is === 'quote' ? part.spans.map(({ text }) => text).filter((text) => text.trim().length > 1) : [],
  )
}

async function tellYear(name: string, index: Index): Promise<void> {
  const store = await openNew()
  const year = await aYear(index, store, subscription)
  await store.close()
  const months = new Map<string, number>()
  for (const { date } of year) months.set(date.slice(0, 7), (months.get(date.slice(0, 7)) ?? 0) + 1)
  const last = new Map<string, number>()
  let [repeats, reminders, lines] = [0, 0, 0]
  for (const day of year) {
    for (const sentence of sentencesOf(day)) {
      const before = last.get(sentence)
      lines += 1
      if (before === undefined || day.at - before >= 30 * DAY_MS) {
        last.set(sentence, day.at)
        continue
      }
      if (datesIn(sentence, 'en').some((one) => fallsOn(one, day.date))) reminders += 1
      else repeats += 1
      last.set(sentence, day.at)
    }
  }
  say(`${name}: ${year.length} briefs; a month ${[...months.values()].join(' ')}`)
  say(
    `  ${lines} sentences; within thirty days ${repeats} again, and ${reminders} as reminders on the day they name\n`,
  )
  for (const place of [0, 150, 300]) {
    const day = year[place]
    if (day) say(`${renderCard(day.card, { colour: false, columns: 100 })}\n`)
  }
}

async function tellSpeed(passages: ReturnType<typeof toSources>): Promise<void> {
  const index = createIndex(passages)
  const store = await openNew()
  const book = <T, const Otherwise>(call: (tables: typeof store) => Promise<T>, _otherwise: Otherwise) =>
    call(store)
  const breathe = createBreath()
  const pages = createAlmanac(index, breathe)
  const writer = createWriter({ index, pages, book, locale: 'en', breathe })
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const begun = performance.now()
  await pages()
  say(
    `reading ${passages.length} passages ahead: ${(performance.now() - begun).toFixed(0)} ms, event loop p99 ${ms(delay.percentile(99))}, longest ${ms(delay.max)}`,
  )
  delay.reset()
  const times: number[] = []
  for (let i = 0; i < BRIEFS; i += 1) {
    const at = Date.UTC(2026, 0, 1, 9) + i * DAY_MS
    const date = new Date(at).toISOString().slice(0, 10)
    const start = performance.now()
    await writer.write({
      place: `a:${i}`,
      date,
      zone: 'UTC',
      at,
      topics: ['storage account', 'authentication'],
    })
    times.push(performance.now() - start)
    await new Promise((resolve) => setImmediate(resolve))
  }
  times.sort((a, b) => a - b)
  const at = (share: number): string => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(1)} ms`
  say(
    `writing ${BRIEFS} briefs: p50 ${at(0.5)}, p99 ${at(0.99)}, event loop p99 ${ms(delay.percentile(99))}, longest ${ms(delay.max)}`,
  )
  await store.close()
}

function ms(nanoseconds: number): string {
  return `${(nanoseconds / 1e6).toFixed(1)} ms`
}

await tellYear('The document that ships', await bluebookIndex())
await tellYear('A handbook of 200 sections', handbookIndex(200))
await tellSpeed(toSources(readDocs(folder, PASSAGES)))
