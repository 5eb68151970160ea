import type { Passage } from '../library/document.ts'
import { createCounts } from './counts.ts'
import { ENGLISH, type Language } from './language.ts'
import { createShelf } from './shelf.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A passage that shares words with the question, with MiniSearch's BM25+ score. */
export interface Candidate {
  passage: Passage
  score: number
}

/** The searchable library. What is read from it between two turns of the event loop is of one revision. */
export interface Index {
  /** In the library's order. */
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
  /** A passage's place in the library's order. */
  placeOf(passage: Passage): number
  /**
   * Takes passages in and out. A question sees all of it or none. A change of a few passages is made at once; a larger
   * one passage by passage, with `breathe` awaited between them, and until it is over scores may count what is not yet,
   * or no longer, to be seen. One update at a time.
   */
  update(change: Change, breathe: () => Promise<void> | undefined): Promise<void>
}

export interface Change {
  /** All passages from now on, in the library's order. Those that stay have the id they had, and the same words. */
  passages: readonly Passage[]
  added: readonly Passage[]
  removed: readonly Passage[]
  /** In which language each file is; English where it does not say. */
  languages: ReadonlyMap<string, Language>
}

/** So many passages are read within a few milliseconds. */
const FEW = 20

export function createIndex(
  passages: readonly Passage[],
  languages: ReadonlyMap<string, Language> = new Map(),
): Index {
  const { index, change } = createEmpty()
  for (const _ of change({ passages, added: passages, removed: [], languages }));
  return index
}

function createEmpty(): { index: Index; change: (change: Change) => Generator<void> } {
  const shelf = createShelf()
  const byId: Passage[] = []
  const places: number[] = []
  const placeOf = (id: number): number => places[id] ?? 0
  const shown = {
    passages: [] as readonly Passage[],
    sentences: 0,
    languages: [] as readonly Language[],
    languageOf: (() => ENGLISH) as Index['languageOf'],
  }
  /** Each step is short; all that can be seen changes within one. */
  function* change({ passages, added, removed, languages }: Change): Generator<void> {
    const languageOf = ({ file }: Passage): Language => languages.get(file) ?? ENGLISH
    const counter = createCounts()
    let { sentences } = shown
    for (const passage of added) {
      shelf.put(passage, languageOf(passage))
      sentences += shelf.count(passage.id, counter, 1)
      yield
    }
    for (const { id } of removed) {
      sentences += shelf.count(id, counter, -1)
      yield
    }
    shelf.show(added, removed, counter.counts)
    for (const [place, passage] of passages.entries()) {
      byId[passage.id] = passage
      places[passage.id] = place
    }
    Object.assign(shown, { passages, sentences, languages: languagesIn(passages, languageOf), languageOf })
    yield
    for (const { id } of removed) {
      shelf.drop(id)
      yield
    }
  }
  const index: Index = Object.assign(shown, {
    vocabulary: shelf.vocabulary,
    tokens: ({ id }: Passage) => shelf.tokens(id),
    headings: ({ id }: Passage) => shelf.headings(id),
    placeOf: ({ id }: Passage) => placeOf(id),
    search(terms: ReadonlyMap<string, number>, limit: number): Candidate[] {
      const found = shelf.search(terms)
      found.sort((a, b) => b.score - a.score || placeOf(a.id) - placeOf(b.id))
      return found.slice(0, limit).flatMap(({ id, score }) => {
        const passage = byId[id]
        return passage ? [{ passage, score }] : []
      })
    },
    async update(next: Change, breathe: () => Promise<void> | undefined): Promise<void> {
      const few = next.added.length + next.removed.length <= FEW
      for (const _ of change(next)) if (!few) await breathe()
    },
  })
  return { index, change }
}

function languagesIn(passages: readonly Passage[], languageOf: (passage: Passage) => Language): Language[] {
  const counts = new Map<Language, number>()
  for (const passage of passages) {
    const language = languageOf(passage)
    counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([language]) => language)
}
