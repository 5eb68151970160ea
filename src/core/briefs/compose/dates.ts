import { calendarPatterns } from './date-calendar.ts'
import { habitsOf, plain, signerOf } from './date-names.ts'
import { BEFORE, type Days, type How, type Pattern } from './date-pattern.ts'
import { rulePatterns } from './date-rules.ts'

export type { Days, How } from './date-pattern.ts'

/** A date that stands in a text. */
export interface Dated {
  /** Offsets into the text. */
  start: number
  end: number
  how: How
  /** How exactly it names a day, 0..1. */
  exact: number
  days: Days
}

interface Reader {
  /** Plain, with signs in place of names. */
  sign: (words: string) => string
  /** Finds what one of the patterns reads. */
  any: RegExp
  patterns: (Pattern & { expression: RegExp })[]
}

/** A text without any of it, and without a name, has no date. */
const MAY = /\d|month|quarter|year/
const EXACT: Record<How, number> = {
  day: 1,
  yearly: 0.7,
  monthly: 0.6,
  'month end': 0.5,
  weekly: 0.4,
  month: 0.2,
  'yearly month': 0.1,
}
/** English names that in small letters are other words, unless a day and a year stand beside them. */
const WORD = /(?<!\p{L})(?:may|march|mar|sat|sun)(?!\p{L})/u
const readers = new Map<string, Reader>()

/**
 * The dates in a text, in order; the days of a list or the ends of a span are one each, with the same offsets. No year
 * is guessed where none is said. `language` is ISO 639-1; English is read in any.
 */
export function datesIn(text: string, language: string): Dated[] {
  const { sign, any, patterns } = readerOf(language)
  const written = plain(text)
  const words = sign(written)
  if (words === written && !MAY.test(words)) return []
  const found: Dated[] = []
  any.lastIndex = 0
  for (let match = any.exec(words); match; match = any.exec(words)) {
    const [start, end] = [match.index, any.lastIndex]
    for (const { expression, how, read } of patterns) {
      expression.lastIndex = start
      const groups = expression.exec(words)?.groups
      if (!groups) continue
      if (how !== 'day' && WORD.test(text.slice(start, end))) any.lastIndex = start + 1
      else for (const days of read(groups)) found.push({ start, end, how, exact: EXACT[how], days })
      break
    }
  }
  return found
}

/** Whether the date stands for this day, YYYY-MM-DD. */
export function fallsOn({ days }: Pick<Dated, 'days'>, date: string): boolean {
  const at = new Date(`${date}T00:00:00Z`)
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()]
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return (
    (days.year ?? year) === year &&
    (days.month ?? month) === month &&
    (days.day === undefined || days.day === day || (days.day === -1 && day === length)) &&
    (days.weekday === undefined || days.weekday % 7 === at.getUTCDay()) &&
    (days.nth === undefined || days.nth === Math.ceil(day / 7) || (days.nth === -1 && day + 7 > length))
  )
}

function readerOf(language: string): Reader {
  const known = readers.get(language)
  if (known) return known
  const patterns = [...calendarPatterns(language, habitsOf(language)), ...rulePatterns()]
  const unnamed = patterns.map(({ source }) => source.replace(/\(\?<[a-z]+>/g, '(?:'))
  const made: Reader = {
    sign: signerOf(language),
    any: new RegExp(`${BEFORE}(?:${unnamed.join('|')})`, 'g'),
    patterns: patterns.map((one) => ({ ...one, expression: new RegExp(one.source, 'y') })),
  }
  readers.set(language, made)
  return made
}
