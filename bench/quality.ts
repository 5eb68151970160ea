/**
 * How good answers are, beside other engines on the same questions: `npm run bench:quality -- --eval DIR`. Attaché is
 * cross-validated: a question is answered by a model made without its article. Prints a table, and adds the run to
 * `bench/results.json`, from which `RESULTS.md` and its plots are made.
 */
import { parseArgs } from 'node:util'
import { MODEL, type Model, toModel } from '../src/core/retrieval/model.ts'
import { createIndex } from '../src/core/retrieval/index.ts'
import { retrieve } from '../src/core/retrieval/retrieve.ts'
import { quantile, table } from './figures.ts'
import { auroc, barAt, calibrationError, shareAbove } from './retrieval/figures.ts'
import { ask } from './retrieval/ask.ts'
import { readMaterial } from './retrieval/cases.ts'
import { fitFolds, foldsOf } from './retrieval/folds.ts'
import { measureHeap } from './retrieval/heap.ts'
import type { Judged } from './retrieval/judged.ts'
import { PEERS } from './retrieval/peers.ts'
import { saveResults } from './retrieval/results.ts'
import { type Labelled, sentenceAt, type Source, toSources } from './retrieval/sets.ts'

const { eval: folder } = parseArgs({ options: { eval: { type: 'string' } } }).values
if (folder === undefined)
  throw new Error('Say where the question sets are: npm run bench:quality -- --eval DIR')

const material = await readMaterial(folder)
const { squad } = material
const sources = toSources(squad.texts)
const sentences = sources.flatMap(({ source, sentences: all }) =>
  all.map(({ text }, place) => ({ source, place, text })),
)
const answerable = squad.labelled.filter((one) => one.answerable)
const offDocuments = new Set(squad.unlabelled.map(({ document }) => document))
const tell = (line: string): void => void process.stderr.write(`${line}\n`)

export interface Quality {
  name: string
  passages: Ranks
  sentences: Ranks
  auroc: number
  answered: number
  calibration: number | null
  p50: number
  p99: number
  buildMs: number
  /** Null where it is not on the heap. */
  bytesAPassage: number | null
  curve: { falseAnswers: number; answered: number }[]
}

interface Ranks {
  first: number
  five: number
  mrr: number
}

/** Shares of questions whose right one came first, among five; and the mean of 1/rank within ten. Ranks from 0, -1 for none. */
function toRanks(ranks: readonly number[]): Ranks {
  const share = (is: (rank: number) => boolean): number => ranks.filter(is).length / ranks.length
  const mrr =
    ranks.reduce((sum, rank) => sum + (rank >= 0 && rank < 10 ? 1 / (1 + rank) : 0), 0) / ranks.length
  return { first: share((rank) => rank === 0), five: share((rank) => rank >= 0 && rank < 5), mrr }
}

function goldOf({ passage, answers }: Labelled): { source: number; place: number } {
  return { source: passage, place: sentenceAt(sources[passage] ?? { starts: [] }, answers[0]?.start ?? 0) }
}

const CURVE = [0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2]

function knowing(
  on: readonly number[],
  off: readonly number[],
): Pick<Quality, 'auroc' | 'answered' | 'curve'> {
  const answered = (falseAnswers: number): number => shareAbove(barAt(falseAnswers, off), on)
  const curve = CURVE.map((falseAnswers) => ({ falseAnswers, answered: answered(falseAnswers) }))
  return { auroc: auroc(on, off), answered: answered(0.05), curve }
}

const results: Quality[] = []
for (const peer of PEERS) {
  tell(peer.name)
  const { value: search, bytes } = await measureHeap(() => peer.build(sources.map(({ text }) => text)))
  const start = performance.now()
  await peer.build(sources.map(({ text }) => text))
  const buildMs = performance.now() - start
  const bySentence = await peer.build(sentences.map(({ text }) => text))
  const [passageRanks, sentenceRanks, times]: number[][] = [[], [], []]
  for (const one of answerable) {
    const begun = performance.now()
    const hits = await search(one.question)
    times?.push(performance.now() - begun)
    passageRanks?.push(hits.findIndex(({ id }) => id === one.passage))
    const gold = goldOf(one)
    const found = (await bySentence(one.question)).map(({ id }) => sentences[id])
    sentenceRanks?.push(found.findIndex((it) => it?.source === gold.source && it.place === gold.place))
  }
  const half = await peer.build(
    sources.filter(({ document }) => !offDocuments.has(document)).map(({ text }) => text),
  )
  const top = async (question: string): Promise<number> => (await half(question))[0]?.score ?? 0
  const [on, off]: number[][] = [[], []]
  for (const { question } of answerable) on?.push(await top(question))
  for (const { question } of squad.unlabelled) off?.push(await top(question))
  results.push({
    name: peer.name,
    passages: toRanks(passageRanks ?? []),
    sentences: toRanks(sentenceRanks ?? []),
    ...knowing(on ?? [], off ?? []),
    calibration: null,
    p50: quantile(times ?? [], 0.5),
    p99: quantile(times ?? [], 0.99),
    buildMs,
    bytesAPassage: peer.native ? null : bytes / sources.length,
  })
}

