/** Cross-validation by article: what is reported of an article was learned from the others. */

import { confidenceIn, odds } from '../../src/core/retrieval/confidence.ts'
import { type Model, toModel } from '../../src/core/retrieval/model.ts'
import { ask, isRight } from './ask.ts'
import { type Case, createCases, type Kind, type Material } from './cases.ts'
import { fitModel } from './fit.ts'

const FOLDS = 5

/** Documents are dealt out in the order of their names. */
export function foldsOf({ squad, own }: Material): ((document: string) => boolean)[] {
  const named = (questions: readonly { document: string }[]): string[] =>
    [...new Set(questions.map(({ document }) => document))].sort()
  const documents = [...named(squad.labelled), ...named(squad.unlabelled), ...named(own)]
  return Array.from(
    { length: FOLDS },
    (_, fold) => (document) => documents.indexOf(document) % FOLDS === fold,
  )
}

/** The model of each fold, in the order of `foldsOf`: made without its documents. */
export function fitFolds(material: Material, tell: (line: string) => void): Model[] {
  const folds = foldsOf(material)
  return folds.map((inFold, i) => {
    tell(`fold ${i + 1} of ${folds.length}`)
    const fitted = fitModel(material, (document) => !inFold(document))
    return toModel({ ...fitted, bars: { answer: 0.5, sure: 0.5, has: 0, may: 0 } })
  })
}

export interface Judged {
  kind: Kind
  document: string
  question: string
  confidence: number
  about: number
  answers: number
  put?: Case['put']
  right: boolean
}

/** All cases, each judged by a model that has seen nothing of its article. */
export function judge(material: Material, models: readonly Model[]): Judged[] {
  return foldsOf(material).flatMap((inFold, i) => {
    const model = models[i]
    return model ? createCases(material, inFold).map((one) => judgeOne(one, model)) : []
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
    ...(one.put !== undefined && { put: one.put }),
    right: isRight(one, ranked[0]),
  }
}
