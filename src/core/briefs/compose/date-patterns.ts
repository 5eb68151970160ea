/** How languages write dates. */

/** Which days a date stands for: all that is given has to match. */
export interface Days {
  year?: number
  /** From 1. */
  month?: number
  /** Of the month; -1 is its last. */
  day?: number
  /** ISO: Monday is 1. */
  weekday?: number
  /** The weekday's place in its month; -1 is the last one. */
  nth?: number
}

export interface Pattern {
  expression: RegExp
  /** How exactly it names a day, 0..1. */
  exact: number
  /** The days behind a match; none where it is no date after all. */
  read: (groups: Record<string, string | undefined>) => Days[]
}

interface Names {
  /** A pattern for any of the names, and the number of each. */
  months: string
  monthOf: (name: string) => number
  weekdays: string
  weekdayOf: (name: string) => number
}

const EXACT = { day: 1, yearless: 0.7, monthly: 0.6, weekly: 0.4, month: 0.2 }
const NTH: Record<string, number> = { first: 1, second: 2, third: 3, fourth: 4, last: -1 }
/** Languages that write the day first, with dots. */
const DOTTED = new Set('de da nb no fi pl cs sk hu ro ru tr uk'.split(' '))
const ORDINAL = '(?:st|nd|rd|th|º|er|ª)?'
const DOTTED_ORDINAL = '(?:st|nd|rd|th|\\.|º|er|ª)?'
const YEAR = '(?<year>(?:19|20)\\d\\d)\\b'
const EDGE = '(?<![\\p{L}\\d./-])'

export interface Reader {
  /** What a text without any of it has no date. */
  may: RegExp
  /** The most telling first. */
  patterns: Pattern[]
}

/** How dates are read in a language; English is read in any. */
export function readerOf(language: string): Reader {
  const names = namesOf(language)
  const may = new RegExp(`\\d|month|${names.weekdays}|${names.months}`, 'u')
  return { may, patterns: patternsOf(language, names) }
}

function patternsOf(language: string, names: Names): Pattern[] {
  const month = `(?<month>${names.months})\\.?`
  const ordinal = DOTTED.has(language) ? DOTTED_ORDINAL : ORDINAL
  const dayOf = (name: string): string => `(?<${name}>[1-3]?\\d)${ordinal}`
  const range = '(?:\\s?[-–—]\\s?|\\s(?:to|until|bis|à|al|and|und)\\s)'
  const of = "\\s(?:of\\s|de\\s|d[’'])?"
  const months = (groups: Groups): number => names.monthOf(groups['month'] ?? '')
  const days = (groups: Groups): Days[] =>
    [groups['day'], groups['last']].flatMap((day) =>
      day === undefined ? [] : dateOf(Number(day), months(groups), groups['year']),
    )
  const pattern = (source: string, exact: number, read: Pattern['read']): Pattern => ({
    expression: new RegExp(EDGE + source, 'gu'),
    exact,
    read,
  })
  /** In scripts written without spaces. */
  const unspaced = (source: string, exact: number): Pattern => ({
    expression: new RegExp(`(?<!\\d)${source}`, 'gu'),
    exact,
    read: numeric,
  })
  const daysThere = `${dayOf('day')}(?:${range}${dayOf('last')})?`
  return [
    pattern(`(?<year>(?:19|20)\\d\\d)-(?<m>[01]\\d)-(?<day>[0-3]\\d)(?![\\d-])`, EXACT.day, numeric),
    pattern(`${daysThere}${of}${month},?(?:\\sde)?\\s${YEAR}`, EXACT.day, days),
    pattern(`${month}\\s${daysThere},?\\s${YEAR}`, EXACT.day, days),
    unspaced('(?<year>(?:19|20)\\d\\d)[年년]\\s?(?<m>[01]?\\d)[月월]\\s?(?<day>[0-3]?\\d)[日일]', EXACT.day),
    unspaced('(?<m>[01]?\\d)[月월]\\s?(?<day>[0-3]?\\d)[日일]', EXACT.yearless),
    ...(DOTTED.has(language)
      ? [pattern(`(?<day>[0-3]?\\d)\\.\\s?(?<m>[01]?\\d)\\.\\s?${YEAR}`, EXACT.day, numeric)]
      : []),
    pattern(`(?<one>[0-3]?\\d)/(?<other>[0-3]?\\d)/${YEAR}`, EXACT.day, slashed),
    pattern(`${daysThere}${of}${month}(?!\\p{L})`, EXACT.yearless, days),
    pattern(`${month}\\s${daysThere}(?![\\d:%.]\\d|\\d)`, EXACT.yearless, days),
    pattern(`${dayOf('day')}(?:\\sday)?\\sof\\s(?:each|every)\\smonth\\b`, EXACT.monthly, monthly),
    pattern(`(?:[Ee]ach|[Ee]very)\\smonth,?\\son\\sthe\\s${dayOf('day')}(?!\\d)`, EXACT.monthly, monthly),
    pattern('last\\s(?:working\\s)?day\\sof\\s(?:each|every|the)\\smonth\\b', EXACT.monthly, () => [
      { day: -1 },
    ]),
    pattern(
      `(?<nth>first|second|third|fourth|last)\\s(?<weekday>${names.weekdays})\\s(?:of|in)\\s(?:each|every|the)\\smonth\\b`,
      EXACT.monthly,
      ({ nth = '', weekday = '' }) => [{ nth: NTH[nth] ?? 1, weekday: names.weekdayOf(weekday) }],
    ),
    pattern(
      `(?:[Ee]very|[Ee]ach|[Oo]n|[Jj]eden|[Cc]haque|[Cc]ada)\\s(?<weekday>${names.weekdays})(?!\\p{L}|,?\\s\\d)`,
      EXACT.weekly,
      ({ weekday = '' }) => [{ weekday: names.weekdayOf(weekday) }],
    ),
    pattern(`(?:[Ii]n|of|by|from|until|im|en)\\s${month}\\s${YEAR}`, EXACT.month, ({ year, ...groups }) => [
      { year: Number(year), month: months(groups), day: 1 },
    ]),
    pattern(`(?:[Ii]n|[Ee]ach|[Ee]very)\\s${month}(?!\\p{L}|\\s?\\d)`, EXACT.month, (groups) => [
      { month: months(groups), day: 1 },
    ]),
  ]
}

