import type { Passage, Sentence } from '../library/document.ts'
import type { Index } from './index.ts'
import type { Plan } from './plan.ts'
import type { Ranked } from './rank.ts'
import { type Word, wordsOf } from './words.ts'

/** A sentence that answers, or comes nearest. */
export interface Evidence {
  passage: Passage
  sentence: Sentence
  /** Sentences of the same passage that belong to the answer, in the passage's order. */
  also: Sentence[]
  /** The key words in the sentence: offsets, in order, apart. */
  marks: Range[]
}

export interface Range {
  start: number
  end: number
}

/** `others` are the ranked sentences, among which those of the same passage may complete the answer. */
export function toEvidence(plan: Plan, index: Index, best: Ranked, others: readonly Ranked[]): Evidence {
  const { passage, sentence } = best
  const same = others.filter((other) => other.passage === passage)
  const leaned = leanedOn(best, same)
  const said = [best, ...same.filter(({ position }) => leaned.includes(position))]
  const places = [...leaned, ...completing(plan, said, same)]
  const also = passage.sentences.filter((_, position) => places.includes(position))
  return { passage, sentence, also, marks: marksIn(plan, index, best) }
}

/** Further back, what a sentence leans on is another matter. */
const MOST_LEANED_ON = 3

/** What it leans on: the sentence before, and those before that as long as they lean too. */
function leanedOn({ position, leansBack }: Ranked, same: readonly Ranked[]): number[] {
  const leans = new Map(same.map((other) => [other.position, other.leansBack]))
  const places: number[] = []
  for (let at = position, leaning = leansBack; leaning && at > 0 && places.length < MOST_LEANED_ON;) {
    at -= 1
    places.unshift(at)
    leaning = leans.get(at) ?? false
  }
  return places
}

/** A question for several things may find the rest of them in another sentence: most of what those said lack and the library has. */
const SEVERAL = /\b(?:and|or|both|as well as)\b|[,;]/i
const LACKS = 0.15
const COMPLETES = 0.6

function completing(plan: Plan, said: readonly Ranked[], same: readonly Ranked[]): number[] {
  if (!SEVERAL.test(plan.asked)) return []
  const has = (i: number): number => Math.max(...said.map(({ reading }) => reading.strength[i] ?? 0))
  const lacking = plan.terms.map(({ weight, matches }, i) =>
    matches.length === 0 ? 0 : weight * (1 - has(i)),
  )
  const all = lacking.reduce((sum, weight) => sum + weight, 0)
  if (all / plan.weight < LACKS) return []
  const gain = ({ reading }: Ranked): number =>
    lacking.reduce((sum, weight, i) => sum + weight * (reading.strength[i] ?? 0), 0) / all
  const other = same.filter((one) => !said.includes(one)).toSorted((a, b) => gain(b) - gain(a))[0]
  return other && gain(other) >= COMPLETES ? [other.position] : []
}

/** The question's words where the text has them, and what answers its kind; neighbours become one mark. */
function marksIn(plan: Plan, index: Index, { passage, sentence, kind }: Ranked): Range[] {
  const words = wordsOf(sentence.text, index.languageOf(passage))
  const asked = words.filter((word) => !word.stop && plan.byTerm.has(index.vocabulary.numberOf(word.term)))
  // Why something is so is told by all that follows, not by "because".
  const places = plan.wanted === 'reason' ? [] : kind.places
  const answer = nearest(runs(words, places), asked)
  const marks: Range[] = []
  for (const { start, end } of [...asked, ...answer].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = marks.at(-1)
    if (last && /^[\s\-–—'’&/]*$/u.test(sentence.text.slice(last.end, start)))
      last.end = Math.max(last.end, end)
    else marks.push({ start, end })
  }
  return marks
}

/** Words that stand side by side are one thing. */
function runs(words: readonly Word[], places: readonly number[]): Range[] {
  const found: (Range & { last: number })[] = []
  for (const place of places) {
    const word = words[place]
    const run = found.at(-1)
    if (!word) continue
    if (run?.last === place - 1) Object.assign(run, { end: word.end, last: place })
    else found.push({ start: word.start, end: word.end, last: place })
  }
  return found
}

/** Of several things of the kind asked for, the one that stands closest to the question's words; both are in order. */
function nearest(spans: readonly Range[], words: readonly Range[]): Range[] {
  let [best, least, next]: [Range | undefined, number, number] = [undefined, Infinity, 0]
  for (const span of spans) {
    while ((words[next]?.start ?? Infinity) < span.start) next += 1
    const gap = Math.min(
      span.start - (words[next - 1]?.end ?? -Infinity),
      (words[next]?.start ?? Infinity) - span.end,
    )
    if (best === undefined || gap < least) [best, least] = [span, gap]
  }
  return best ? [best] : []
}
