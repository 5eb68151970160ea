import type { Habits } from './date-names.ts'
import {
  AFTER_DAY,
  AFTER_DIGITS,
  AFTER_YEAR,
  type Days,
  dayOf,
  type Groups,
  listOf,
  NO_YEAR,
  numbersIn,
  type Pattern,
  TO,
  YEAR,
  yearIn,
} from './date-pattern.ts'
import { LEADING_MONTH, LETTER, MONTH, monthOf, WEEKDAY, weekdaysIn } from './date-signs.ts'

/** Days of the calendar in a language, in digits or by the month's name; those with a year first. */
export function calendarPatterns(language: string, habits: Habits): Pattern[] {
  return [...inDigits(language, habits), ...byName(habits)]
}

function inDigits(language: string, { digits }: Habits): Pattern[] {
  const day = '(?<day>[0-3]?\\d)'
  const month = '(?<month>[01]?\\d)'
  const found = [
    `${YEAR}-(?<month>[01]\\d)-(?<day>[0-3]\\d)${AFTER_DIGITS}`,
    `${YEAR}/${month}/${day}${AFTER_DIGITS}`,
    `${YEAR}[年년]\\s?${month}[月월]\\s?${day}[日일]`,
  ].map((source): Pattern => ({ source, how: 'day', read: fixed }))
  const usual = digits.separator
  if (digits.first === 'year' && usual === '.') {
    const source = `${YEAR}\\.\\s?${month}\\.\\s?${day}${AFTER_DIGITS}`
    found.push({ source, how: 'day', read: fixed })
  }
  for (const separator of ['/', '-', '.']) {
    // English writes both orders.
    const known = digits.first === 'day' && usual === separator && language !== 'en'
    if (separator === '.' && !known) continue
    const between = separator === '.' ? '\\.\\s?' : separator
    const source = `${day}${between}(?<month>[0-3]?\\d)${between}${YEAR}${AFTER_DIGITS}`
    found.push({ source, how: 'day', read: known ? fixed : eitherOrder })
  }
  found.push({ source: `${month}[月월]\\s?${day}[日일]`, how: 'yearly', read: fixed })
  return found
}

function byName({ first, dotted, between }: Habits): Pattern[] {
  const ordinal = `(?:st|nd|rd|th|er|e|[ºª°])?${dotted ? '\\.?' : ''}`
  const number = `[0-3]?\\d(?!\\d)${ordinal}(?![${LETTER}])`
  const days = `(?<days>${listOf(number)})`
  const from = `(?<from>${number})`
  const to = `(?<to>${number})`
  const month = `(?<month>${MONTH})`
  const leading = `(?<month>${LEADING_MONTH})\\.?\\s`
  const begun = (pattern: string): string => pattern.replace('<month>', '<begun>')
  const on = `(?:(?<weekday>${WEEKDAY})\\.?,?\\s(?:(?:the|den|le|el|il)\\s)?)?`
  const until = `${TO}(?:${WEEKDAY}\\.?,?\\s)?(?:the\\s)?`
  const words = `(?:(?:${['of', 'de', ...between].join('|')})\\s)?`
  const gap = `(?:\\s{1,2}(?:${words}|d[’'])|-${dotted ? '|(?<=\\.)' : ''})`
  const year = `(?:,?\\s{1,2}${words}|-)${YEAR}${AFTER_YEAR}`
  const found: Pattern[] = [
    {
      source: `${on}${from}${gap}${begun(month)}\\.?${until}${to}${gap}${month}\\.?${year}`,
      how: 'day',
      read: spanning,
    },
    { source: `${on}${begun(leading)}${from}${until}${leading}${to}${year}`, how: 'day', read: spanning },
    { source: `${on}${days}${gap}${month}\\.?${year}`, how: 'day', read: listed },
    { source: `${on}${leading}${days}${year}`, how: 'day', read: listed },
    { source: `${on}${days}${gap}${month}${NO_YEAR}`, how: 'yearly', read: listed },
    { source: `${on}${leading}${days}${AFTER_DAY}${NO_YEAR}`, how: 'yearly', read: listed },
  ]
  if (first !== 'year') return found
  const source = `${YEAR}(?:\\.|\\sm\\.)?\\s${leading}${days}${AFTER_DAY}`
  return [{ source, how: 'day', read: listed }, ...found]
}

function fixed({ day, month, ...rest }: Groups): Days[] {
  return dayOf(Number(day), Number(month), yearIn(rest).year)
}

/** Only where it is the same day in either order, or one of the two can be no month. */
function eitherOrder({ day, month, ...rest }: Groups): Days[] {
  const [a, b] = [Number(day), Number(month)]
  if (a <= 12 && b <= 12 && a !== b) return []
  return a > 12 ? dayOf(a, b, yearIn(rest).year) : dayOf(b, a, yearIn(rest).year)
}

/** Each day that is named. A weekday tells the years of a day that has none. */
function listed({ days, month, weekday, ...rest }: Groups): Days[] {
  const numbers = numbersIn(days)
  const { year } = yearIn(rest)
  const found = numbers.flatMap((day) => dayOf(day, monthOf(month), year))
  const [only] = weekdaysIn(weekday)
  if (year !== undefined || only === undefined || numbers.length > 1) return found
  return found.map((one) => ({ ...one, weekday: only }))
}

/** The first and the last day of a span that says its year at the end, and may have begun in the year before. */
function spanning({ from, begun, to, month, year }: Groups): Days[] {
  const [first, last] = [monthOf(begun), monthOf(month)]
  const [one = 0, other = 0] = [...numbersIn(from), ...numbersIn(to)]
  const isYearBefore = first > last || (first === last && one > other)
  return [...dayOf(one, first, Number(year) - Number(isYearBefore)), ...dayOf(other, last, Number(year))]
}
