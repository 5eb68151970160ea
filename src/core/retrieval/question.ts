/** A question as asked, read for what it asks: its words that carry meaning, and the kind of answer it wants. */

import { stripChatter } from './chatter.ts'
import { ENGLISH, fold, type Language, share } from './language.ts'
import { type Word, wordsOf } from './words.ts'

export type Wanted = 'time' | 'year' | 'number' | 'person' | 'place' | 'name' | 'reason' | 'anything'

export interface Question {
  /** Without what was said around it. */
  asked: string
  wanted: Wanted
  /** It begins by naming some things of which it asks for one: "which engine". */
  chooses: boolean
  /** The words to look for, in order. */
  words: QuestionWord[]
  /** All words that were asked, small ones too, in order. */
  all: Word[]
}

export interface QuestionWord extends Word {
  /** Written as a name: with a capital inside the question, or in capitals. */
  name: boolean
  number: boolean
}

const LEANS = /\b(?:it|its|they|them|their|he|him|his|she|her|this|that|these|those|there|then|one|ones)\b/i

/** In the language of the library that the question uses most small words of. */
export function readQuestion(text: string, languages: readonly Language[] = [ENGLISH]): Question {
  const asked = stripChatter(text)
  const shouted = !/\p{Ll}/u.test(asked)
  const all = wordsOf(asked, languageOf(asked, languages))
  const read = all
    .filter((word) => !word.stop)
    .map((word) => ({
      ...word,
      name: !shouted && /\p{Lu}/u.test(word.text) && (word.start > 0 || /\p{Lu}{2}/u.test(word.text)),
      number: /^\p{N}/u.test(word.form),
    }))
  return { asked, wanted: wantedBy(asked), chooses: CHOOSES.test(asked), words: unique(read), all }
}

/** A word that stands for something said before, or too little to go by. */
export function leansOnEarlier(text: string): boolean {
  return LEANS.test(text) || readQuestion(text).words.length < 2
}

function languageOf(asked: string, languages: readonly Language[]): Language {
  const [first = ENGLISH, ...others] = languages
  if (others.length === 0) return first
  const words = (asked.match(/[\p{L}\p{M}]+/gu) ?? []).map((word) => fold(word.toLowerCase()))
  return others.reduce((best, other) => (share(other, words) > share(best, words) ? other : best), first)
}

function unique(words: QuestionWord[]): QuestionWord[] {
  return words.filter((word, i) => words.findIndex((w) => w.term === word.term) === i)
}

const CHOOSES =
  /^(?:which|what) (?!(?:is|was|are|were|does|did|do|has|have|had|can|will|should|must|if|happens?)\b)/i
const WH = /\b(?:who|whom|whose|what|which|when|where|why|how)\b/gi
const KINDS: readonly [Wanted, RegExp][] = [
  ['year', /^(?:what|which) year\b/i],
  ['time', /^(?:when\b|(?:what|which) (?:date|day|month|century|decade|time|era|period)\b)/i],
  [
    'number',
    /^(?:how (?:many|much|large|long|old|tall|big|far|high|often|fast|deep|wide|heavy|hot|cold)|(?:what|which) (?:number|percentage|percent|share|amount|proportion|size|age|rate|population))\b/i,
  ],
  ['person', /^(?:who|whom|whose)\b/i],
  ['place', /^where\b/i],
  [
    'name',
    /^(?:what|which) (?:[a-z]+ )?(?:city|country|town|state|continent|province|river|island|company|organization|organisation|university|airline|party|bank|person|president|king|queen|leader|author)\b/i,
  ],
  ['reason', /^(?:why\b|what (?:caused|led to|(?:was|is|were|are) the (?:reason|cause)s?)\b)/i],
]

/** By its first word that asks; where that only opens a clause ("When it rains, who …"), by the one after the comma. */
function wantedBy(asked: string): Wanted {
  const words = Array.from(asked.matchAll(WH), ({ index }) => index)
  const [first, second] = words
  if (first === undefined) return 'anything'
  const clause = second !== undefined && /^when\b[^?]*,\s*(?:[a-z]+\s+)?$/i.test(asked.slice(first, second))
  const from = asked.slice(clause ? second : first)
  return KINDS.find(([, pattern]) => pattern.test(from))?.[0] ?? 'anything'
}
