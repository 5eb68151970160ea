/**
 * What a question costs as the library grows, beside MiniSearch with its defaults on the same passages:
 * `npm run bench:speed -- --eval DIR [--passages N]`. Prints a table; the run is kept in `bench/results.json`.
 */
import { parseArgs } from 'node:util'
import { findCandidates } from '../src/core/retrieval/candidates.ts'
import { createIndex } from '../src/core/retrieval/index.ts'
import { MODEL } from '../src/core/retrieval/model.ts'
import { planQuestion } from '../src/core/retrieval/plan.ts'
import { retrieve } from '../src/core/retrieval/retrieve.ts'
import { quantile, table } from './figures.ts'
import { measureHeap } from './retrieval/heap.ts'
import { DEFAULTS, STEMS } from './retrieval/peers.ts'
import { saveResults } from './retrieval/results.ts'
import { readDocs, readSquad, toSources } from './retrieval/sets.ts'

const { eval: folder, passages } = parseArgs({
  options: { eval: { type: 'string' }, passages: { type: 'string' } },
}).values
if (folder === undefined)
  throw new Error('Say where the question sets are: npm run bench:speed -- --eval DIR')

const squad = readSquad(folder)
const sizes = passages === undefined ? [squad.texts.length, 20_000, 200_000] : [Number(passages)]
/** Enough for a p99 of ours; the slowest engine is asked as many as take it a minute or so. */
const QUESTIONS = 600
const SLOW_MS = 60_000
const step = Math.floor(squad.labelled.length / QUESTIONS)
const questions = squad.labelled
  .filter((_, i) => i % step === 0)
  .slice(0, QUESTIONS)
  .map(({ question }) => question)

export interface Speed {
  passages: number
  bare: Times
  stems: Times
  candidates: Times
  answer: Times
  bytes: { bare: number; ours: number }
  buildMs: { bare: number; ours: number }
}

interface Times {
  p50: number
  p99: number
}

async function time(call: (question: string) => unknown): Promise<Times> {
  for (const question of questions.slice(0, 20)) await call(question)
  const times: number[] = []
  const start = performance.now()
  for (const question of questions) {
    const begun = performance.now()
    await call(question)
    times.push(performance.now() - begun)
    if (performance.now() - start > SLOW_MS) break
  }
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) }
}

async function build<T>(make: () => Promise<T>): Promise<{ value: T; bytes: number; ms: number }> {
  const start = performance.now()
  const measured = await measureHeap(make, false)
  return { ...measured, ms: performance.now() - start }
}

async function measure(size: number): Promise<Speed> {
  const docs = readDocs(folder ?? '', Math.max(0, size - squad.texts.length))
  const sources = toSources([...squad.texts, ...docs])
  const texts = sources.map(({ text }) => text)
  const ours = await build(async () => createIndex(sources))
  const index = ours.value
  const candidates = await time((question) => findCandidates(planQuestion(index, MODEL, question), index))
  const answer = await time((question) => retrieve(index, question))
  const stems = await time(await STEMS.build(texts))
  const bare = await build(() => DEFAULTS.build(texts))
  return {
    passages: sources.length,
    bare: await time(bare.value),
    stems,
    candidates,
    answer,
    bytes: { bare: bare.bytes, ours: ours.bytes },
    buildMs: { bare: bare.ms, ours: ours.ms },
  }
}

const results: Speed[] = []
for (const size of sizes) results.push(await measure(size))

const rows = [
  [
    'passages',
    'MiniSearch p50',
    'p99',
    'stems p50',
    'candidates p50',
    'p99',
    'answer p50',
    'p99',
    'p50 ratio',
    'p99 : candidates',
    'memory ratio',
  ],
]
for (const { passages: size, bare, stems, candidates, answer, bytes } of results) {
  const times = [bare.p50, bare.p99, stems.p50, candidates.p50, candidates.p99, answer.p50, answer.p99]
  const ratios = [answer.p50 / bare.p50, answer.p99 / candidates.p99, bytes.ours / bytes.bare]
  rows.push([
    size.toLocaleString('en'),
    ...times.map((ms) => ms.toFixed(2)),
    ...ratios.map((one) => one.toFixed(3)),
  ])
}
process.stdout.write(
  `${table(rows, 10, 17)}\nTimes in milliseconds; ratios are of the whole answer to MiniSearch's bare search with its defaults.\n`,
)
saveResults('speed', { results, questions: questions.length })
