/** Writes `RESULTS.md` and its plots from the last runs, kept in `results.json`: `npm run bench:plot`. */
import { writeFileSync } from 'node:fs'
import type { Quality } from './quality.ts'
import { type Series, plot } from './retrieval/plot.ts'
import { readResults } from './retrieval/results.ts'
import type { Speed } from './speed.ts'

interface Run {
  date: string
  node: string
}
const all = readResults()
const quality = all['quality'] as Run & {
  results: Quality[]
  adversarial: number
  questions: number
  off: number
}
const speed = all['speed'] as Run & { results: Speed[]; questions: number }

const percent = (share: number): string => (100 * share).toFixed(1)
const [base] = quality.results
const times = (value: number, of: number | undefined): string => `${(value / (of ?? value)).toFixed(2)}×`

const each = <T>(
  items: readonly T[],
  points: (item: T) => [number, number][],
  name: (item: T) => string,
): Series[] => items.map((item) => ({ name: name(item), points: points(item) }))

writeFileSync(
  'bench/quality-against-speed.svg',
  plot({
    title: 'Right passage first, against time',
    x: { label: 'p50, ms', log: true },
    y: { label: 'passage R@1, %' },
    series: each(
      quality.results,
      ({ p50, passages }) => [[p50, 100 * passages.first]],
      ({ name }) => name,
    ),
  }),
)
const sizes = (pick: (one: Speed) => number) => (): [number, number][] =>
  speed.results.map((one) => [one.passages, pick(one)])
writeFileSync(
  'bench/latency-against-size.svg',
  plot({
    title: 'Time of a question, against the size of the library',
    x: { label: 'passages', log: true },
    y: { label: 'p50, ms', log: true },
    series: [
      { name: 'MiniSearch, defaults', points: sizes(({ bare }) => bare.p50)() },
      { name: 'MiniSearch, stems + stop words', points: sizes(({ stems }) => stems.p50)() },
      { name: 'Attaché, whole answer', points: sizes(({ answer }) => answer.p50)() },
    ],
  }),
)
writeFileSync(
  'bench/abstention.svg',
  plot({
    title: 'Questions answered, against false answers',
    x: { label: 'off-topic questions answered, %' },
    y: { label: 'on-topic questions answered, %' },
    series: each(
      quality.results,
      ({ curve }) => curve.map((one): [number, number] => [100 * one.falseAnswers, 100 * one.answered]),
      ({ name }) => name,
    ),
  }),
)

const rankRows = quality.results.map(({ name, passages, sentences, auroc, answered, calibration }) => {
  const ranks = [passages, sentences].flatMap(({ first, five, mrr }) => [first, five, mrr].map(percent))
  return `| ${[name, ...ranks, auroc.toFixed(3), percent(answered), calibration?.toFixed(3) ?? '–'].join(' | ')} |`
})
const costRows = quality.results.map(({ name, p50, p99, buildMs, bytesAPassage }) => {
  const cells = [
    times(p50, base?.p50),
    times(p99, base?.p99),
    times(buildMs, base?.buildMs),
    bytesAPassage === null ? '–' : times(bytesAPassage, base?.bytesAPassage ?? undefined),
  ]
  return `| ${[name, ...cells].join(' | ')} |`
})
const speedRows = speed.results.map(({ passages, bare, answer, candidates, bytes }) => {
  const cells = [bare.p50, answer.p50, answer.p99].map((ms) => ms.toFixed(2))
  const ratios = [answer.p50 / bare.p50, answer.p99 / candidates.p99, bytes.ours / bytes.bare].map((one) =>
    one.toFixed(3),
  )
  return `| ${[passages.toLocaleString('en'), ...cells, ...ratios].join(' | ')} |`
})

writeFileSync(
  'bench/RESULTS.md',
  `# How Attaché's answers compare

Made by \`npm run bench:quality\`, \`npm run bench:speed\` and \`npm run bench:plot\`. Each table is one run on one machine: read the ratios.

## Right answers, and knowing (${quality.date}, Node ${quality.node})

${quality.questions} answerable questions of SQuAD 2.0, ${quality.off} off topic; all passages indexed, for the off-topic part those of other
articles. Attaché's model is cross-validated by article. Sentences by Attaché's splitter; the other engines index each as a
text of its own. *At 5 %*: questions on topic above the bar that 5 % of those off topic pass, by the best hit's score.

| | passage R@1 | R@5 | MRR@10 | sentence R@1 | R@5 | MRR@10 | AUROC | at 5 % | ECE |
|---|---|---|---|---|---|---|---|---|---|
${rankRows.join('\n')}

Answerable from adversarial questions, AUROC: ${quality.adversarial.toFixed(3)}.

What each costs, as a ratio to MiniSearch with its defaults (whose p50 was ${base?.p50.toFixed(2)} ms):

| | p50 | p99 | building | memory |
|---|---|---|---|---|
${costRows.join('\n')}

![Right passage first, against time](quality-against-speed.svg)
![Questions answered, against false answers](abstention.svg)

## As the library grows (${speed.date}, Node ${speed.node})

${speed.questions} questions; the passages of SQuAD, filled up with technical documentation. Ratios: the whole answer's p50 to MiniSearch's bare
search with its defaults; its p99 to that of finding the candidates alone; memory of index and ranking data to MiniSearch's.

| passages | MiniSearch p50 ms | answer p50 ms | p99 ms | p50 ratio | p99 ratio | memory ratio |
|---|---|---|---|---|---|---|
${speedRows.join('\n')}

![Time of a question, against the size of the library](latency-against-size.svg)
`,
)
