import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test, { afterEach, beforeEach } from 'node:test'
import { createReaders, type Readers } from '../../../../src/core/library/file/readers.ts'
import { createFileReader } from '../../../../src/core/library/file/read.ts'
import { createLibrary } from '../../../../src/core/library/library.ts'
import { PROGRAM } from '../../../program.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'

let folder: string
let readers: Readers | undefined
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => readers?.close())

/** Readers whose process does this with each message. */
function readersThat(body: string, limitMs = 60_000): Readers {
  const path = join(folder, 'reader.cjs')
  writeFileSync(
    path,
    `process.on('disconnect', () => process.exit())\nprocess.on('message', (job) => { ${body} })\n`,
  )
  readers = createReaders({ program: [path], limitMs, heapMb: 64 })
  return readers
}
const job = (file = 'a.txt') => ({ folder, file })

test('a file is read in a process of its own, which has none of our variables', async () => {
  writeFileSync(join(folder, 'a.txt'), '1 Fees\n\nThe fee is small.\n')
  readers = createReaders({ program: PROGRAM })
  const { title, passages, language } = await readers.read(job())
  assert.deepEqual([title, language, passages[0]?.text], ['A', 'en', 'The fee is small.'])
  const { read } = readersThat(
    "process.send({ is: 'refused', reason: JSON.stringify(Object.keys(process.env)) })",
  )
  await assert.rejects(read(job()), ({ message }: Error) => !/TOKEN|PATH"|HOME/.test(message))
})

test('a document of many passages arrives whole and in order', async () => {
  const text = Array.from({ length: 1_000 }, (_, i) => `The fee of year ${i} is small.`).join('\n\n')
  writeFileSync(join(folder, 'a.txt'), text)
  readers = createReaders({ program: PROGRAM })
  const { passages } = await readers.read(job())
  assert.equal(passages.map((passage) => passage.text).join('\n\n'), text)
})

test('a reader that never ends is ended, and the next file gets another', async () => {
  const { read } = readersThat(
    "if (job.file === 'loop.pdf') for (;;);\nprocess.send({ is: 'refused', reason: 'read' })",
    3_000,
  )
  await assert.rejects(read(job('loop.pdf')), /^Error: reading it took longer than 3 seconds$/)
  await assert.rejects(read(job('b.pdf')), /^Error: read$/)
})

test('a reader that eats memory dies alone', async () => {
  const { read } = readersThat('const all = []; for (;;) all.push(new Array(1e6).fill(all.length))')
  await assert.rejects(read(job()), /^Error: reading it took too much memory, or ended the reader$/)
})

test('a program that cannot be started is a reason', async () => {
  readers = createReaders({ program: [join(folder, 'none.cjs')] })
  await assert.rejects(readers.read(job()), /ended the reader/)
})

test('many files are read by a few processes', async () => {
  const { read } = readersThat("process.send({ is: 'refused', reason: String(process.pid) })")
  const results = await Promise.allSettled(Array.from({ length: 40 }, (_, i) => read(job(`${i}.pdf`))))
  const pids = new Set(
    results.map((result) => result.status === 'rejected' && (result.reason as Error).message),
  )
  assert.ok(pids.size <= 4, `${pids.size} processes`)
})

test('what took long to read is kept, and read again only when it changed', async () => {
  const cachePath = join(folder, 'cache')
  const log = join(folder, 'log')
  const program = join(folder, 'counting.cjs')
  const main = JSON.stringify(join(process.cwd(), PROGRAM[0]))
  const count = `require('fs').appendFileSync(${JSON.stringify(log)}, 'x')`
  writeFileSync(log, '')
  writeFileSync(program, `process.on('message', () => ${count})\nrequire(${main})\n`)
  const load = async (): Promise<number | undefined> => {
    const reader = createFileReader({ folder, cachePath, program: [program, 'read'] })
    const library = createLibrary({ folder, read: reader.read })
    await library.look()
    await reader.close()
    return library.shown().volumes[0]?.passages.length
  }
  const timesRead = (): number => readFileSync(log, 'utf8').length
  writeFileSync(join(folder, 'big.txt'), 'The fee is small.\n\n'.repeat(5_000))
  assert.deepEqual([await load(), await load(), timesRead()], [5_000, 5_000, 1])
  writeFileSync(join(folder, 'big.txt'), 'The fee is due.\n\n'.repeat(6_000))
  assert.deepEqual([await load(), await load(), timesRead()], [6_000, 6_000, 2])
})
