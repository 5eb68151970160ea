import MiniSearch from 'minisearch'
import SearchableMap from 'minisearch/SearchableMap'
import type { Passage } from '../library/document.ts'
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
  /** Sentences that hold each term. */
  readonly frequencies: SearchableMap<number>
  /** The best passages that hold any of the terms, each weighed by its boost; ties in the library's order. */
  search(terms: ReadonlyMap<string, number>, limit: number): Candidate[]
}

/** Words that stand in headings count for every passage below them, a little less than the passage's own. */
const HEADING_BOOST = 0.6

export function createIndex(passages: readonly Passage[]): Index {
  const frequencies = new SearchableMap<number>()
  const search = new MiniSearch<{ id: number; text: string; headings: string }>({
    fields: ['text', 'headings'],
    tokenize: (terms) => terms.split(' ').filter((term) => term !== ''),
    processTerm: (term) => term,
    searchOptions: { boost: { headings: HEADING_BOOST } },
  })
  let sentences = 0
  for (const passage of passages) {
    const terms = passage.sentences.map((sentence) => termsOf(sentence.text))
    sentences += terms.length
    for (const list of terms) for (const term of new Set(list)) count(frequencies, term)
    const headings = termsOf([passage.document, ...passage.headings].join(' '))
    search.add({ id: passage.id, text: terms.flat().join(' '), headings: headings.join(' ') })
  }
  return {
    passages,
    sentences,
    frequencies,
    search(terms, limit) {
      const queries = [...terms.keys()]
      const found = search.search(
        { combineWith: 'OR', queries },
        { boostTerm: (term) => terms.get(term) ?? 1 },
      )
      found.sort((a, b) => b.score - a.score || a.id - b.id)
      return found.slice(0, limit).flatMap(({ id, score }) => {
        const passage = passages[id]
        return passage ? [{ passage, score }] : []
      })
    },
  }
}

function termsOf(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !word.stop)
    .map((word) => word.term)
}

function count(frequencies: SearchableMap<number>, term: string): void {
  frequencies.set(term, (frequencies.get(term) ?? 0) + 1)
}
