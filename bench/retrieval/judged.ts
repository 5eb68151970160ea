import { confidenceIn, odds } from '../../src/core/retrieval/confidence.ts'
import type { Model } from '../../src/core/retrieval/model.ts'
import { ask, isRight } from './ask.ts'
import type { Case, Kind } from './cases.ts'

/** What a model makes of a case, apart from its bars. */
export interface Judged {
  kind: Kind
  document: string
  question: string
  confidence: number
  about: number
  answers: number
  put?: Case['put']
  /** It names what the library has never seen. */
  unseen: boolean
  right: boolean
}

export function judge(one: Case, model: Model): Judged {
  const { plan, ranked, signals } = ask(one.index, model, one.question)
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
    unseen: plan.unseen.length > 0,
    right: isRight(one, ranked[0]),
  }
}
