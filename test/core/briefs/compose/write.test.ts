import assert from 'node:assert/strict'
import test, { afterEach } from 'node:test'
import { renderCard } from '../../../../src/adapters/console/render.ts'
import { createAlmanac } from '../../../../src/core/briefs/compose/almanac.ts'
import { createWriter, type Wanted } from '../../../../src/core/briefs/compose/write.ts'
import type { Volume } from '../../../../src/core/library/document.ts'
import { passagesOf } from '../../../../src/core/library/passages.ts'
import { readMarkdown } from '../../../../src/core/library/read/markdown.ts'
import { createIndex } from '../../../../src/core/retrieval/index.ts'
import { openStore, type Store } from '../../../../src/core/store/open.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const place = 'a:1'

const open: Store[] = []
afterEach(async () => {
  for (const store of open.splice(0)) await store.close()
})

const volume = (text: string, file = 'handbook.md'): Volume => {
  const document = readMarkdown(file, text)
  return { ...document, revision: text, language: 'en', passages: passagesOf(document) }
}

/** A team whose documents were these, one after the other, and its brief of now. */
async function briefAfter(libraries: readonly (readonly Volume[])[], wanted: Partial<Wanted> = {}) {
  const store = await openStore({
    place: { path: `${temporaryFolder()}/a.db` },
    owner: 'one',
    leaseMs: 60_000,
  })
  open.push(store)
  await store.prepare()
  for (const volumes of libraries)
    for (const change of await store.documents.changes(volumes)) await store.documents.keep(change)
  const passages = (libraries.at(-1) ?? []).flatMap((one) => one.passages)
  const index = createIndex(passages.map((passage, id) => ({ ...passage, id })))
  const book = <T, const Otherwise>(call: (tables: Store) => Promise<T>, _otherwise: Otherwise) => call(store)
  const breathe = (): undefined => undefined
  const writer = createWriter({ index, pages: createAlmanac(index, breathe), book, locale: 'en-GB', breathe })
  const at = Date.now() + 1000
  const date = new Date(at).toISOString().slice(0, 10)
  const write = async (more: Partial<Wanted> = {}) => {
    const brief = await writer.write({ place, date, zone: 'UTC', at, topics: [], ...wanted, ...more })
    return { ...brief, text: renderCard(brief.card, { colour: false, columns: Infinity }) }
  }
  return { store, write, date, at }
}

const FEES = '# Handbook\n\n## Fees\n\nThe annual fee is five euros a person.\n'
const LOANS = '\n## Loans\n\nA ladder is lent for two weeks at most.\n'

test('a section that came, changed or went is told with what it says now, and where it stood', async () => {
  const { write } = await briefAfter([
    [volume(`${FEES}${LOANS}`)],
    [volume(`${FEES.replace('five', 'seven')}\n## Hours\n\nThe desk is open from nine to five.\n`)],
  ])
  const { text, card, onlyReading } = await write()
  assert.match(
    text,
    /New in the documents\nThe desk is open from nine to five\.\n {2}Handbook › Hours · line 9/,
  )
  assert.match(
    text,
    /Changed in the documents\nThe annual fee is seven euros a person\.\n {2}Handbook › Fees/,
  )
  assert.match(text, /No longer in the documents\n• Handbook › Loans/)
  assert.equal(card.summary, 'New in the documents: The desk is open from nine to five.')
  assert.equal(onlyReading, false)
})

test('what came and went again since the brief before is no news', async () => {
  const { write } = await briefAfter([[volume(FEES)], [volume(FEES + LOANS)], [volume(FEES)]])
  const { text, onlyReading } = await write()
  assert.doesNotMatch(text, /documents\n/)
  assert.equal(onlyReading, true)
})

test('of many changes a few are told, and how many there are more', async () => {
  const many = Array.from(
    { length: 9 },
    (_, i) => `\n## Rule ${i}\n\nRule number ${i} says that hall ${i} is closed.\n`,
  )
  const { write } = await briefAfter([[volume(FEES)], [volume(FEES + many.join(''))]])
  const { text } = await write()
  assert.equal(text.match(/says that hall/g)?.length, 3 + Number(text.includes('Today’s reading\nRule')))
  assert.match(text, /And 6 sections more\./)
})

