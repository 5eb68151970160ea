/** A date to come, as people type it. */

import { dayOf } from './days.ts'
import { faultOf, plainly, type Read } from './read.ts'

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const DAY = 86_400_000

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/
const DOTTED = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})$/
const EITHER = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})$/
const DAY_MONTH = /^(\d{1,2})(?:st|nd|rd|th|\.)?[ -](?:of )?([a-z]{3,9})\.?(?:,? (\d{4})|-(\d{4}))?$/
const MONTH_DAY = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/

/**
 * A date after `today`, both `YYYY-MM-DD`: from `2026-12-27`, `27.12.2026`, `27/12/2026`, `27 Dec 2026`,
 * `December 27th, 2026`, `tomorrow`, each also after `until`. Where a year is left out, or only a weekday is given,
 * what may be meant is a suggestion.
 */
export function readDate(typed: string, today: string): Read<string> {
  const plain = plainly(typed).replace(/^until /u, '')
  if (plain === 'today') return faultOf('date-past', typed)
  if (plain === 'tomorrow') return { value: later(today, 1) }
  const weekday = dayOf(plain)
  if (weekday !== null) return faultOf('date', typed, [nextWeekday(today, weekday)])
  const parts = partsOf(plain)
  if (!parts) return faultOf('date', typed)
  const dates = parts.flatMap(([year, month, day]) => dateOf(year, month, day) ?? [])
  const [date, other] = new Set(dates)
  if (date === undefined) return faultOf('date', typed, nextYearless(parts, today))
  const coming = dates.filter((one) => one > today)
  if (other !== undefined) return faultOf('date-ambiguous', typed, coming)
  if (/^\d+\. ?\d+\. ?\d\d$/u.test(plain)) return faultOf('date', typed, coming)
  return date > today ? { value: date } : faultOf('date-past', typed)
}

type Parts = [year: number | null, month: number, day: number]

/** The readings of a date, one or two; null when it is none. */
function partsOf(plain: string): Parts[] | null {
  let match = YEAR_FIRST.exec(plain)
  if (match) return [[Number(match[1]), Number(match[3]), Number(match[4])]]
  match = DOTTED.exec(plain)
  if (match) return [[century(match[3] ?? ''), Number(match[2]), Number(match[1])]]
  match = EITHER.exec(plain)
  if (match) {
    const [one, other, year] = [Number(match[1]), Number(match[3]), Number(match[4])]
    return [
      [year, other, one],
      [year, one, other],
    ]
  }
  match = DAY_MONTH.exec(plain)
  if (match) return named(match[3] ?? match[4], match[2] ?? '', match[1])
  match = MONTH_DAY.exec(plain)
  return match && named(match[3], match[1] ?? '', match[2])
}

function named(year: string | undefined, month: string, day: string | undefined): Parts[] | null {
  const at = MONTHS.findIndex((name) => name.startsWith(month) || (month === 'sept' && name === 'september'))
  return at < 0 ? null : [[year === undefined ? null : Number(year), at + 1, Number(day)]]
}

function century(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year)
}

/** The date, or null when the calendar has none such. */
function dateOf(year: number | null, month: number, day: number): string | null {
  if (year === null || year < 1000) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? iso(date.getTime()) : null
}

/** The next time that a day of a month without a year comes, within the eight years that a leap day can take. */
function nextYearless(parts: readonly Parts[], today: string): string[] {
  const [year, month, day] = parts[0] ?? [0, 0, 0]
  if (year !== null) return []
  const first = Number(today.slice(0, 4))
  const dates = Array.from({ length: 9 }, (_, i) => dateOf(first + i, month, day))
  return dates.filter((date) => date !== null && date > today).slice(0, 1) as string[]
}

function nextWeekday(today: string, weekday: number): string {
  const now = new Date(`${today}T00:00Z`).getUTCDay()
  return later(today, ((weekday - now + 6) % 7) + 1)
}

function later(date: string, days: number): string {
  return iso(Date.parse(`${date}T00:00Z`) + days * DAY)
}

function iso(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
