import { type Days, type Reader, readerOf } from './date-patterns.ts'

/** A date that stands in a text. */
export interface Dated {
  /** Offsets into the text. */
  start: number
  end: number
  days: Days
  /** How exactly it names a day, 0..1. */
  exact: number
}

/** By language. */
const readers = new Map<string, Reader>()

/** The dates in a text, in order; no year is guessed where none is said. `language` is ISO 639-1. */
export function datesIn(text: string, language: string): Dated[] {
  const { patterns, may } = languageOf(language)
  if (!may.test(text)) return []
  const found: Dated[] = []
  const taken = new Uint8Array(text.length)
  for (const { expression, exact, read } of patterns) {
    for (const match of text.matchAll(expression)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (taken.subarray(start, end).includes(1)) continue
      for (const days of read(match.groups ?? {})) {
        found.push({ start, end, days, exact })
        taken.fill(1, start, end)
      }
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Whether the date stands for this day, YYYY-MM-DD. */
export function fallsOn({ days }: Dated, date: string): boolean {
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

function languageOf(language: string): Reader {
  const known = readers.get(language) ?? readerOf(language)
  readers.set(language, known)
  return known
}
