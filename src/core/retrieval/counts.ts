/** How often the terms of some passages stand in a library, by the term's number; what is taken out counts below zero. */
export interface Counts {
  /** In how many sentences. */
  sentences: number[]
  /** In how many passages, and how many stand below headings that hold it. */
  postings: number[]
}

export type Counter = ReturnType<typeof createCounts>

/** Adds up passages one by one. */
export function createCounts() {
  const counts: Counts = { sentences: [], postings: [] }
  /** By term: the last sentence and passage it was counted for. */
  const last: Counts = { sentences: [], postings: [] }
  let at = 0
  const count = (which: keyof Counts, term: number, times: number): void => {
    if (last[which][term] === at) return
    last[which][term] = at
    counts[which][term] = (counts[which][term] ?? 0) + times
  }
  return {
    counts,
    /** Terms as `Tokens` gives them. `times` is -1 for what is taken out. Gives the number of sentences. */
    add(text: Iterable<number>, headings: Iterable<number>, times: 1 | -1): number {
      const terms = [...text]
      at += 1
      for (const term of terms) if (term > 0) count('postings', term, times)
      at += 1
      for (const term of headings) if (term > 0) count('postings', term, times)
      let sentences = 0
      for (const term of terms) {
        if (term > 0) count('sentences', term, times)
        else {
          sentences += 1
          at += 1
        }
      }
      return sentences * times
    },
  }
}
