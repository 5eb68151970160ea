import { isEnglish } from './english.ts'
import type { PlannedTerm } from './plan.ts'
import { Shape, shapeOf } from './shape.ts'

const TITLES = new Set('mr mrs ms miss dr prof'.split(' '))

/**
 * The names that the library has never seen, as they were written. Not acronyms, which it may have written out, days, nor
 * words that only have a capital.
 */
export function unseenIn(terms: readonly PlannedTerm[]): string[] {
  return terms.flatMap(({ name, matches, text, form, term }) => {
    const names = name && matches.length === 0 && /^\p{Lu}\p{Ll}/u.test(text) && !TITLES.has(form)
    return names && !(shapeOf(form, false) & Shape.time) && !isEnglish(term) ? [text] : []
  })
}
