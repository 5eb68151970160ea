import SearchableMap from 'minisearch/SearchableMap'
import type { Counts } from './counts.ts'
import { shapeOf } from './shape.ts'

/** Every word of a library once, by number. Numbers begin at 1. */
export interface Vocabulary {
  /** Form → its number. */
  readonly forms: SearchableMap<number>
  /** The number of the form, which is new where it was not known. */
  add(form: string, term: string, stop: boolean): number
  /** The number of the term that a form is matched by, 0 for none. */
  termOf(form: number): number
  /** The number of a term, 0 where the library has none. */
  numberOf(term: string): number
  nameOf(term: number): string
  /** What kind of word the form is: bits of `Shape`. */
  shapeOf(form: number): number
  /** What the passages that came and went change about how often terms stand in the library. */
  count(counts: Counts): void
  /** In how many sentences the term stands. */
  frequency(term: number): number
  /** How much looking the term up costs: the passages that hold it, and those below headings that do. */
  postings(term: number): number
}

export function createVocabulary(): Vocabulary {
  const forms = new SearchableMap<number>()
  const terms = new Map<string, number>()
  const names = ['']
  const termOf = [0]
  const shapes = [0]
  const frequencies = [0]
  const postings = [0]
  const toTerm = (term: string): number => {
    const known = terms.get(term)
    if (known !== undefined) return known
    terms.set(term, names.length)
    frequencies.push(0)
    postings.push(0)
    return names.push(term) - 1
  }
  return {
    forms,
    add(form, term, stop) {
      const first = forms.get(form)
      if (first !== undefined && names[termOf[first] ?? 0] === term) return first
      // The same letters in another language.
      const key = first === undefined ? form : `${form}\0${term}`
      const known = forms.get(key)
      if (known !== undefined) return known
      const number = termOf.push(toTerm(term)) - 1
      shapes.push(shapeOf(form, stop))
      forms.set(key, number)
      return number
    },
    termOf: (form) => termOf[form] ?? 0,
    numberOf: (term) => terms.get(term) ?? 0,
    nameOf: (term) => names[term] ?? '',
    shapeOf: (form) => shapes[form] ?? 0,
    count(counts) {
      add(frequencies, counts.sentences)
      add(postings, counts.postings)
    },
    frequency: (term) => frequencies[term] ?? 0,
    postings: (term) => postings[term] ?? 0,
  }
}

function add(totals: number[], counts: readonly number[]): void {
  // Passes over the terms that do not change, unlike a loop.
  counts.forEach((count, term) => {
    totals[term] = (totals[term] ?? 0) + count
  })
}
