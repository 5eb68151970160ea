/** Questions with the sentence that answers them. */

import type { Passage } from '../../src/core/library/document.ts'
import { createIndex, type Index } from '../../src/core/retrieval/index.ts'
import { type Asked, libraryOf, type OwnDocument } from './own.ts'
import { sentenceAt, type Squad, toSources } from './sets.ts'

export interface Answerable {
  question: string
  /** How it is put, where somebody put it so on purpose. */
  put?: Asked['kind']
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

/** In a library of all of our own documents. */
export function ownAnswerable(own: readonly OwnDocument[], about: About): Answerable[] {
  const index = libraryOf(own)
  return own.filter(({ document }) => about(document)).flatMap((one) => answerableIn(one, index))
}

/** Each document in a library of its own. */
export function aloneAnswerable(own: readonly OwnDocument[], about: About): Answerable[] {
  return own.filter(({ document }) => about(document)).flatMap((one) => answerableIn(one, libraryOf([one])))
}

function answerableIn({ document, asked }: OwnDocument, index: Index): Answerable[] {
  const passages = index.passages.filter(({ file }) => file === document)
  return asked.flatMap(({ kind, question, gold }) =>
    passages
      .map((passage) => ({ passage, position: passage.sentences.findIndex(({ text }) => text === gold) }))
      .filter(({ position }) => position >= 0)
      .map((found) => ({ question, put: kind, document, index, ...found })),
  )
}
