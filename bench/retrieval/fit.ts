/** Makes a model from the questions about some documents. */

import { FEATURES } from '../../src/core/retrieval/features.ts'
import { type Model, type ModelFile, type NamedOdds, toModel } from '../../src/core/retrieval/model.ts'
import { absencesIn, type Outcome } from './absences.ts'
import { aloneAnswerable, type Answerable, ownAnswerable, squadAnswerable } from './answerable.ts'
import { ask, isRight } from './ask.ts'
import { type Case, createCases, type Material } from './cases.ts'
import { fitEchoes } from './echoes.ts'
import { fitConfidence } from './fit-confidence.ts'
import { type Choice, fitChoices, type Linear } from './linear.ts'
import { named } from './named.ts'
import { everydayWords } from './rewriting.ts'

export function fitModel(material: Material, about: (document: string) => boolean): Omit<ModelFile, 'bars'> {
  const squad = squadAnswerable(material.squad, about)
  const own = ownAnswerable(material.own, about)
  const echoing = fitEchoes([...squad, ...own])
  // What is put in other words than the document's is found by luck, and teaches little.
  const asked = [...own, ...aloneAnswerable(material.own, about)].filter(({ put }) => put !== 'paraphrased')
  const ranking = named(FEATURES, fitRanking([...squad, ...asked], toModel({ ...EMPTY, ...echoing })).weights)
  const cases = createCases(material, about)
  const outcomes = outcomesOf(cases, toModel({ ...EMPTY, ...echoing, ranking }))
  const without = new Map<string, Model>()
  /** What a document's own questions say of absent words is not known of it. */
  const modelFor = (document: string): Model => {
    const known = without.get(document)
    if (known) return known
    const model = toModel({ ...EMPTY, ...echoing, ranking, absences: absencesIn(outcomes, document) })
    without.set(document, model)
    return model
  }
  const everyday = everydayWords(material.squad.texts.filter(({ document }) => about(document)))
  const confidence = fitConfidence(modelFor, cases, everyday)
  return { ...echoing, absences: absencesIn(outcomes), ranking, confidence }
}

function outcomesOf(cases: readonly Case[], model: Model): Outcome[] {
  return cases.flatMap((one) => {
    if (one.kind !== 'own on' && one.kind !== 'own near') return []
    const { plan, ranked } = ask(one.index, model, one.question)
    const answers = isRight(one, ranked[0])
    if (one.kind === 'own on' && !answers) return []
    const lacks = plan.terms.filter(
      ({ name, number }, i) => !name && !number && (ranked[0]?.reading.strength[i] ?? 0) === 0,
    )
    return [{ document: one.document, answers, lacks: lacks.map(({ meant }) => meant) }]
  })
}

const NO_ODDS: NamedOdds = { weights: {}, small: {}, bias: 0, units: [] }
const EMPTY: ModelFile = {
  echoes: {},
  usualEcho: 1,
  absences: {},
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
