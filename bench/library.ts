/**
 * What it takes to read a folder of 500 mixed files the first time, at a restart, and after one file changed; and how
 * long the event loop is held up while 20,000 passages are loaded under questions: `npm run bench:library`.
 */
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises'
import { parseArgs, promisify } from 'node:util'
import { openLibrary, type Opened } from '../src/commands/open.ts'
import { shelve } from '../src/core/shelve.ts'
import { retrieve } from '../src/core/retrieval/retrieve.ts'
import { FORMATS, makeFile } from '../test/office-files.ts'
import { temporaryFolder } from '../test/temporary-folder.ts'
import { quantile, table } from './figures.ts'
import { readDocs, readSquad } from './retrieval/sets.ts'

const FILES = 500
const PASSAGES = 20_000
const A_FILE = 50
const PROGRAM = ['dist/main.cjs', 'read'] as const
const QUESTION = 'What is settled by the board for visitors of the archive?'
const run = promisify(execFile)

const { eval: evaluation } = parseArgs({ options: { eval: { type: 'string' } } }).values
if (evaluation === undefined)
  throw new Error('Say where the question sets are: npm run bench:library -- --eval DIR')

const folder = temporaryFolder()
const options = {
  dataDir: folder,
  cacheDir: join(temporaryFolder(), 'cache'),
  program: PROGRAM,
  warn: (line: string) => void process.stderr.write(`${line}\n`),
}

async function fill(files: number, length: number): Promise<void> {
  for (let i = 0; i < files; i += 1) {
    const format = FORMATS[i % FORMATS.length] ?? 'txt'
    await writeFile(join(folder, `office-${i}.${format}`), await makeFile(format, i, length))
  }
}

/** From the start of a process to its answer. */
async function startAndAsk(): Promise<number> {
  const start = performance.now()
  const env = { ...process.env, CACHE_DIR: options.cacheDir }
  await run(process.execPath, ['dist/main.cjs', 'ask', '--data', folder, QUESTION], { env })
  return performance.now() - start
}

async function look({ library, index }: Opened): Promise<number> {
  const start = performance.now()
  const found = await library.look()
  if (found.is === 'new') await shelve(index, found)
  return performance.now() - start
}

const seconds = (ms: number): string => (ms / 1000).toFixed(2)

await fill(FILES, 4)
const first = await startAndAsk()
const restarts = [await startAndAsk(), await startAndAsk(), await startAndAsk()]
const opened = await openLibrary(options)
const changes: number[] = []
for (const format of FORMATS) {
  const i = FORMATS.indexOf(format)
  await writeFile(join(folder, `office-${i}.${format}`), await makeFile(format, i + 1_000, 4))
  changes.push(await look(opened))
}
const restart = quantile(restarts, 0.5)
const rows = [
  [`${FILES} files, ${opened.index.passages.length} passages`, 'seconds'],
  ['first load and answer, from the start of the process', seconds(first)],
  ['restart and answer', seconds(restart)],
  ['  ratio', (first / restart).toFixed(1)],
  ...FORMATS.map((format, i) => [
    `one ${format} file changed: in the answers after`,
    seconds(changes[i] ?? 0),
  ]),
]

/** Questions go on while the passages come in, in a library that was small before. */
await opened.close()
const growing = temporaryFolder()
await writeFile(join(growing, 'first.txt'), await makeFile('txt', 1, 4))
const grown = await openLibrary({ ...options, dataDir: growing })
const squad = readSquad(evaluation)
const questions = squad.labelled.map(({ question }) => question)
const texts = readDocs(evaluation, PASSAGES).map(({ text }) => text.replace(/\s+/g, ' '))
for (let at = 0; at < PASSAGES; at += A_FILE)
  await writeFile(
    join(growing, `docs-${at}.txt`),
    `Notes ${at}\n\n${texts.slice(at, at + A_FILE).join('\n\n')}\n`,
  )
const delay = monitorEventLoopDelay({ resolution: 1 })
const times: number[] = []
let loading = true
delay.enable()
const loaded = look(grown).finally(() => (loading = false))
while (loading) {
  const start = performance.now()
  retrieve(grown.index, questions[times.length % questions.length] ?? QUESTION)
  times.push(performance.now() - start)
  await sleep(5)
}
const took = await loaded
delay.disable()
await turn()
rows.push(
  [`${PASSAGES} passages more, while ${times.length} questions were answered`, seconds(took)],
  ['  event-loop delay p99, ms', (delay.percentile(99) / 1e6).toFixed(1)],
  ['  longest, ms', (delay.max / 1e6).toFixed(1)],
  ['  answer p99, ms', quantile(times, 0.99).toFixed(1)],
)
await grown.close()
process.stdout.write(`${table(rows)}\n`)
process.exit(0)
