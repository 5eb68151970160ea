/** Makes a model from the questions about some articles. */

import { findCandidates } from '../../src/core/retrieval/candidates.ts'
import { FEATURES } from '../../src/core/retrieval/features.ts'
import { createIndex, type Index } from '../../src/core/retrieval/index.ts'
import { type Model, type ModelFile, toModel } from '../../src/core/retrieval/model.ts'
import { planQuestion } from '../../src/core/retrieval/plan.ts'
import { type Ranked, rankSentences } from '../../src/core/retrieval/rank.ts'
import { readSentences } from '../../src/core/retrieval/reading.ts'
import { SIGNALS, signalsOf } from '../../src/core/retrieval/signals.ts'
import { type Case, createCases, type Kind } from './cases.ts'
import { type Choice, fitChoices, fitLabels, type Labelled, type Linear, score } from './linear.ts'
import { createRandom } from './random.ts'
import { everydayWords, reworded, rewritten } from './rewriting.ts'
import { sentenceAt, type Source, type Squad, toSources } from './sets.ts'

/** Words of so many articles' questions are of questions, not of an article. */
const ECHO_ARTICLES = 3
const ECHO_PRIOR = 2

/** What people say of the documents, which the training questions do not. */
const ASIDE = [
  'document',
  'doc',
  'text',
  'report',
  'mention',
  'describ',
  'explain',
  'discuss',
  'tell',
  'inform',
  'detail',
  'anyth',
  'someth',
  'everyth',
]
const ASIDE_ECHO = 0.2

/** How much each kind counts when the model learns whether a library is about a question. */
const WEIGHTS: Record<Kind, number> = {
  on: 1,
  off: 1,
  topic: 0.7,
  'small on': 0.5,
  'small near': 0.5,
  'small far': 0.5,
  adversarial: 0,
  'small adversarial': 0,
}
/** How much each kind counts when it learns whether the sentence answers. */
const ANSWER_WEIGHTS: Record<Kind, number> = {
  on: 1,
  off: 0.3,
  topic: 0,
  'small on': 1,
  'small near': 1,
  'small far': 0.2,
  adversarial: 0.5,
  'small adversarial': 0.5,
}
/** How much less likely the sentence may be to answer than the library to be about the question, in log odds. */
const ALLOWANCE = 4
const ABOUT = new Set<Kind>(['on', 'topic', 'small on'])
/** Those whose mix the confidence is calibrated on: a large library, asked things that it holds and that it does not. */
const CALIBRATED = new Set<Kind>(['on', 'off'])

export function fitModel(squad: Squad, about: (document: string) => boolean): Omit<ModelFile, 'bars'> {
  const sources = toSources(squad.texts)
  const whole = createIndex(sources)
  const echoing = fitEchoes(squad, sources, whole, about)
  const echo = toModel({ ...EMPTY, ...echoing })
  const ranking = named(FEATURES, fitRanking(squad, sources, whole, echo, about).weights)
  const model = toModel({ ...EMPTY, ...echoing, ranking })
  const everyday = everydayWords(squad.texts.filter(({ document }) => about(document)))
  return { ...echoing, ranking, confidence: fitConfidence(model, createCases(squad, about), everyday) }
}

const FITTING = { epochs: 12, batch: 64, decay: 1e-4 }
/** Of the cases, so many are also asked with an everyday word that the text need not have. */
const REWORDED = 0.33

const EMPTY: ModelFile = {
  echoes: {},
  usualEcho: 1,
  ranking: {},
  confidence: { about: {}, answers: {}, allowance: 0, slope: 1, bias: 0 },
  bars: { answer: 0.5, sure: 0.5, has: 0 },
}

