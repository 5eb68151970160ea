/** What patterns for dates are made of. All are for plain text with signs in place of names. */

import { LETTER } from './date-signs.ts'

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

/** The most exact first; a `yearly` day is one of every year, since no year is said. */
export type How = 'day' | 'yearly' | 'monthly' | 'month end' | 'weekly' | 'month' | 'yearly month'

export type Groups = Record<string, string | undefined>

export interface Pattern {
  source: string
  how: How
  /** The days behind a match; none where the calendar has no such day. */
  read: (groups: Groups) => Days[]
}

/** No number, word, price, time, path or version goes on into a date, nor does a date go on into one. */
export const BEFORE = `(?<![${LETTER}\\d_.,:/$€£#@§+-])`
export const AFTER_NAME = `(?![${LETTER}\\d_])`
const UNIT = "(?:[ap]\\.?m|%|per\\s?cent|hundred|thousand|million|billion|o[’']clock|hours?|minutes?|years?)"
export const AFTER_DAY = `(?![${LETTER}\\d_%°/]|[-.,:]\\d|-[${LETTER}]|\\s?${UNIT}(?![${LETTER}]))`
export const AFTER_DIGITS = `(?:(?=t\\d\\d:)|(?![${LETTER}\\d_/-]|[.:,]\\d|\\.[${LETTER}]))`

export const YEAR = '(?<year>1[5-9]\\d\\d|2[01]\\d\\d)'
export const AFTER_YEAR = `(?![${LETTER}\\d_]|[.,:]\\d)`
/** What is said of one year, one not read here, is not said of each. */
export const NO_YEAR = `(?!\\.?,?\\s(?:(?:de|del|of|in)\\s)?\\d{3,4}(?!\\d)|,?\\s?['’]\\d\\d)`

export const AND = '(?:,?\\s(?:and|or|&|und|oder|et|ou|y|o|e|en|och|eller|og|i|a)\\s)'
export const TO = '(?:\\s?[-–—]\\s?|\\s(?:to|until|till|through|bis|au|al?|tot|til|till|do)\\s)'

/** One, or some before an "and" or a "to". */
export function listOf(one: string, join = `(?:${TO}|${AND})`): string {
  return `${one}(?:(?:,\\s${one}){0,5}${join}(?:the\\s)?${one})?`
}

export function numbersIn(list = ''): number[] {
  return (list.match(/\d+/g) ?? []).map(Number)
}

/** The day of this year, or of every year; none where the calendar has no such day. */
export function dayOf(day: number, month: number, year?: number): Days[] {
  // A leap year.
  const date = new Date(Date.UTC(year ?? 2024, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return []
  return [{ day, month, ...(year !== undefined && { year }) }]
}

/** The year, where one is said. */
export function yearIn({ year }: Groups): { year?: number } {
  return year === undefined ? {} : { year: Number(year) }
}
