import stem from 'wink-porter2-stemmer'
import type { Document } from '../library/document.ts'
import { FAMILY } from './word-family.ts'

/** How the words of a language are read. */
export interface Language {
  /** ISO 639-1. */
  code: string
  /** What the forms of a word have in common, accents folded; takes a word in lower case. */
  stem(word: string): string
  /** Words that carry no meaning of their own, accents folded. */
  stops: ReadonlySet<string>
}

/** The stemmer takes seconds for thousands of letters, which are no word. */
const STEMMED = /^[a-z]{3,60}$/

export const ENGLISH: Language = {
  code: 'en',
  stem: (word) => {
    const folded = fold(word)
    return STEMMED.test(folded) ? stem(FAMILY.get(folded) ?? folded) : folded
  },
  stops: new Set(
    `a about after all also am among an and another any are aren as at be because been before being between both but by
    can cant could couldnt d did didnt do does doesnt doing don dont during each either else etc few for from further
    get got had hadnt has hasnt have havent having he her here hers herself him himself his how i if im in into is isnt
    it its itself ive just lets ll m many may me might more most much must my myself neither no nor not of off on once
    only onto or other our ours out over own per re s same shall she should shouldnt since so some still such t than
    that the their theirs them themselves then there these they this those though through to too under until up upon us
    ve very via was wasnt we well were werent what when where whether which while who whom whose why will with within
    without wont would wouldnt yet you your youre yours yourself`.split(/\s+/),
  ),
}

/** As much of a document as tells its language. */
const SAMPLE = 20_000
/** More of an English text than of any other is English stop words. */
const ENGLISH_SHARE = 0.25
const LEAST_SHARE = 0.1

/** The languages of these codes; a code that has no stemmer is read as English. */
export async function languagesBy(codes: Iterable<string>): Promise<Map<string, Language>> {
  const found = new Map<string, Language>()
  for (const code of codes) found.set(code, await languageBy(code))
  return found
}

async function languageBy(code: string): Promise<Language> {
  if (code === ENGLISH.code) return ENGLISH
  const { FOREIGN } = await import('./foreign.ts')
  return FOREIGN.find((language) => language.code === code) ?? ENGLISH
}

/** The code of a document's language: the one it states, or the one whose small words it uses most. */
export async function languageIn({
  language,
  paragraphs,
}: Pick<Document, 'language' | 'paragraphs'>): Promise<string> {
  const stated = /^[a-z]{2}(?=$|[-_])/i.exec(language ?? '')?.[0].toLowerCase()
  if (stated !== undefined) return stated
  const words = sample(paragraphs.map(({ text }) => text))
  const english = share(ENGLISH, words)
  if (english >= ENGLISH_SHARE || words.length === 0) return ENGLISH.code
  const { FOREIGN } = await import('./foreign.ts')
  const best = FOREIGN.toSorted((a, b) => share(b, words) - share(a, words))[0] ?? ENGLISH
  return share(best, words) > Math.max(english, LEAST_SHARE) ? best.code : ENGLISH.code
}

function sample(texts: readonly string[]): string[] {
  let text = ''
  for (const next of texts) {
    if (text.length > SAMPLE) break
    text += ` ${next.slice(0, SAMPLE)}`
  }
  return (text.match(/[\p{L}\p{M}]+/gu) ?? []).map((word) => fold(word.toLowerCase()))
}

/** How many of the words, 0..1, are stop words of the language. */
export function share({ stops }: Language, words: readonly string[]): number {
  return words.length === 0 ? 0 : words.filter((word) => stops.has(word)).length / words.length
}

/** Without accents. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .normalize('NFC')
}
