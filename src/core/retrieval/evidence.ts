import type { Passage, Sentence } from '../library/document.ts'
import { kindSpans } from './kind.ts'
import type { Plan } from './plan.ts'
import type { Ranked } from './rank.ts'
import { wordsOf } from './words.ts'

/** A sentence that answers, or comes nearest. */
export interface Evidence {
  passage: Passage
  sentence: Sentence
  /** Sentences of the same passage that it cannot be understood without, in the passage's order. */
  also: Sentence[]
  /** The key words in the sentence: offsets, in order, apart. */
  marks: Range[]
  /** 0..1 */
  confidence: number
}

export interface Range {
  start: number
  end: number
}

const LEANS_BACK =
  /^["“(]?(?:They|It|He|She|These|Those|This|Such|Their|Its|His|Her|Both|The (?:former|latter|same))\b/u

export function toEvidence(plan: Plan, best: Ranked, confidence: number): Evidence {
  const { passage, sentence, position } = best
  const before = passage.sentences[position - 1]
  const also = before && LEANS_BACK.test(sentence.text) ? [before] : []
  return { passage, sentence, also, marks: marksIn(plan, sentence.text), confidence }
}

/** The question's words where the text has them, and what answers its kind; neighbours become one mark. */
function marksIn(plan: Plan, text: string): Range[] {
  const words = wordsOf(text).filter((word) => plan.terms.some((term) => term.matches.has(word.term)))
  const answer = nearest(kindSpans(plan, text), words)
  const ranges = [...words, ...answer].sort((a, b) => a.start - b.start || a.end - b.end)
  const marks: Range[] = []
  for (const { start, end } of ranges) {
    const last = marks.at(-1)
    if (last && /^[\s\-–—'’&/]*$/u.test(text.slice(last.end, start))) last.end = Math.max(last.end, end)
    else marks.push({ start, end })
  }
  return marks
}

/** Of several things of the kind asked for, the one that stands closest to the question's words. */
function nearest(spans: readonly Range[], words: readonly Range[]): Range[] {
  const gap = (span: Range): number =>
    Math.min(...words.map((word) => Math.max(word.start - span.end, span.start - word.end, 0)))
  const first = spans.toSorted((a, b) => gap(a) - gap(b) || a.start - b.start)[0]
  return first ? [first] : []
}
