import type { Id } from '../../contract.ts'
import { readQuestion } from '../../retrieval/question.ts'

/** A question that was asked, by nobody in particular. */
export interface Asked {
  place: Id
  /** Everyone at the place could read it. */
  open: boolean
  answered: boolean
  question: string
}

/** What was asked on a day. */
export interface Tally {
  questions: number
  unanswered: number
  /** What was asked more than once in the open at the place, as it was last put. */
  most: { question: string; times: number } | null
}

/** Questions of all places are counted; only those that the place could read are named. */
export function tally(asked: readonly Asked[], place: Id): Tally {
  const groups = new Map<string, { question: string; times: number }>()
  for (const one of asked) {
    if (!one.open || one.place !== place) continue
    const key = keyOf(one.question)
    if (key !== '') groups.set(key, { question: one.question, times: (groups.get(key)?.times ?? 0) + 1 })
  }
  const most = [...groups.values()].sort((a, b) => b.times - a.times)[0]
  return {
    questions: asked.length,
    unanswered: asked.filter(({ answered }) => !answered).length,
    most: most && most.times > 1 ? most : null,
  }
}

/** The same for questions of the same words, however they are put. */
function keyOf(question: string): string {
  return readQuestion(question)
    .words.map(({ term }) => term)
    .sort()
    .join(' ')
}
