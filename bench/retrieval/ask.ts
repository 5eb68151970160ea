/** A question put to a library, as the shipped code would, and all that is learned from on the way. */

import { findCandidates } from '../../src/core/retrieval/candidates.ts'
import type { Index } from '../../src/core/retrieval/index.ts'
import type { Model } from '../../src/core/retrieval/model.ts'
import { type Plan, planQuestion } from '../../src/core/retrieval/plan.ts'
import { type Ranked, rankSentences } from '../../src/core/retrieval/rank.ts'
import { signalsOf } from '../../src/core/retrieval/signals.ts'
import type { Case } from './cases.ts'

export function isRight({ answers }: Case, best: Ranked | undefined): boolean {
  return best !== undefined && answers.has(`${best.passage.key}/${best.position}`)
}

export interface Attempt {
  plan: Plan
  ranked: Ranked[]
  signals: number[]
}

export function ask(index: Index, model: Model, question: string): Attempt {
  const plan = planQuestion(index, model, question)
  const candidates = findCandidates(plan, index)
  const ranked = rankSentences(plan, index, model, candidates)
  return { plan, ranked, signals: signalsOf(plan, index, candidates, ranked) }
}
