import type { DatedSentence } from './almanac.ts'
import { fallsOn } from './dates.ts'
import { type Line, markOf } from './line.ts'

/** A sentence that names a day that is today, or soon. */
export interface Upcoming {
  line: Line
  /** YYYY-MM-DD. */
  date: string
}

export interface UpcomingOptions {
  /** Today and the days that are soon, in order, YYYY-MM-DD. */
  days: readonly string[]
  /** What was shown of late: it is shown once more on the day itself, and not ahead. */
  recent: ReadonlySet<string>
  taken: ReadonlySet<string>
}

const LONGEST = 320

/** What the documents say of today, then of the days after; of one day what names it most exactly first. */
export function upcomingIn(
  dated: readonly DatedSentence[],
  { days, recent, taken }: UpcomingOptions,
): Upcoming[] {
  const found: (Upcoming & { day: number; exact: number })[] = []
  const marks = new Set(taken)
  for (const { passage, sentence, dates } of dated) {
    if (sentence.text.length > LONGEST) continue
    const day = days.findIndex((date) => dates.some((one) => fallsOn(one, date)))
    const date = days[day]
    const mark = date === undefined ? '' : markOf(sentence.text)
    if (date === undefined || marks.has(mark) || (day > 0 && recent.has(mark))) continue
    marks.add(mark)
    const exact = Math.max(...dates.filter((one) => fallsOn(one, date)).map((one) => one.exact))
    found.push({ line: { passage, sentences: [sentence] }, date, day, exact })
  }
  return found.sort((a, b) => Number(a.day > 0) - Number(b.day > 0) || b.exact - a.exact || a.day - b.day)
}
