/** The library's words that mean much the same as a word of a question. */

import { ENGLISH, type Language } from './language.ts'
import type { PlannedTerm } from './plan.ts'
import listed from './synonyms.json' with { type: 'json' }
import type { Vocabulary } from './vocabulary.ts'

/** Each a stem and those that mean much the same, in order of the stems. */
let lines: readonly string[] | undefined

/** By the number of a term of the library: the places of the question's terms. English only. */
export function synonymsOf(
  vocabulary: Vocabulary,
  language: Language,
  terms: readonly PlannedTerm[],
): Map<number, number[]> {
  const found = new Map<number, number[]>()
  if (language !== ENGLISH) return found
  for (const [at, { meant, name, number }] of terms.entries()) {
    if (name || number) continue
    for (const stem of listedWith(meant)) {
      const term = vocabulary.numberOf(stem)
      if (term === 0) continue
      const known = found.get(term)
      if (known) known.push(at)
      else found.set(term, [at])
    }
  }
  return found
}

/** Found by halving: reading them all into a map is a good part of the start. */
function listedWith(stem: string): string[] {
  lines ??= listed.stems.split('|')
  const begins = `${stem} `
  let from = 0
  let to = lines.length
  while (from < to) {
    const half = (from + to) >> 1
    if ((lines[half] ?? '') < begins) from = half + 1
    else to = half
  }
  const line = lines[from] ?? ''
  return line.startsWith(begins) ? line.slice(begins.length).split(' ') : []
}