test('what is due today comes before what is due soon, each under its day', async () => {
  const now = new Date(Date.now() + 1000)
  const soon = new Date(now.getTime() + 2 * DAY_MS)
  const said = (date: Date): string => date.toISOString().slice(0, 10)
  const { write } = await briefAfter([
    [
      volume(
        `# Handbook\n\nThe fair opens on ${said(soon)} at noon.\n\nThe rent is due on ${said(now)} at the desk.\n`,
      ),
    ],
  ])
  const { text, card } = await write()
  assert.match(text, /Today in the documents\nThe rent is due.*Coming: .*\nThe fair opens/s)
  assert.match(card.summary, /^Today in the documents: The rent is due/)
})

test('yesterday’s questions are counted, and what was asked most in the open at the place is named', async () => {
  const { store, write, date } = await briefAfter([[volume(FEES)]])
  const at = Date.parse(`${date}T00:00:00Z`) - DAY_MS / 2
  const ask = (id: string, question: string, open: boolean, answered: boolean, where = place) =>
    store.questions.add(id, at, { place: where, open, answered, question })
  await ask('1', 'What is the fee?', true, true)
  await ask('2', 'what’s the fee', true, true)
  await ask('3', 'Who earns most?', false, false)
  await ask('4', 'Who earns most?', false, false)
  await ask('5', 'Who earns most?', true, false, 'a:2')
  await store.questions.add('6', at + DAY_MS, { place, open: true, answered: true, question: 'Today?' })
  const { text } = await write()
  assert.match(
    text,
    /Asked yesterday\n5 questions; the documents did not answer 3\. Asked most \(2 times\): “what’s the fee”/,
  )
  assert.doesNotMatch(text, /earns/)
})

test('a late brief says so', async () => {
  const { write } = await briefAfter([[volume(FEES)]], { late: '09:00' })
  assert.match((await write()).text, /^.*\nLate: it was due at 09:00\./)
})

test('a brief is no longer than a phone’s screen', async () => {
  const long = Array.from(
    { length: 40 },
    (_, i) => `\n## Part ${i}\n\n${`Part ${i} goes on about ladders `.repeat(9)}at length.\n`,
  )
  const { write } = await briefAfter([[volume(FEES)], [volume(FEES + long.join(''))]], {
    topics: ['ladders', 'part'],
  })
  const { card } = await write()
  const quoted = card.parts.flatMap((part) => (part.is === 'quote' ? part.spans.map(({ text }) => text) : []))
  assert.ok(quoted.join('').length <= 1000, String(quoted.join('').length))
})

test('what is written without spaces between words is read out, too', async () => {
  const leave = '従業員は毎年二十日の有給休暇を取得することができます。'
  const { write } = await briefAfter([[volume(`# 就業規則\n\n## 休暇\n\n${leave}\n`)]])
  assert.ok((await write()).text.includes(leave))
})

test('each of a week’s number of topics has its turn in a weekly brief', async () => {
  const topics = ['fees', 'ladders', 'bicycles', 'keys', 'seeds', 'maps', 'parcels']
  const sections = topics.map((topic) => {
    const rules = Array.from({ length: 30 }, (_, i) => `The office counts ${topic} at desk ${i} before noon.`)
    return `## ${topic}\n\n${rules.join(' ')}\n`
  })
  const { write, at } = await briefAfter([[volume(`# Handbook\n\n${sections.join('\n')}`)]])
  const followed = new Set<string>()
  for (let week = 0; week < 12; week += 1) {
    const { text } = await write({ at: at + week * 7 * DAY_MS, topics })
    for (const [, topic = ''] of text.matchAll(/On “(\w+)”/g)) followed.add(topic)
  }
  assert.deepEqual([...followed].toSorted(), topics.toSorted())
})

test('of a very long question that was asked most, the beginning is named', async () => {
  const { store, write, at } = await briefAfter([[volume(FEES)]])
  const question = `When is the fair ${'of many very long words '.repeat(150)}?`
  for (const id of ['1', '2'])
    await store.questions.add(id, at - DAY_MS, { place, open: true, answered: true, question })
  const { text } = await write()
  assert.match(text, /“When is the fair of many .*…”/)
  assert.ok(text.length < 600, text)
})

test('what changed is news though its document was renamed afterwards', async () => {
  const changed = FEES.replace('five', 'seven')
  const { write } = await briefAfter([[volume(FEES)], [volume(changed)], [volume(changed, 'rules.md')]])
  assert.match((await write()).text, /Changed in the documents.*seven euros/s)
})
