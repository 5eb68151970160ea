import type { Passage } from '../library/document.ts'
import { findCandidates } from './candidates.ts'
import { confidenceIn, odds } from './confidence.ts'
import { type Evidence, toEvidence } from './evidence.ts'
import type { Index } from './index.ts'
import { MODEL, type Model } from './model.ts'
import { isNearlySame } from './near-duplicate.ts'
import { type Plan, planQuestion } from './plan.ts'
import { type Ranked, rankSentences } from './rank.ts'
import { signalsOf } from './signals.ts'

/** What the library has on a question. */
export interface Finding {
  /** nothing: no passage shares a word with the question. */
  outcome: 'answered' | 'nearest' | 'nothing'
  /** Of an answer: without reserve, or with; of what comes nearest: it may answer, or hardly. */
  how: 'surely' | 'probably' | 'perhaps' | 'hardly'
  /** How likely the best sentence answers, 0..1. */
  confidence: number
  /** The names of the question that the library has never seen: what it asks of them nothing answers. */
  unseen: readonly string[]
  best: Evidence | null
  /** The best passages with their best sentence, the best first. */
  passages: Found[]
}

export interface Found {
  passage: Passage
  /** Its best sentence: made when it is asked for, since few are shown. */
  evidence: () => Evidence
  score: number
}

export const MOST_PASSAGES = 10

/** Answers from the index alone: the same question on the same library gives the same finding. */
export function retrieve(
  index: Index,
  text: string,
  thread: readonly string[] = [],
  model: Model = MODEL,
): Finding {
  const plan = planQuestion(index, model, text, thread)
  const candidates = findCandidates(plan, index)
  const ranked = rankSentences(plan, index, model, candidates)
  const signals = signalsOf(plan, index, candidates, ranked)
  const confidence = confidenceIn(model.confidence, signals)
  const passages = bestOfEach(index, ranked).map((best) => {
    const evidence = (): Evidence => toEvidence(plan, index, best, ranked)
    return { passage: best.passage, evidence, score: Math.round(best.score * 10_000) / 10_000 }
  })
  const best = passages[0]?.evidence() ?? null
  const how = best ? howSure(model, plan, confidence, signals) : 'hardly'
  const answered = how === 'surely' || how === 'probably'
  const outcome = answered ? 'answered' : best ? 'nearest' : 'nothing'
  return { outcome, how, confidence, unseen: plan.unseen, best, passages }
}

/** Of the topic's weight, so much has to stand in a sentence that is about it. */
const ABOUT = 0.6

/** The passages on a topic, the best first, each with the best sentence that is about it. */
export function related(index: Index, topic: string, most: number): Pick<Ranked, 'passage' | 'sentence'>[] {
  const plan = planQuestion(index, MODEL, topic)
  const cover = ({ reading }: Ranked): number =>
    plan.terms.reduce((sum, { weight }, i) => sum + weight * (reading.strength[i] ?? 0), 0) / plan.weight
  const ranked = rankSentences(plan, index, MODEL, findCandidates(plan, index, most))
  return bestOfEach(
    index,
    ranked.filter((one) => cover(one) >= ABOUT),
    most,
  )
}

/** A name that the library has never seen is in no answer; a number that it has not leaves a reserve. */
function howSure(
  { bars, confidence: { answers } }: Model,
  plan: Plan,
  confidence: number,
  signals: readonly number[],
): Finding['how'] {
  const has = odds(answers, signals)
  if (confidence < bars.answer || has < bars.may) return 'hardly'
  if (has < bars.has || plan.unseen.length > 0) return 'perhaps'
  const unseenNumber = plan.terms.some(({ number, matches }) => number && matches.length === 0)
  return confidence >= bars.sure && !unseenNumber ? 'surely' : 'probably'
}

/** The best sentence of each passage; a passage that says the same as a better one only fills the list. */
function bestOfEach(index: Index, ranked: readonly Ranked[], most = MOST_PASSAGES): Ranked[] {
  const seen = new Set<Passage>()
  const best: Ranked[] = []
  for (const one of ranked) {
    if (seen.has(one.passage)) continue
    seen.add(one.passage)
    const tokens = index.tokens(one.passage)
    if (best.some(({ passage }) => isNearlySame(index.tokens(passage), tokens))) continue
    best.push(one)
    if (best.length === most) break
  }
  return best
}