function fitEchoes(
  squad: Squad,
  sources: readonly Source[],
  index: Index,
  about: (document: string) => boolean,
): Pick<ModelFile, 'echoes' | 'usualEcho'> {
  const counts = new Map<string, { asked: number; found: number; articles: Set<string> }>()
  for (const { question, document, passage } of squad.labelled.filter(
    (one) => one.answerable && about(one.document),
  )) {
    const source = sources[passage]
    if (!source) continue
    const plan = planQuestion(index, { echo: () => 1 }, question)
    const readings = readSentences(plan, index.vocabulary, index.tokens(source))
    for (const [i, { term, name, number }] of plan.terms.entries()) {
      if (name || number) continue
      const count = counts.get(term) ?? { asked: 0, found: 0, articles: new Set() }
      count.asked += 1
      count.found += Number(readings.some(({ strength }) => (strength[i] ?? 0) > 0))
      count.articles.add(document)
      counts.set(term, count)
    }
  }
  const all = [...counts.values()]
  const usual =
    all.reduce((sum, { found }) => sum + found, 0) / all.reduce((sum, { asked }) => sum + asked, 0)
  const known = [...counts].filter(([, { articles }]) => articles.size >= ECHO_ARTICLES)
  const rates = known.map(([term, { asked, found }]): [string, number] => [
    term,
    rounded((found + usual * ECHO_PRIOR) / (asked + ECHO_PRIOR), 2),
  ])
  const aside = ASIDE.map((term): [string, number] => [term, ASIDE_ECHO])
  const echoes = Object.fromEntries([...rates, ...aside].sort(([a], [b]) => (a < b ? -1 : 1)))
  return { echoes, usualEcho: rounded(usual, 2) }
}

function fitRanking(
  squad: Squad,
  sources: readonly Source[],
  index: Index,
  model: Model,
  about: (document: string) => boolean,
): Linear {
  const choices: Choice[] = []
  for (const { question, passage, answers } of squad.labelled.filter(
    (one) => one.answerable && about(one.document),
  )) {
    const source = sources[passage]
    const start = answers[0]?.start
    if (!source || start === undefined) continue
    const { ranked } = ask(index, model, question)
    const right = ranked.findIndex(
      (one) => one.passage.id === passage && one.position === sentenceAt(source, start),
    )
    if (right >= 0) choices.push({ rows: ranked.map(({ features }) => features), right })
  }
  return fitChoices(choices, { epochs: 10 })
}

/** Whether the library is about the question, and whether the sentence answers; then the lesser log odds are set to what comes true. */
function fitConfidence(
  model: Model,
  cases: readonly Case[],
  everyday: readonly string[],
): ModelFile['confidence'] {
  const random = createRandom(3)
  const learned: Labelled[] = []
  const answering: Labelled[] = []
  const calibrated: Labelled[] = []
  for (const one of cases) {
    const learn = (question: string, share: number): Labelled => {
      const { signals: row, ranked } = ask(one.index, model, question)
      const right = { row, label: Number(isRight(one, ranked[0])) }
      answering.push({ ...right, weight: ANSWER_WEIGHTS[one.kind] * share })
      if (WEIGHTS[one.kind] > 0)
        learned.push({ row, label: Number(ABOUT.has(one.kind)), weight: WEIGHTS[one.kind] * share })
      return { ...right, weight: 1 }
    }
    const asked = learn(one.question, 1)
    if (CALIBRATED.has(one.kind)) calibrated.push(asked)
    const otherwise = rewritten(one.question, random)
    if (otherwise !== one.question && random() < 0.5) learn(otherwise, 0.5)
    if (random() < REWORDED) learn(reworded(one.question, everyday, random), 0.5)
  }
  const first = fitLabels(learned, FITTING)
  const answers = fitLabels(answering, FITTING)
  const lesser = (row: readonly number[]): number =>
    Math.min(score(first, row), score(answers, row) + ALLOWANCE)
  const third = fitLabels(
    calibrated.map((one) => ({ ...one, row: [lesser(one.row)] })),
    { epochs: 10, batch: 64, decay: 0 },
  )
  const signals = ({ weights, bias }: Linear): Record<string, number> => ({
    ...named(SIGNALS, weights),
    bias: rounded(bias, 4),
  })
  return {
    about: signals(first),
    answers: signals(answers),
    allowance: ALLOWANCE,
    slope: rounded(third.weights[0] ?? 1, 4),
    bias: rounded(third.bias, 4),
  }
}

export function isRight({ answers }: Case, best: Ranked | undefined): boolean {
  return best !== undefined && answers.has(`${(best.passage as Source).source}/${best.position}`)
}

export function ask(index: Index, model: Model, question: string): { ranked: Ranked[]; signals: number[] } {
  const plan = planQuestion(index, model, question)
  const candidates = findCandidates(plan, index)
  const ranked = rankSentences(plan, index, model, candidates)
  return { ranked, signals: signalsOf(plan, index, candidates, ranked) }
}

function named(names: readonly string[], weights: readonly number[]): Record<string, number> {
  return Object.fromEntries(names.map((name, i) => [name, rounded(weights[i] ?? 0, 4)]))
}

export function rounded(number: number, digits: number): number {
  return Number(number.toFixed(digits))
}
