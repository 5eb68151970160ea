import type { Passage, Sentence } from '../../library/document.ts'
import type { Index } from '../../retrieval/index.ts'
import { Shape } from '../../retrieval/shape.ts'
import { formOf } from '../../retrieval/tokens.ts'
import type { Pages } from './almanac.ts'
import { centralityOf, type Terms } from './central.ts'
import { type Line, markOf } from './line.ts'
import type { Section } from './section.ts'

/** Chooses what stands for a part of the documents. */
export interface Chooser {
  /** The most central sentence of a section; null where it has none that was not shown. */
  keyLine: (section: Section | undefined, without: ReadonlySet<string>) => Line | null
  /** The one or two most central sentences of a passage in its section, of no more characters in all. */
  sentencesOf: (passage: Passage, without: ReadonlySet<string>, room: number) => readonly Sentence[]
}

interface Candidate {
  passage: Passage
  sentence: Sentence
  score: number
}

const SHORTEST_WORDS = 5
const LONGEST = 320
/** Below so little of the best one's centrality a second sentence adds nothing. */
const SECOND = 0.5
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/gu
const LEANING =
  /^(?:they|it|he|she|these|those|this|that|such|their|its|his|her|however|but|and|also|then|therefore)\b/i

export function createChooser(index: Index, pages: Pages): Chooser {
  const judged = new Map<Section, Candidate[]>()
  const judge = (section: Section): Candidate[] => {
    const known = judged.get(section)
    if (known) return known
    const fresh = candidatesOf(section, index)
    judged.set(section, fresh)
    return fresh
  }
  const usable = (section: Section, without: ReadonlySet<string>): Candidate[] =>
    judge(section).filter(({ sentence }) => !without.has(markOf(sentence.text)))
  return {
    keyLine(section, without) {
      const best = section && usable(section, without)[0]
      return best ? { passage: best.passage, sentences: [best.sentence] } : null
    },
    sentencesOf(passage, without, room) {
      const section = pages.sectionOf(passage)
      const own = section ? usable(section, without).filter((one) => one.passage === passage) : []
      const fitting = own.filter(({ sentence }) => sentence.text.length <= room)
      const [best, ...others] = fitting.length > 0 ? fitting : own.slice(0, 1)
      if (!best) return []
      const place = ({ sentence }: Candidate): number => passage.sentences.indexOf(sentence)
      const second = others.find(
        (one) =>
          one.score >= SECOND * best.score &&
          place(one) === place(best) + 1 &&
          one.sentence.text.length + best.sentence.text.length <= room,
      )
      return second ? [best.sentence, second.sentence] : [best.sentence]
    },
  }
}

/** A section's sentences, the most central first; those that lean on what was said before, or say little, last. */
function candidatesOf(section: Section, index: Index): Candidate[] {
  const found = section.passages.flatMap((passage) => {
    const sentences = termsOf(index, passage)
    return passage.sentences.map((sentence, i) => ({ passage, sentence, terms: sentences[i] ?? [] }))
  })
  const { vocabulary, sentences: all } = index
  const rarity = (term: number): number => Math.log(1 + all / (1 + vocabulary.frequency(term)))
  const scores = centralityOf(
    found.map(({ terms }) => terms),
    rarity,
  )
  const judged = found
    .map(({ passage, sentence }, i) => ({ passage, sentence, score: (scores[i] ?? 0) * soundness(sentence) }))
    .sort((a, b) => b.score - a.score)
  const sound = judged.filter(
    ({ sentence }) => sentence.text.length <= LONGEST && wordsIn(sentence) >= SHORTEST_WORDS,
  )
  return sound.length > 0 ? sound : judged
}

/** How well a sentence stands alone, 0..1. */
function soundness({ text }: Sentence): number {
  if (/[:;]$/.test(text.trim())) return 0.2
  return LEANING.test(text) ? 0.4 : 1
}

/** In writing without spaces two letters are about a word. */
function wordsIn({ text }: Sentence): number {
  return text.split(/\s+/).length + (text.match(UNSPACED)?.length ?? 0) / 2
}

/** The terms of each of a passage's sentences, without stop words: the library does not count them, so they would pass for rare. */
function termsOf(index: Index, passage: Passage): Terms[] {
  const sentences: number[][] = [[]]
  const { vocabulary } = index
  for (const token of index.tokens(passage)) {
    const form = formOf(token)
    if (token === 0) sentences.push([])
    else if (!(vocabulary.shapeOf(form) & Shape.stop)) sentences.at(-1)?.push(vocabulary.termOf(form))
  }
  return sentences
}
