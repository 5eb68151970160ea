/** Makes a model from the questions about some documents. */

import { findCandidates } from '../../src/core/retrieval/candidates.ts'
import { FEATURES } from '../../src/core/retrieval/features.ts'
import type { Index } from '../../src/core/retrieval/index.ts'
import { smallnessOf } from '../../src/core/retrieval/confidence.ts'
import { type Model, type ModelFile, type NamedOdds, toModel } from '../../src/core/retrieval/model.ts'
import { planQuestion } from '../../src/core/retrieval/plan.ts'
import { type Ranked, rankSentences } from '../../src/core/retrieval/rank.ts'
import { SIGNALS, signalsOf } from '../../src/core/retrieval/signals.ts'
import { type Answerable, ownAnswerable, squadAnswerable } from './answerable.ts'
import { type Case, createCases, type Kind, type Material } from './cases.ts'
import { type Choice, fitChoices, fitLabels, type Labelled, type Linear, score } from './linear.ts'
import { fitEchoes } from './echoes.ts'
import { createRandom } from './random.ts'
import { rounded } from './rounded.ts'
import { everydayWords, reworded, rewritten } from './rewriting.ts'

/** How much each kind counts when the model learns whether a library is about a question. */
const WEIGHTS: Record<Kind, number> = {
  on: 1,
  off: 1,
  topic: 0.3,
  'small on': 0.2,
  'small near': 0.2,
  'small far': 0.2,
  adversarial: 0,
  'small adversarial': 0,
  'own on': 3,
  'own near': 1,
  'own far': 3,
  'own off': 3,
}
/** How much each kind counts when it learns whether the sentence answers. */
const ANSWER_WEIGHTS: Record<Kind, number> = {
  on: 1,
  off: 0.3,
  topic: 0,
  'small on': 0.1,
  'small near': 0.1,
  'small far': 0.02,
  adversarial: 0.5,
  'small adversarial': 0.05,
  'own on': 3,
  'own near': 3,
  'own far': 1.2,
  'own off': 1,
}
/**
 * How long a question is, and whether it names anything, tells how those who wrote our questions wrote them: names stand in
 * 43 % of those that are left open, and in 22 % of the others.
 */
const OF_WRITERS = new Set(
  ['weight', 'namesInside'].flatMap((name) => {
    const at = SIGNALS.findIndex((signal) => signal === name)
    return [at, SIGNALS.length + at]
  }),
)
/** How much less likely the sentence may be to answer than the library to be about the question, in log odds. */
const ALLOWANCE = 4
const ABOUT = new Set<Kind>(['on', 'topic', 'small on', 'own on', 'own near'])
/** Those whose mix the confidence is calibrated on: a large library, asked things that it holds and that it does not. */
const CALIBRATED = new Set<Kind>(['on', 'off'])

export function fitModel(material: Material, about: (document: string) => boolean): Omit<ModelFile, 'bars'> {
  const squad = squadAnswerable(material.squad, about)
  const echoing = fitEchoes([...squad, ...ownAnswerable(material.own, about)])
  // Learned from our own questions too, it would be worse on both.
  const ranking = named(FEATURES, fitRanking(squad, toModel({ ...EMPTY, ...echoing })).weights)
  const model = toModel({ ...EMPTY, ...echoing, ranking })
  const everyday = everydayWords(material.squad.texts.filter(({ document }) => about(document)))
  return { ...echoing, ranking, confidence: fitConfidence(model, createCases(material, about), everyday) }
}

const FITTING = { epochs: 24, batch: 64, decay: 1e-4 }
/** Of the cases, so many are also asked with an everyday word that the text need not have. */
const REWORDED = 0.33

const NO_ODDS: NamedOdds = { weights: {}, small: {}, bias: 0 }
const EMPTY: ModelFile = {
  echoes: {},
  usualEcho: 1,
  ranking: {},
  confidence: { about: NO_ODDS, answers: NO_ODDS, allowance: 0, slope: 1, bias: 0 },
  bars: { answer: 0.5, sure: 0.5, has: 0, may: 0 },
}

function fitRanking(answerable: readonly Answerable[], model: Model): Linear {
  const choices: Choice[] = []
  for (const { question, index, passage, position } of answerable) {
    const { ranked } = ask(index, model, question)
    const right = ranked.findIndex((one) => one.passage.id === passage.id && one.position === position)
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
      const { signals, ranked } = ask(one.index, model, question)
      const row = withSmall(signals)
      const right = { row, label: Number(isRight(one, ranked[0])) }
      answering.push({
        ...right,
        row: row.map((value, i) => (OF_WRITERS.has(i) ? 0 : value)),
        weight: ANSWER_WEIGHTS[one.kind] * share,
      })
      if (WEIGHTS[one.kind] > 0)
        learned.push({ row, label: Number(ABOUT.has(one.kind)), weight: WEIGHTS[one.kind] * share })
      return { ...right, weight: 1 }
    }
    const asked = learn(one.question, 1)
    if (CALIBRATED.has(one.kind)) calibrated.push(asked)
    if (one.put !== undefined) continue
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
  return {
    about: toOdds(first),
    answers: toOdds(answers),
    allowance: ALLOWANCE,
    slope: rounded(third.weights[0] ?? 1, 4),
    bias: rounded(third.bias, 4),
  }
}

/** A row with what is learned of small libraries beside it. */
function withSmall(signals: readonly number[]): number[] {
  const smallness = smallnessOf(signals)
  return [...signals, ...signals.map((value) => smallness * value)]
}

function toOdds({ weights, bias }: Linear): NamedOdds {
  return {
    weights: named(SIGNALS, weights),
    small: named(SIGNALS, weights.slice(SIGNALS.length)),
    bias: rounded(bias, 4),
  }
}

export function isRight({ answers }: Case, best: Ranked | undefined): boolean {
  return best !== undefined && answers.has(`${best.passage.key}/${best.position}`)
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
