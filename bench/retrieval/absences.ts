/** What it says that a word of a question is not in the sentence that comes first, from our own questions. */

import { rounded } from './rounded.ts'

/** A question whose best sentence answers it, or that the document leaves open. */
export interface Outcome {
  document: string
  answers: boolean
  /** The terms of the question that the sentence lacks, but for names and numbers. */
  lacks: readonly string[]
}

/** In questions about so many documents, so that a word tells of questions and not of a document. */
const DOCUMENTS = 3
/** Added to each count: a word that was met a few times says little. */
const PRIOR = 4

interface Count {
  answered: number
  open: number
  documents: Set<string>
}

/**
 * By term, the log of how much more often it is absent from an answer than from what comes nearest to an open question. What
 * is learned for a document's own questions comes from the others: give the document to leave out.
 */
export function absencesIn(outcomes: readonly Outcome[], without?: string): Record<string, number> {
  const counts = new Map<string, Count>()
  const all = { answered: PRIOR, open: PRIOR }
  for (const { document, answers, lacks } of outcomes) {
    if (document === without) continue
    for (const term of lacks) {
      const count = counts.get(term) ?? { answered: 0, open: 0, documents: new Set() }
      const as = answers ? 'answered' : 'open'
      count[as] += 1
      all[as] += 1
      count.documents.add(document)
      counts.set(term, count)
    }
  }
  const known = [...counts].filter(([, { documents }]) => documents.size >= DOCUMENTS)
  const ratios = known.map(([term, { answered, open }]): [string, number] => [
    term,
    rounded(Math.log((answered + PRIOR) / all.answered / ((open + PRIOR) / all.open)), 2),
  ])
  return Object.fromEntries(ratios.filter(([, ratio]) => ratio !== 0).sort(([a], [b]) => (a < b ? -1 : 1)))
}
