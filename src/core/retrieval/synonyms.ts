/** The library's words that mean much the same as a word of a question. */

import { ENGLISH, type Language } from './language.ts'
import type { PlannedTerm } from './plan.ts'
import listed from './synonyms.json' with { type: 'json' }
import type { Vocabulary } from './vocabulary.ts'

let synonyms: ReadonlyMap<string, readonly string[]> | undefined

/** By the number of a term of the library: the places of the question's terms. English only. */
export function synonymsOf(
  vocabulary: Vocabulary,
  language: Language,
  terms: readonly PlannedTerm[],
): Map<number, number[]> {
  const found = new Map<number, number[]>()
  if (language !== ENGLISH) return found
  // Read when it is first asked for, not at the start.
  synonyms ??= read(listed.stems)
  for (const [at, { meant, name, number }] of terms.entries()) {
    if (name || number) continue
    for (const stem of synonyms.get(meant) ?? []) {
      const term = vocabulary.numberOf(stem)
      if (term === 0) continue
      const known = found.get(term)
      if (known) known.push(at)
      else found.set(term, [at])
    }
  }
  return found
}

/** Lines of a stem and those that mean much the same. */
function read(lines: string): Map<string, readonly string[]> {
  return new Map(
    lines.split('|').map((line) => {
      const [stem = '', ...others] = line.split(' ')
      return [stem, others]
    }),
  )
}