type Groups = Record<string, string | undefined>

function numeric({ year, m, day }: Groups): Days[] {
  return dateOf(Number(day), Number(m), year)
}

/** Only where one of the two can be no month. */
function slashed({ one, other, year }: Groups): Days[] {
  const [a, b] = [Number(one), Number(other)]
  if (a > 12 === b > 12) return []
  return a > 12 ? dateOf(a, b, year) : dateOf(b, a, year)
}

function monthly({ day }: Groups): Days[] {
  return Number(day) >= 1 && Number(day) <= 31 ? [{ day: Number(day) }] : []
}

/** None where the calendar has no such day in any year, or in this one. */
function dateOf(day: number, month: number, year: string | undefined): Days[] {
  const date = new Date(Date.UTC(year === undefined ? 2024 : Number(year), month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return []
  return [{ day, month, ...(year !== undefined && { year: Number(year) }) }]
}

function namesOf(language: string): Names {
  const months = new Map<string, number>()
  const weekdays = new Map<string, number>()
  for (const locale of new Set([language, 'en'])) {
    for (let i = 0; i < 12; i += 1) for (const name of forms(locale, 'month', i)) months.set(name, i + 1)
    for (let i = 0; i < 7; i += 1) for (const name of forms(locale, 'weekday', i)) weekdays.set(name, i + 1)
  }
  const any = (names: Map<string, number>): string =>
    [...names.keys()].toSorted((a, b) => b.length - a.length).join('|')
  return {
    months: any(months),
    monthOf: (name) => months.get(name) ?? 0,
    weekdays: any(weekdays),
    weekdayOf: (name) => weekdays.get(name) ?? 0,
  }
}

/** A name as it stands alone and in a date, long and short; English ones, which are words too, with a capital only. */
function forms(locale: string, what: 'month' | 'weekday', place: number): string[] {
  // The first of January 2024 is a Monday.
  const at = what === 'month' ? Date.UTC(2024, place, 1) : Date.UTC(2024, 0, 1 + place)
  const found = new Set<string>()
  for (const style of ['long', 'short'] as const) {
    for (const more of [{}, { day: 'numeric' }] as const) {
      const format = new Intl.DateTimeFormat(locale, { [what]: style, ...more, timeZone: 'UTC' })
      const name = format
        .formatToParts(at)
        .find(({ type }) => type === what)
        ?.value.replace(/\.$/, '')
      if (name === undefined || name.length < 3 || !/^[\p{L}\p{M}]+$/u.test(name)) continue
      found.add(name)
      if (locale !== 'en') found.add(name[0]?.toLocaleUpperCase(locale) + name.slice(1))
      if (what === 'weekday' && locale === 'en' && style === 'long') found.add(`${name}s`)
    }
  }
  return [...found]
}
