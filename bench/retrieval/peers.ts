/** Other engines as their tutorials set them up, on the same texts. */

import { create, insertMultiple, search as searchOrama } from '@orama/orama'
import Database from 'libsql'
import MiniSearch, { type Options } from 'minisearch'
import { wordsOf } from '../../src/core/retrieval/words.ts'

export interface Hit {
  /** The text's place among those indexed. */
  id: number
  score: number
}

export interface Peer {
  name: string
  /** Its index is not on JavaScript's heap. */
  native?: true
  build(texts: readonly string[]): Promise<Search>
}

/** The best ten texts for a question, the best first. */
export type Search = (question: string) => Hit[] | Promise<Hit[]>

const HITS = 10

export const DEFAULTS: Peer = miniSearch('MiniSearch, defaults', {})
export const FUZZY: Peer = miniSearch('MiniSearch, fuzzy + prefix', {
  searchOptions: { fuzzy: 0.2, prefix: true },
})
export const STEMS: Peer = miniSearch('MiniSearch, stems + stop words', {
  tokenize: (text) =>
    wordsOf(text)
      .filter(({ stop }) => !stop)
      .map(({ term }) => term),
  processTerm: (term) => term,
})

function miniSearch(name: string, options: Partial<Options<{ id: number; text: string }>>): Peer {
  return {
    name,
    async build(texts) {
      const index = new MiniSearch({ fields: ['text'], ...options })
      index.addAll(texts.map((text, id) => ({ id, text })))
      return (question) =>
        index
          .search(question)
          .slice(0, HITS)
          .map(({ id, score }) => ({ id: Number(id), score }))
    },
  }
}

export const FTS5: Peer = {
  name: 'SQLite FTS5, porter, stop words',
  native: true,
  async build(texts) {
    const database = new Database(':memory:')
    database.exec("create virtual table texts using fts5(text, tokenize = 'porter unicode61')")
    const insert = database.prepare('insert into texts (rowid, text) values (?, ?)')
    database.transaction(() => texts.forEach((text, id) => insert.run(id, text)))()
    const select = database.prepare(
      'select rowid as id, -bm25(texts) as score from texts where texts match ? order by rank limit 10',
    )
    return (question) => {
      const words = wordsOf(question).filter(({ stop }) => !stop)
      const query = words.map(({ form }) => `"${form.replaceAll('"', '')}"`).join(' OR ')
      return query === '' ? [] : (select.all(query) as Hit[])
    }
  },
}

export const ORAMA: Peer = {
  name: 'Orama, stems + stop words',
  async build(texts) {
    const index = create({
      schema: { text: 'string' },
      components: { tokenizer: { language: 'english', stemming: true } },
    })
    await insertMultiple(
      index,
      texts.map((text, id) => ({ id: String(id), text })),
    )
    return async (question) => {
      const words = wordsOf(question).filter(({ stop }) => !stop)
      const term = words.map(({ form }) => form).join(' ')
      const { hits } = await searchOrama(index, { term, limit: HITS, threshold: 1 })
      return hits.map(({ id, score }) => ({ id: Number(id), score }))
    }
  },
}

export const PEERS: readonly Peer[] = [DEFAULTS, FUZZY, STEMS, FTS5, ORAMA]
