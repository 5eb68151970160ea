/** Phrases of a question in which a noun has lost its own meaning. */

import { NOTHING, ONE_WORD } from './phrase-list.ts'
import type { Word } from './words.ts'

interface FixedPhrase {
  words: readonly string[]
  /** The one word that it stands for; none where it says nothing. */
  as?: string
}

/** A phrase where it stands in a text: offsets. */
export interface FoundPhrase {
  start: number
  end: number
  /** Where its last word that carries meaning begins. */
  last: number
  as?: string
}

/** By their first two words: looking through all of them at each word takes longer than answering. */
let byBeginning: ReadonlyMap<string, readonly FixedPhrase[]> | undefined

/** The longest first. */
function readPhrases(): Map<string, FixedPhrase[]> {
  const phrases: FixedPhrase[] = [
    ...listed(ONE_WORD).map((words) => ({ words: words.slice(0, -1), as: words.at(-1) ?? '' })),
    ...listed(NOTHING).map((words) => ({ words })),
  ]
  const found = new Map<string, FixedPhrase[]>()
  for (const phrase of phrases.sort((a, b) => b.words.length - a.words.length)) {
    const beginning = phrase.words.slice(0, 2).join(' ')
    found.set(beginning, [...(found.get(beginning) ?? []), phrase])
  }
  return found
}

function listed(list: string): string[][] {
  return list
    .trim()
    .split(/[|\n]/)
    .map((phrase) => phrase.split(' '))
}

/** The phrases among the words of a text, none within another. */
export function phrasesIn(words: readonly Word[], text: string): FoundPhrase[] {
  // Read when it is first asked for, not at the start.
  byBeginning ??= readPhrases()
  const found: FoundPhrase[] = []
  for (let at = 0; at < words.length;) {
    const beginning = `${words[at]?.form} ${words[at + 1]?.form}`
    const phrase = byBeginning.get(beginning)?.find((one) => isAt(one, words, at, text))
    const own = words.slice(at, at + (phrase?.words.length ?? 1))
    const [first, last] = [own[0], own.at(-1)]
    const meaning = own.findLast(({ stop }) => !stop)
    if (phrase && first && last && meaning)
      found.push({
        start: first.start,
        end: last.end,
        last: meaning.start,
        ...(phrase.as && { as: phrase.as }),
      })
    at += own.length
  }
  return found
}

function isAt({ words: expected }: FixedPhrase, words: readonly Word[], at: number, text: string): boolean {
  const size = expected.length
  const own = words.slice(at, at + size)
  // With a capital it is a name, but for the first word: "on Time".
  const same =
    own.length === size && own.every(({ form, text: as }, i) => (i === 0 ? form : as) === expected[i])
  const unbroken = own.every(
    ({ end }, i) => i === size - 1 || /^\s+$/.test(text.slice(end, own[i + 1]?.start)),
  )
  const last = own.at(-1)
  if (!same || !unbroken || !last) return false
  const next = words[at + size]
  return last.stop || endsThere(text.slice(last.end), next) || (size > 2 && isVerb(next))
}

/** "At the same time urging", "in the end rejected"; but "in public housing". */
function isVerb(word: Word | undefined): boolean {
  return /^[a-z]{3,}(?:ing|ed)$/.test(word?.text ?? '')
}

/** "In public places" and "in part of the town" go on; so does a compound with a hyphen. */
function endsThere(rest: string, next: Word | undefined): boolean {
  if (next === undefined) return true
  return /^\s*[,.;:!?)"'”’–—]/.test(rest) || (/^\s/.test(rest) && next.stop && !JOINS.has(next.form))
}

/** "On time and cost" is about time. */
const JOINS = new Set(['of', 'and', 'or'])
