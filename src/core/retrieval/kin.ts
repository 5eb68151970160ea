/** The library's words that begin like a word of a question, and may be kin to it. */

import type { PlannedTerm } from './plan.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Kin begin alike for more than half of the word, and are not much longer. */
const KIN_BEGINS = 0.6
const KIN_LETTERS = 4
const KIN_LONGER = 1.7
const MOST_KIN = 100

/** By the number of a term of the library: the places of the question's terms. */
export function kinOf(vocabulary: Vocabulary, terms: readonly PlannedTerm[]): Map<number, number[]> {
  const found = new Map<number, number[]>()
  for (const [at, { form, number, matches }] of terms.entries()) {
    if (number || form.length <= KIN_LETTERS) continue
    const begins = form.slice(0, Math.max(KIN_LETTERS, Math.ceil(form.length * KIN_BEGINS)))
    let looked = 0
    for (const [kin, kinNumber] of vocabulary.forms.atPrefix(begins)) {
      looked += 1
      if (looked > MOST_KIN) break
      const term = vocabulary.termOf(kinNumber)
      if (kin.length > form.length * KIN_LONGER || matches.some((match) => match.term === term)) continue
      const known = found.get(term)
      if (!known) found.set(term, [at])
      else if (!known.includes(at)) known.push(at)
    }
  }
  return found
}
