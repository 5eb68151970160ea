/** Learns how likely the best sentence answers, from its signals. */

import { lesserOdds, smallnessOf } from '../../src/core/retrieval/confidence.ts'
import { type Model, type ModelFile, type NamedOdds, toOdds } from '../../src/core/retrieval/model.ts'
import { SIGNALS } from '../../src/core/retrieval/signals.ts'
import { ask, isRight } from './ask.ts'
import type { Case, Kind } from './cases.ts'
import { fitLabels, type Labelled } from './linear.ts'
import { named } from './named.ts'
import { fitNetwork, type Network } from './network.ts'
import { createRandom } from './random.ts'
import { reworded, rewritten } from './rewriting.ts'
import { rounded } from './rounded.ts'

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
  'own swapped': 0,
}
/** How much each kind counts when it learns whether the sentence answers. */
const ANSWER_WEIGHTS: Record<Kind, number> = {
  on: 2,
  off: 0.6,
  topic: 0,
  'small on': 0.5,
  'small near': 0.5,
  'small far': 0.1,
  adversarial: 1,
  'small adversarial': 0.25,
  'own on': 3,
  'own near': 3,
  'own far': 1.2,
  'own off': 1,
  'own swapped': 0.75,
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

const FITTING = { epochs: 24, batch: 64, decay: 1e-4 }
/** What tells an answer from a near miss is not only a sum; what tells the topic gains nothing by units. */
const ANSWER_FITTING = {
  networks: 4,
  units: 8,
  seen: SIGNALS.length,
  epochs: 16,
  rate: 0.002,
  batch: 64,
  decay: 1e-4,
  unitDecay: 1e-3,
}
/** Of the cases, so many are also asked with an everyday word that the text need not have. */
const REWORDED = 0.33

/** Whether the library is about the question, and whether the sentence answers; then the lesser log odds are set to what comes true. */
export function fitConfidence(
  modelFor: (document: string) => Model,
  cases: readonly Case[],
  everyday: readonly string[],
): ModelFile['confidence'] {
  const random = createRandom(3)
  const learned: Labelled[] = []
  const answering: Labelled[] = []
  const calibrated: Labelled[] = []
  for (const one of cases) {
    const learn = (question: string, share: number): Pick<Labelled, 'row' | 'label'> => {
      const { signals, ranked } = ask(one.index, modelFor(one.document), question)
      const row = withSmall(signals)
      const right = { row, label: Number(isRight(one, ranked[0])) }
      answering.push({
        ...right,
        row: row.map((value, i) => (OF_WRITERS.has(i) ? 0 : value)),
        weight: ANSWER_WEIGHTS[one.kind] * share,
      })
      if (WEIGHTS[one.kind] > 0)
        learned.push({ row, label: Number(ABOUT.has(one.kind)), weight: WEIGHTS[one.kind] * share })
      return { row: signals, label: right.label }
    }
    const asked = learn(one.question, 1)
    if (CALIBRATED.has(one.kind)) calibrated.push({ ...asked, weight: 1 })
    if (one.put !== undefined) continue
    const otherwise = rewritten(one.question, random)
    if (otherwise !== one.question && random() < 0.5) learn(otherwise, 0.5)
    if (random() < REWORDED) learn(reworded(one.question, everyday, random), 0.5)
  }
  const about = toNamed({ ...fitLabels(learned, FITTING), units: [] })
  const answers = toNamed(fitNetwork(answering, ANSWER_FITTING))
  const knowing = { about: toOdds(about), answers: toOdds(answers), allowance: ALLOWANCE }
  const third = fitLabels(
    calibrated.map((one) => ({ ...one, row: [lesserOdds(knowing, one.row)] })),
    { epochs: 10, batch: 64, decay: 0 },
  )
  return {
    about,
    answers,
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

function toNamed({ weights, bias, units }: Network): NamedOdds {
  return {
    weights: named(SIGNALS, weights),
    small: named(SIGNALS, weights.slice(SIGNALS.length)),
    bias: rounded(bias, 4),
    units: units.map((unit) => ({
      weights: named(SIGNALS, unit.weights),
      bias: rounded(unit.bias, 4),
      adds: rounded(unit.adds, 4),
    })),
  }
}
