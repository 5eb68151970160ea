import { fold } from '../../retrieval/language.ts'
import { LETTER, PAD, type Sign, signOf } from './date-signs.ts'

type Part = 'year' | 'month' | 'day'
type What = 'month' | 'weekday'

/** How a language puts a date together. */
export interface Habits {
  /** A date in digits, such as `2.3.2026`. */
  digits: { first: Part; separator: string }
  /** A date with the month's name. */
  first: Part
  /** There is a dot after the day: `2. März`. */
  dotted: boolean
  /** Words between its parts: `2 de marzo de 2026`. */
  between: string[]
}

const NOT_ASCII = /[\u00AA-\u1FFF\uE000-\uE3FF]/g
const NAME = /^\p{L}[\p{L}\p{M}-]+$/u
const SHORTEST_MONTH = 3
const ENGLISH = ['en', 'en-GB']
/** An "s" after the name of a weekday means each of them; in Swedish, say, it means the last one. */
const HABITUAL = [...ENGLISH, 'de', 'fr']
const letters = new Map<string, string>()

/** In lower case and without accents, each letter where it was. */
export function plain(text: string): string {
  return text.replace(NOT_ASCII, plainLetter).toLowerCase()
}

function plainLetter(letter: string): string {
  let known = letters.get(letter)
  if (known === undefined) {
    // Letters of the private range would pass for signs.
    known = letter >= PAD ? ' ' : fold(letter.toLowerCase())
    if (known.length !== 1) known = letter
    letters.set(letter, known)
  }
  return known
}

/** Puts signs for the names of months and weekdays in a plain text, those of the language and of English, as long as they are. */
export function signerOf(language: string): (words: string) => string {
  const forms = new Map<string, Sign>()
  for (const locale of new Set([...localesOf(language), ...ENGLISH]))
    for (const [form, sign] of formsOf(locale)) forms.set(form, { ...forms.get(form), ...sign })
  // The longest first. A letter's accent may be written after it.
  const names = [...forms.keys()].toSorted((a, b) => b.length - a.length).join('|')
  const accented = names.replace(/[\u0300-\u036F]/g, '[\\u0300-\\u036F]?')
  const any = new RegExp(`(?<![${LETTER}\\d_])(?:${accented})(?![${LETTER}\\d_])`, 'g')
  const signs = new Map(Array.from(forms, ([form, sign]) => [fold(form), signOf(sign)]))
  return (words) => words.replace(any, (name) => (signs.get(fold(name)) ?? '').padEnd(name.length, PAD))
}

/** Those of English where the language is not known: the machine's own would differ from place to place. */
export function habitsOf(language: string): Habits {
  const [locale = 'en'] = localesOf(language)
  const digits = formatOf(locale, { year: 'numeric', month: 'numeric', day: 'numeric' }).formatToParts(0)
  const named = formatOf(locale, { dateStyle: 'long' }).formatToParts(0)
  const afterDay = named[named.findIndex(({ type }) => type === 'day') + 1]
  const literals = named.flatMap(({ type, value }) => (type === 'literal' ? [value] : []))
  return {
    digits: {
      first: firstOf(digits),
      separator: digits.find(({ type }) => type === 'literal')?.value.trim() ?? '',
    },
    first: firstOf(named),
    dotted: afterDay?.value.startsWith('.') ?? false,
    between: literals.flatMap((literal) => literal.match(/[\p{L}\p{M}.]*\p{L}\.?/gu) ?? []).map(plain),
  }
}

function localesOf(language: string): string[] {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language)
  } catch {
    return []
  }
}

/** Each form of each name in lower case, its accents apart. */
function formsOf(locale: string): Map<string, Sign> {
  const found = new Map<string, Sign>()
  const isLeading = firstOf(formatOf(locale, { dateStyle: 'long' }).formatToParts(0)) !== 'day'
  const leading = isLeading || ENGLISH.includes(locale)
  for (const style of ['short', 'long'] as const) {
    const long = style === 'long'
    for (const [i, name] of namesIn(locale, 'month', style))
      if (name.length >= SHORTEST_MONTH) found.set(name, { ...found.get(name), month: i + 1, long, leading })
    for (const [i, name] of namesIn(locale, 'weekday', style)) {
      found.set(name, { ...found.get(name), weekday: i + 1, long })
      if (!long || name.endsWith('s')) continue
      found.set(`${name}s`, { weekday: i + 1, long, habitual: HABITUAL.includes(locale) })
    }
  }
  return found
}

/** What a name looks like by itself, beside a day, and beside a year differs in some languages. */
const BESIDE: Intl.DateTimeFormatOptions[] = [{}, { day: 'numeric' }, { year: 'numeric' }]

function* namesIn(locale: string, what: What, style: 'long' | 'short'): Generator<[number, string]> {
  for (const more of what === 'month' ? BESIDE : BESIDE.slice(0, 2)) {
    const format = formatOf(locale, { ...more, [what]: style })
    for (let i = 0; i < (what === 'month' ? 12 : 7); i += 1) {
      // The first of January 2024 is a Monday.
      const at = what === 'month' ? Date.UTC(2024, i, 1) : Date.UTC(2024, 0, 1 + i)
      const part = format.formatToParts(at).find(({ type }) => type === what)
      const name = part?.value.replace(/\.$/, '').toLowerCase().normalize('NFD') ?? ''
      if (NAME.test(name)) yield [i, name]
    }
  }
}

function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const calendar = { calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC' }
  return new Intl.DateTimeFormat(locale, { ...calendar, ...options })
}

function firstOf(parts: readonly Intl.DateTimeFormatPart[]): Part {
  const first = parts.find(({ type }) => type === 'year' || type === 'month' || type === 'day')
  return (first?.type ?? 'day') as Part
}
