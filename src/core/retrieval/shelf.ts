import MiniSearch from 'minisearch'
import type { Passage } from '../library/document.ts'
import type { Counter, Counts } from './counts.ts'
import { createHeadings } from './headings.ts'
import type { Language } from './language.ts'
import { createTokens } from './tokens.ts'
import { createVocabulary } from './vocabulary.ts'
import { wordsOf } from './words.ts'

/** Words that stand in headings count for every passage below them, a little less than the passage's own. */
const HEADING_BOOST = 0.6

interface Entry {
  id: number
  text: string
  headings: string
}

/** What passages are found by: their words, and MiniSearch's index of their terms. What was put is hidden until it is shown. */
export function createShelf() {
  const vocabulary = createVocabulary()
  const texts = createTokens(vocabulary)
  const headings = createHeadings(vocabulary)
  const hidden = new Set<number>()
  const index = new MiniSearch<Entry>({
    fields: ['text', 'headings'],
    tokenize: (terms) => terms.split(' ').filter((term) => term !== ''),
    processTerm: (term) => term,
    searchOptions: { boost: { headings: HEADING_BOOST } },
  })
  const namesOf = (terms: Iterable<number>): string => {
    let names = ''
    for (const term of terms) if (term > 0) names += `${vocabulary.nameOf(term)} `
    return names
  }
  const entryOf = (id: number): Entry => ({
    id,
    text: namesOf(texts.terms(id)),
    headings: namesOf(headings.terms(id)),
  })
  return {
    vocabulary,
    tokens: (id: number): Uint32Array => texts.at(id),
    headings: (id: number): Uint32Array => headings.at(id),
    put(passage: Passage, language: Language): void {
      const { id, sentences } = passage
      texts.put(
        id,
        sentences.map(({ text }) => wordsOf(text, language)),
      )
      headings.put(passage, language)
      hidden.add(id)
      index.add(entryOf(id))
    },
    /** Gives the number of sentences, below zero for what is to go. */
    count: (id: number, counter: Counter, times: 1 | -1): number =>
      counter.add(texts.terms(id), headings.terms(id), times),
    /** The one step in which all changes that a question can see. */
    show(added: readonly Passage[], removed: readonly Passage[], counts: Counts): void {
      for (const { id } of added) hidden.delete(id)
      for (const { id } of removed) hidden.add(id)
      vocabulary.count(counts)
    },
    drop(id: number): void {
      index.remove(entryOf(id))
      hidden.delete(id)
      texts.drop(id)
      headings.drop(id)
    },
    search(terms: ReadonlyMap<string, number>): { id: number; score: number }[] {
      const boostTerm = (term: string): number => terms.get(term) ?? 1
      const shown = hidden.size > 0 && { filter: ({ id }: { id: number }) => !hidden.has(id) }
      return index.search([...terms.keys()].join(' '), { boostTerm, ...shown }) as {
        id: number
        score: number
      }[]
    },
  }
}
