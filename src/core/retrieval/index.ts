import MiniSearch from 'minisearch'
import type { Passage } from '../library/document.ts'
import { ENGLISH, type Language } from './language.ts'
import { createTokens } from './tokens.ts'
import { createVocabulary, type Vocabulary } from './vocabulary.ts'
import { wordsOf } from './words.ts'

/** A passage that shares words with the question, with MiniSearch's BM25+ score. */
export interface Candidate {
  passage: Passage
  score: number
}

/** The searchable library. */
export interface Index {
  readonly passages: readonly Passage[]
  /** How many sentences the library holds. */
  readonly sentences: number
  readonly vocabulary: Vocabulary
  /** Those of the documents, the most used first. */
  readonly languages: readonly Language[]
  languageOf(passage: Passage): Language
  /** A passage's words: see `toToken`; each sentence ends with a 0. */
  tokens(passage: Passage): Uint32Array
  /** The words of the document's title and of the headings above a passage. */
  headings(passage: Passage): Uint32Array
  /** The best passages that hold any of the terms, each weighed by its boost; ties in the library's order. */
  search(terms: ReadonlyMap<string, number>, limit: number): Candidate[]
}

/** Words that stand in headings count for every passage below them, a little less than the passage's own. */
const HEADING_BOOST = 0.6

/** `byFile` tells in which language a document is; English where it does not. */
export function createIndex(
  passages: readonly Passage[],
  byFile: ReadonlyMap<string, Language> = new Map(),
): Index {
  const languageOf = ({ file }: Pick<Passage, 'file'>): Language => byFile.get(file) ?? ENGLISH
  const vocabulary = createVocabulary()
  const texts = createTokens()
  const headings = createTokens()
  const headingsAt = new Map<string, number>()
  const under: number[] = []
  const search = new MiniSearch<{ id: number; text: string; headings: string }>({
    fields: ['text', 'headings'],
    tokenize: (terms) => terms.split(' ').filter((term) => term !== ''),
    processTerm: (term) => term,
    searchOptions: { boost: { headings: HEADING_BOOST } },
  })
  let sentences = 0
  for (const passage of passages) {
    const language = languageOf(passage)
    sentences += passage.sentences.length
    const terms = passage.sentences.flatMap(({ text }) => {
      const words = texts.add(vocabulary, wordsOf(text, language))
      vocabulary.countSentence(words)
      return words
    })
    texts.end()
    const above = [passage.document, ...passage.headings].join('\n')
    let place = headingsAt.get(above)
    if (place === undefined) {
      headings.add(vocabulary, wordsOf(above, language))
      place = headings.end()
      headingsAt.set(above, place)
    }
    under.push(place)
    const titles = headings.terms(vocabulary, place)
    vocabulary.countPassage(terms, titles)
    search.add({ id: passage.id, text: namesOf(terms), headings: namesOf(titles) })
  }
  function namesOf(terms: readonly number[]): string {
    return terms.map((term) => vocabulary.nameOf(term)).join(' ')
  }
  return {
    passages,
    sentences,
    vocabulary,
    languages: languagesIn(passages, languageOf),
    languageOf,
    tokens: ({ id }) => texts.at(id),
    headings: ({ id }) => headings.at(under[id] ?? 0),
    search(terms, limit) {
      const query = [...terms.keys()].join(' ')
      const found = search.search(query, { boostTerm: (term) => terms.get(term) ?? 1 })
      found.sort((a, b) => b.score - a.score || a.id - b.id)
      return found.slice(0, limit).flatMap(({ id, score }) => {
        const passage = passages[id]
        return passage ? [{ passage, score }] : []
      })
    },
  }
}

function languagesIn(passages: readonly Passage[], languageOf: (passage: Passage) => Language): Language[] {
  const counts = new Map<Language, number>()
  for (const passage of passages) {
    const language = languageOf(passage)
    counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([language]) => language)
}
