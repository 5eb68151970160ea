/** Cross-validation by article: what is reported of an article was learned from the others. */

import { confidenceIn, odds } from '../../src/core/retrieval/confidence.ts'
import { type Model, toModel } from '../../src/core/retrieval/model.ts'
import { type Case, createCases, type Kind } from './cases.ts'
import { ask, fitModel, isRight } from './fit.ts'
import type { Squad } from './sets.ts'

const FOLDS = 5

/** Articles are dealt out in the order of their names. */
export function foldsOf(squad: Squad): ((document: string) => boolean)[] {
  const named = (questions: readonly { document: string }[]): string[] =>
    [...new Set(questions.map(({ document }) => document))].sort()
  const articles = [...named(squad.labelled), ...named(squad.unlabelled)]
  return Array.from({ length: FOLDS }, (_, fold) => (document) => articles.indexOf(document) % FOLDS === fold)
}

/** The model of each fold, in the order of `foldsOf`: made without its articles. */
export function fitFolds(squad: Squad, tell: (line: string) => void): Model[] {
  const folds = foldsOf(squad)
  return folds.map((inFold, i) => {
    tell(`fold ${i + 1} of ${folds.length}`)
    const fitted = fitModel(squad, (document) => !inFold(document))
    return toModel({ ...fitted, bars: { answer: 0.5, sure: 0.5, has: 0 } })
  })
}

export interface Judged {
  kind: Kind
  document: string
  question: string
  confidence: number
  about: number
  answers: number
  right: boolean
}

/** All cases, each judged by a model that has seen nothing of its article. */
export function judge(squad: Squad, models: readonly Model[]): Judged[] {
  return foldsOf(squad).flatMap((inFold, i) => {
    const model = models[i]
    return model ? createCases(squad, inFold).map((one) => judgeOne(one, model)) : []
  })
}

export function judgeOne(one: Case, model: Model): Judged {
  const { ranked, signals } = ask(one.index, model, one.question)
  const { kind, document, question } = one
  const { about, answers } = model.confidence
  return {
    kind,
    document,
    question,
    about: odds(about, signals),
    answers: odds(answers, signals),
    confidence: confidenceIn(model.confidence, signals),
    right: isRight(one, ranked[0]),
  }
}
