import assert from 'node:assert/strict'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test, { afterEach, beforeEach } from 'node:test'
import { keepFresh, type Pace } from '../../src/core/fresh.ts'
import { watchFolder } from '../../src/core/library/file/watch.ts'
import { createLibrary } from '../../src/core/library/library.ts'
import { readVolume } from '../../src/core/library/file/volume.ts'
import { createIndex, type Index } from '../../src/core/retrieval/index.ts'
import { retrieve } from '../../src/core/retrieval/retrieve.ts'
import { temporaryFolder } from '../temporary-folder.ts'

/** Fast, so that the tests are; the steps are the same. */
const PACE: Partial<Pace> = { rescan: 60_000, heldRescan: 20, quiet: 20, settle: 40, patience: 500 }
const NOT_WATCHED = async () => ({ close: async () => {} })

let folder: string
let stop: AbortController
let running: Promise<void> | undefined
beforeEach(() => {
  folder = temporaryFolder()
  stop = new AbortController()
})
afterEach(async () => {
  stop.abort()
  await running
})

const put = (name: string, text: string): void => writeFileSync(join(folder, name), text)

interface Running {
  index: Index
  said: string[]
  /** Resolves when the last line said matches. */
  until: (pattern: RegExp) => Promise<void>
  accept: () => void
}

/** The folder, watched, from its first load on. */
async function start(pace: Partial<Pace> = {}, watched = true): Promise<Running> {
  const library = createLibrary({ folder, read: readVolume })
  const index = createIndex([])
  const said: string[] = []
  let accepted = false
  let look = (): void => {}
  const say = (line: string): void => {
    said.push(line)
    look()
  }
  const lost = (error: Error): void => say(String(error))
  let ready = (): void => {}
  const started = new Promise<void>((resolve) => (ready = resolve))
  running = keepFresh({
    library,
    index,
    ledger: { keepDocuments: async () => ready(), acceptedLibrary: async () => accepted },
    watch: watched ? (changed) => watchFolder(folder, changed, lost) : NOT_WATCHED,
    say,
    warn: say,
    now: Date.now,
    pace: { ...PACE, ...pace },
    signal: stop.signal,
  })
  await started
  const until = (pattern: RegExp): Promise<void> =>
    new Promise((resolve) => {
      look = () => void (pattern.test(said.at(-1) ?? '') && resolve())
      look()
    })
  return { index, said, until, accept: () => (accepted = true) }
}

const answer = (index: Index, question: string): string | undefined =>
  retrieve(index, question).best?.sentence.text

test('what is added, changed, replaced, renamed or removed is in the answers', async () => {
  put('fees.txt', 'The fee is four euros.')
  put('tools.txt', 'We lend spades.')
  const { index, until } = await start()
  assert.equal(answer(index, 'What is the fee?'), 'The fee is four euros.')
  mkdirSync(join(folder, 'more'))
  put('more/hours.txt', 'We open at nine.')
  await until(/3 documents/)
  assert.equal(answer(index, 'When do you open?'), 'We open at nine.')
  put('fees.txt', 'The fee is five euros. It is due in May.')
  put('tools.txt', 'We lend spades.\n\nWe lend rakes.')
  await until(/3 documents, 4 passages/)
  assert.equal(answer(index, 'What is the fee?'), 'The fee is five euros.')
  put('.new', 'The fee is six euros.\n\nMembers pay it.\n\nGuests pay it.')
  renameSync(join(folder, '.new'), join(folder, 'fees.txt'))
  await until(/3 documents, 6 passages/)
  assert.equal(answer(index, 'What is the fee?'), 'The fee is six euros.')
  renameSync(join(folder, 'tools.txt'), join(folder, 'loans.txt'))
  rmSync(join(folder, 'more'), { recursive: true })
  await until(/2 documents/)
  assert.notEqual(answer(index, 'When do you open?'), 'We open at nine.')
  assert.equal(retrieve(index, 'spades').best?.passage.file, 'loans.txt')
})

test('a file that cannot be read is named once, and again when it is read the rest of it counts', async () => {
  put('fees.txt', 'The fee is four euros.')
  const { index, said, until } = await start()
  writeFileSync(join(folder, 'odd.txt'), Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))
  await until(/Left out odd\.txt/)
  put('odd.txt', 'We lend spades.')
  await until(/2 documents/)
  assert.equal(answer(index, 'spades'), 'We lend spades.')
  assert.equal(said.filter((line) => line.startsWith('Left out')).length, 1)
})

test('where the system tells of no change, it is seen on the next look', async () => {
  put('fees.txt', 'The fee is four euros.')
  const { index, until } = await start({ rescan: 20 }, false)
  put('tools.txt', 'We lend spades.')
  await until(/2 documents/)
  assert.equal(answer(index, 'spades'), 'We lend spades.')
})

test('when more than half is gone, answers stay until an operator accepts it', async () => {
  for (const name of ['a', 'b', 'c']) put(`${name}.txt`, `The ${name} team has a fee.`)
  const { index, said, until, accept } = await start()
  rmSync(join(folder, 'a.txt'))
  rmSync(join(folder, 'b.txt'))
  await until(/^2 of 3 documents are gone/)
  assert.equal(index.passages.length, 3)
  accept()
  await until(/1 document, 1 passage/)
  assert.equal(index.passages.length, 1)
  assert.equal(said.filter((line) => line.includes('are gone')).length, 1)
})

test('or until it has been so for a while', async () => {
  for (const name of ['a', 'b', 'c']) put(`${name}.txt`, `The ${name} team has a fee.`)
  const { until } = await start({ hold: 200 })
  rmSync(join(folder, 'a.txt'))
  rmSync(join(folder, 'b.txt'))
  await until(/1 document, 1 passage/)
})

test('a folder that is gone is said, and the answers stay', async () => {
  put('fees.txt', 'The fee is four euros.')
  const { index, until } = await start({ rescan: 20 }, false)
  renameSync(folder, `${folder}-away`)
  await until(/cannot be opened: .* Still answering/)
  assert.equal(answer(index, 'What is the fee?'), 'The fee is four euros.')
  renameSync(`${folder}-away`, folder)
  put('tools.txt', 'We lend spades.')
  await until(/2 documents/)
})
