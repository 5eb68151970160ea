/** Small words as they slip from the thumb: "wich" asks "which", and "befor" is not a word to look for. */

import SearchableMap from 'minisearch/SearchableMap'
import { isEnglish } from './english.ts'
import { ENGLISH } from './language.ts'
import { isSwap } from './slip.ts'

const RUN_TOGETHER = new Map([
  ['whats', 'what is'],
  ['whos', 'who is'],
  ['wheres', 'where is'],
  ['whens', 'when is'],
  ['hows', 'how is'],
  ['whys', 'why is'],
  ['thats', 'that is'],
  ['theres', 'there is'],
  ['theyre', 'they are'],
  ['theyve', 'they have'],
  ['weve', 'we have'],
  ['whatll', 'what will'],
])
/** Those that a question turns on come first. */
const ASKING = 'which what when where who whose how why many much'.split(' ')
const SHORTEST = 4

let small: SearchableMap<number> | undefined

/** The text with its small words mended; `knows` says which forms the library has, which are left alone. */
export function mendSmallWords(text: string, knows: (form: string) => boolean): string {
  return text.replace(/(?<![\p{L}\p{N}'’])[A-Za-z]{3,15}(?![\p{L}\p{N}'’])/gu, (word, offset: number) => {
    const form = word.toLowerCase()
    if (ENGLISH.stops.has(form) || knows(form)) return word
    const apart = RUN_TOGETHER.get(form)
    if (apart !== undefined) return apart
    const isName = /[A-Z]/.test(offset === 0 ? word.slice(1) : word)
    const isWord = isName || isEnglish(ENGLISH.stem(form))
    return isWord ? word : (meant(form) ?? word)
  })
}

function meant(form: string): string | undefined {
  small ??= SearchableMap.from<number>(
    [...ASKING, ...ENGLISH.stops]
      .filter((word) => word.length >= SHORTEST || ASKING.includes(word))
      .map((word, place): [string, number] => [word, place]),
  )
  const near = Array.from(small.fuzzyGet(form, form.length < SHORTEST ? 1 : 2)).flatMap(
    ([word, [place, edits]]) => (edits === 1 || (edits === 2 && isSwap(form, word)) ? [{ word, place }] : []),
  )
  return near.filter(({ word }) => word.startsWith(form.slice(0, 1))).sort((a, b) => a.place - b.place)[0]
    ?.word
}