tell('Attaché')
const { value: index, bytes } = await measureHeap(async () => createIndex(sources))
const begun = performance.now()
createIndex(sources)
const buildMs = performance.now() - begun
const fitted = await fitFolds(folder, tell)
const models = fitted.map(({ model }) => toModel({ ...model, bars: MODEL.bars }))
const folds = foldsOf(material)
const modelOf = (document: string): Model => models[folds.findIndex((inFold) => inFold(document))] ?? MODEL

function attache(name: string, choose: (document: string) => Model, judged: readonly Judged[]): Quality {
  const [passageRanks, sentenceRanks, times]: number[][] = [[], [], []]
  for (const one of answerable) {
    const model = choose(one.document)
    const start = performance.now()
    const { passages } = retrieve(index, one.question, [], model)
    times?.push(performance.now() - start)
    passageRanks?.push(passages.findIndex(({ passage }) => passage.id === one.passage))
    const gold = goldOf(one)
    const { ranked } = ask(index, model, one.question)
    sentenceRanks?.push(
      ranked.findIndex((it) => (it.passage as Source).source === gold.source && it.position === gold.place),
    )
  }
  const on = judged.filter(({ kind }) => kind === 'on')
  const off = judged.filter(({ kind, document }) => kind === 'off' && offDocuments.has(document))
  const confidences = (some: readonly Judged[]): number[] => some.map(({ confidence }) => confidence)
  return {
    name,
    passages: toRanks(passageRanks ?? []),
    sentences: toRanks(sentenceRanks ?? []),
    ...knowing(confidences(on), confidences(off)),
    calibration: calibrationError([...on, ...off]),
    p50: quantile(times ?? [], 0.5),
    p99: quantile(times ?? [], 0.99),
    buildMs,
    bytesAPassage: bytes / sources.length,
  }
}
const judged = fitted.flatMap((one) => one.judged)
results.push(attache('Attaché', modelOf, judged))

const [base] = results
const percent = (share: number): string => (100 * share).toFixed(1)
const ratio = (value: number, of: number | undefined): string =>
  `${value.toFixed(2)} (${(value / (of ?? value)).toFixed(2)}×)`
const rows = [
  ['', 'passage R@1', 'R@5', 'MRR@10', 'sentence R@1', 'R@5', 'MRR@10', 'AUROC', 'at 5 % false', 'ECE'],
]
const costs = [['', 'p50 ms', 'p99 ms', 'build ms', 'KB a passage']]
for (const { name, passages, sentences: ranked, ...one } of results) {
  const ranks = [passages, ranked].flatMap(({ first, five, mrr }) => [first, five, mrr].map(percent))
  rows.push([name, ...ranks, one.auroc.toFixed(3), percent(one.answered), one.calibration?.toFixed(3) ?? '–'])
  costs.push([
    name,
    ratio(one.p50, base?.p50),
    ratio(one.p99, base?.p99),
    ratio(one.buildMs, base?.buildMs),
    one.bytesAPassage === null ? '–' : ratio(one.bytesAPassage / 1024, (base?.bytesAPassage ?? 0) / 1024),
  ])
}
const adversarial = auroc(
  judged.filter(({ kind }) => kind === 'on').map(({ confidence }) => confidence),
  judged.filter(({ kind }) => kind === 'adversarial').map(({ confidence }) => confidence),
)
process.stdout.write(
  `${table(rows, 32, 13)}\n\n${table(costs, 32, 18)}\n\nAnswerable from adversarial questions, AUROC: ${adversarial.toFixed(3)}\n`,
)
saveResults('quality', { results, adversarial, questions: answerable.length, off: squad.unlabelled.length })
