import type { Passage } from '../library/document.ts'
import { ANSWER_BAR, confidenceIn } from './confidence.ts'
import { type Evidence, toEvidence } from './evidence.ts'
import type { Index } from './index.ts'
import { planQuestion } from './plan.ts'
import { type Ranked, rankSentences } from './rank.ts'

/** What the library has on a question. */
export interface Finding {
  /** nothing: no passage shares a word with the question. */
  outcome: 'answered' | 'nearest' | 'nothing'
  best: Evidence | null
  /** The best passages with their best sentence, the best first. */
  passages: Found[]
}

export interface Found {
  passage: Passage
  evidence: Evidence
  score: number
}

const CANDIDATES = 20
export const MOST_PASSAGES = 10

/** Answers from the index alone: the same question on the same library gives the same finding. */
export function retrieve(index: Index, text: string, thread: readonly string[] = []): Finding {
  const plan = planQuestion(index, text, thread)
  const boosts = new Map<string, number>()
  for (const { matches } of plan.terms) {
    for (const [term, strength] of matches) boosts.set(term, Math.max(strength, boosts.get(term) ?? 0))
  }
  const ranked = rankSentences(plan, boosts.size === 0 ? [] : index.search(boosts, CANDIDATES))
  const passages = bestOfEach(ranked).map((best) => {
    const evidence = toEvidence(plan, best, confidenceIn(plan, best))
    return { passage: best.passage, evidence, score: Math.round(best.score * 10_000) / 10_000 }
  })
  const best = passages[0]?.evidence ?? null
  if (!best) return { outcome: 'nothing', best, passages }
  return { outcome: best.confidence >= ANSWER_BAR ? 'answered' : 'nearest', best, passages }
}

function bestOfEach(ranked: readonly Ranked[]): Ranked[] {
  const seen = new Set<Passage>()
  const best: Ranked[] = []
  for (const one of ranked) {
    if (seen.has(one.passage)) continue
    seen.add(one.passage)
    best.push(one)
    if (best.length === MOST_PASSAGES) break
  }
  return best
}
