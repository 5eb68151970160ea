/** Questions with the sentence that answers them. */

import type { Passage } from '../../src/core/library/document.ts'
import { createIndex, type Index } from '../../src/core/retrieval/index.ts'
import type { OwnDocument } from './own.ts'
import { sentenceAt, type Squad, toSources } from './sets.ts'

export interface Answerable {
  question: string
  /** The one it was asked about, by which data is split. */
  document: string
  /** A library that holds the document among others. */
  index: Index
  passage: Passage
  /** The sentence's place in the passage. */
  position: number
}

type About = (document: string) => boolean

export function squadAnswerable({ texts, labelled }: Squad, about: About): Answerable[] {
  const sources = toSources(texts)
  const index = createIndex(sources)
  return labelled
    .filter(({ answerable, document }) => answerable && about(document))
    .flatMap(({ question, document, passage: source, answers }) => {
      const passage = sources[source]
      const start = answers[0]?.start
      if (!passage || start === undefined) return []
      return [{ question, document, index, passage, position: sentenceAt(passage, start) }]
    })
}

export function ownAnswerable(own: readonly OwnDocument[], about: About): Answerable[] {
  const passages = own.flatMap((one) => one.passages).map((passage, id) => ({ ...passage, id }))
  const index = createIndex(passages)
  return own
    .filter(({ document }) => about(document))
    .flatMap(({ document, asked }) =>
      asked.flatMap(({ question, gold }) =>
        passages
          .filter(({ file }) => file === document)
          .map((passage) => ({ passage, position: passage.sentences.findIndex(({ text }) => text === gold) }))
          .filter(({ position }) => position >= 0)
          .map((found) => ({ question, document, index, ...found })),
      ),
    )
}
