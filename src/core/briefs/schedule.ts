/** When the briefs of a place are due. Pure: what time it is comes from the caller. */

import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../contract.ts'

/** When a place wants its briefs. */
export interface Rhythm {
  /** The local time of day, `HH:MM` of 24 hours. */
  time: string
  /** A name that `readZone` gives. */
  zone: string
  /** ISO weekdays: Monday is 1, Sunday 7. */
  days: readonly number[]
}

/** A run that is due. */
export interface Planned {
  /** The local date it is planned for, `YYYY-MM-DD`: its key, even where a gap moves the run past midnight. */
  date: string
  at: Instant
}

/**
 * The runs due strictly later than `after`, in order and without end: exactly one for each local date that exists
 * and is on one of the days, none at all without such a day. A time that the clocks skip is moved on by what they
 * skip, and of a time that comes twice it is the first. Throws a RangeError for a time or zone that is none.
 */
export function* plannedAfter(rhythm: Rhythm, after: Instant): Generator<Planned, void, undefined> {
  const { zone, days } = rhythm
  const time = Temporal.PlainTime.from(rhythm.time)
  if (!days.some((day) => Number.isInteger(day) && day >= 1 && day <= 7)) return
  // From the day before: a gap over midnight moves its run to the date on which `after` may be.
  let date = dateAt(zone, after).subtract({ days: 1 })
  for (; ; date = date.add({ days: 1 })) {
    if (!days.includes(date.dayOfWeek)) continue
    const zoned = date.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation: 'compatible' })
    if (!zoned.toPlainDate().equals(date) && !exists(date, zone)) continue
    const at = zoned.epochMilliseconds
    if (at > after) yield { date: date.toString(), at }
  }
}

/** The date in a zone, `YYYY-MM-DD`. */
export function localDate(zone: string, at: Instant): string {
  return dateAt(zone, at).toString()
}

/** When a local date begins; of one that the zone leaves out, when the next begins. A pause until a date ends here. */
export function startOfDate(zone: string, date: string): Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds
}

/** How many days of the calendar `to` is later than `from`, both `YYYY-MM-DD`; less than 0 when it is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days
}

/** The date so many days of the calendar later, `YYYY-MM-DD` both. */
export function dateAfter(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/**
 * When a run is due, in words: “Friday 27 November 2026, 09:00 (Europe/London, GMT)”. The date and time are those
 * that clocks in the zone show then, of 24 hours, as the time was set.
 */
export function describeRun({ at }: Planned, { zone }: Rhythm, locale: string): string {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: zone }).format(at)
  const clock = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(at)
  const abbreviation = new Intl.DateTimeFormat(locale, { timeZoneName: 'short', timeZone: zone })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value
  const named = abbreviation === undefined || abbreviation === zone ? zone : `${zone}, ${abbreviation}`
  return `${date}, ${clock} (${named})`
}

function dateAt(zone: string, at: Instant): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()
}

/** A zone that crosses the date line leaves a date out: its start is then one of another date. */
function exists(date: Temporal.PlainDate, zone: string): boolean {
  return date.toZonedDateTime(zone).toPlainDate().equals(date)
}
