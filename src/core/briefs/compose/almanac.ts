import type { Breathe } from '../../breath.ts'
import type { Passage, Sentence } from '../../library/document.ts'
import type { Index } from '../../retrieval/index.ts'
import { type Dated, datesIn } from './dates.ts'
import { markOf } from './line.ts'
import { keyOf, type Section, sectionsIn } from './section.ts'

/** The library as briefs see it. */
export interface Pages {
  passages: readonly Passage[]
  sections: readonly Section[]
  /** The section of a file below these headings, in which a passage stands. */
  sectionOf: (place: Pick<Section, 'file' | 'headings'>) => Section | undefined
  /** The same for passages of the same text. */
  markOf: (passage: Passage) => string
  /** The sentences that name days. */
  dated: readonly DatedSentence[]
}

export interface DatedSentence {
  passage: Passage
  sentence: Sentence
  dates: readonly Dated[]
}

interface Read {
  mark: string
  dated: DatedSentence[]
}

/** Reads each passage of the library once; while it reads, anything else goes on. */
export function createAlmanac(index: Index, breathe: Breathe): () => Promise<Pages> {
  const known = new WeakMap<Passage, Read>()
  let made: Pages | null = null
  const read = (passage: Passage): Read => {
    const seen = known.get(passage)
    if (seen) return seen
    const language = index.languageOf(passage).code
    const dated = passage.sentences.flatMap((sentence) => {
      const dates = datesIn(sentence.text, language)
      return dates.length > 0 ? [{ passage, sentence, dates }] : []
    })
    const fresh = { mark: markOf(passage.text), dated }
    known.set(passage, fresh)
    return fresh
  }
  return async () => {
    const { passages } = index
    if (made?.passages === passages) return made
    const dated: DatedSentence[] = []
    for (const passage of passages) {
      dated.push(...read(passage).dated)
      await breathe()
    }
    const sections = sectionsIn(passages)
    await breathe()
    const byKey = new Map(sections.map((section) => [keyOf(section), section]))
    made = {
      passages,
      sections,
      sectionOf: (place) => byKey.get(keyOf(place)),
      markOf: (passage) => read(passage).mark,
      dated,
    }
    return made
  }
}
