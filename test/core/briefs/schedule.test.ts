import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import {
  daysBetween,
  describeRun,
  localDate,
  plannedAfter,
  startOfDate,
  type Planned,
  type Rhythm,
} from '../../../src/core/briefs/schedule.ts'
import { DAY, MINUTE, dateExists, instantOf, spansOf, type Span } from './wall-clock.ts'

const DAILY = [1, 2, 3, 4, 5, 6, 7]
const AUTUMN = Date.UTC(2026, 10, 26, 12)

function plannedUntil(rhythm: Rhythm, after: number, until: number): Planned[] {
  const found: Planned[] = []
  for (const planned of plannedAfter(rhythm, after)) {
    if (planned.at > until) break
    found.push(planned)
  }
  return found
}

/** The runs after an instant and until another, by what clocks show. */
function expected({ time, days }: Rhythm, spans: readonly Span[], after: number, until: number): Planned[] {
  const found: Planned[] = []
  const wall = Date.parse(`1970-01-01T${time}Z`)
  for (let date = Math.floor(after / DAY - 2) * DAY; date < until + 2 * DAY; date += DAY) {
    const weekday = new Date(date).getUTCDay() || 7
    if (!days.includes(weekday) || !dateExists(spans, date)) continue
    const at = instantOf(spans, date + wall)
    if (at > after && at <= until) found.push({ date: new Date(date).toISOString().slice(0, 10), at })
  }
  return found
}

const START = Date.UTC(2023, 11, 1)
const END = Date.UTC(2028, 1, 1)
const zones = [...Intl.supportedValuesOf('timeZone'), 'UTC'].map((zone) => ({
  zone,
  spans: spansOf(zone, START, END),
}))

const daysOfWeek = fc.oneof(fc.constant(DAILY), fc.subarray(DAILY, { minLength: 1 }))
const anyMinute = fc.integer({ min: 0, max: 1439 })

function timeAt(minute: number): string {
  return new Date((((minute % 1440) + 1440) % 1440) * MINUTE).toISOString().slice(11, 16)
}

/** A rhythm and the instants between which it is looked at. */
function check(
  zone: string,
  spans: readonly Span[],
  minute: number,
  days: number[],
  after: number,
  until: number,
) {
  const rhythm = { time: timeAt(minute), zone, days }
  const of = JSON.stringify({ ...rhythm, after: new Date(after), until: new Date(until) })
  assert.deepEqual(plannedUntil(rhythm, after, until), expected(rhythm, spans, after, until), of)
}

test('around each transition of each zone: one run for each date that exists, when clocks show its time', () => {
  let transitions = 0
  const seen = new Set<string>()
  for (const { zone, spans } of zones) {
    const rules = JSON.stringify(spans)
    const numRuns = seen.has(rules) ? 1 : 12
    seen.add(rules)
    for (const [i, { to, offset }] of spans.slice(0, -1).entries()) {
      if (to < Date.UTC(2024) || to > Date.UTC(2028)) continue
      transitions += 1
      const jump = (spans[i + 1]?.offset ?? 0) - offset
      const near = Math.floor((to + offset + Math.min(jump, 0)) / MINUTE)
      const within = fc.integer({ min: -2, max: Math.abs(jump) / MINUTE + 2 }).map((minute) => near + minute)
      const begins = fc.integer({ min: to - 2 * DAY, max: to + DAY })
      fc.assert(
        fc.property(fc.oneof(within, within, anyMinute), daysOfWeek, begins, (minute, days, after) => {
          check(zone, spans, minute, days, after, to + 2 * DAY)
        }),
        { numRuns },
      )
    }
  }
  assert.ok(transitions > 800, `${transitions} transitions`)
})

test('in each zone, at any time of the years: the same', () => {
  const begins = fc.integer({ min: Date.UTC(2024), max: Date.UTC(2027, 11) })
  for (const { zone, spans } of zones) {
    fc.assert(
      fc.property(anyMinute, daysOfWeek, begins, (minute, days, after) => {
        check(zone, spans, minute, days, after, after + 4 * DAY)
      }),
      { numRuns: 2 },
    )
  }
})

test('where a date was left out: the same, without it', () => {
  const [from, until] = [Date.UTC(2011, 10, 1), Date.UTC(2012, 1, 1)]
  const missing = Date.UTC(2011, 11, 30)
  for (const zone of ['Pacific/Apia', 'Pacific/Fakaofo']) {
    const spans = spansOf(zone, from, until)
    assert.ok(!dateExists(spans, missing))
    fc.assert(
      fc.property(anyMinute, daysOfWeek, (minute, days) => {
        check(zone, spans, minute, days, missing - 3 * DAY, missing + 3 * DAY)
      }),
      { numRuns: 20 },
    )
  }
})

test('each run is strictly later than the one after which it is asked for', () => {
  const rhythm = { time: '01:30', zone: 'Europe/London', days: DAILY }
  const all = plannedUntil(rhythm, Date.UTC(2026, 9, 20), Date.UTC(2026, 9, 30))
  for (const [i, { at }] of all.slice(0, -1).entries()) {
    assert.deepEqual(plannedAfter(rhythm, at).next().value, all[i + 1])
    assert.deepEqual(plannedAfter(rhythm, at - 1).next().value, all[i])
  }
})

const TABLE: [zone: string, date: string, time: string, utc: string][] = [
  ['America/New_York', '2026-03-08', '02:30', '2026-03-08T07:30:00Z'],
  ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00Z'],
  ['Europe/London', '2026-03-29', '01:30', '2026-03-29T01:30:00Z'],
  ['Europe/London', '2026-10-25', '01:30', '2026-10-25T00:30:00Z'],
  ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:45:00Z'],
  ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45:00Z'],
  ['Africa/Cairo', '2026-04-24', '00:15', '2026-04-23T22:15:00Z'],
  ['America/Nuuk', '2026-03-28', '23:30', '2026-03-29T01:30:00Z'],
]

/** The run planned for a date, among those of the days around it. */
function plannedFor(zone: string, date: string, time: string): Planned[] {
  const noon = Date.parse(`${date}T12:00Z`)
  return plannedUntil({ time, zone, days: DAILY }, noon - 2 * DAY, noon + 2 * DAY).filter(
    (planned) => planned.date === date,
  )
}

for (const [zone, date, time, utc] of TABLE) {
  test(`${zone} ${date} ${time} is ${utc}`, () => {
    assert.deepEqual(plannedFor(zone, date, time), [{ date, at: Date.parse(utc) }])
  })
}

test('Pacific/Apia 2011-12-30 09:00 is never', () => {
  assert.deepEqual(plannedFor('Pacific/Apia', '2011-12-30', '09:00'), [])
  assert.deepEqual(plannedFor('Pacific/Apia', '2011-12-31', '09:00'), [
    { date: '2011-12-31', at: Date.parse('2011-12-30T19:00Z') },
  ])
})

test('a run that a gap moves past midnight is there besides that of the next date', () => {
  const rhythm = { time: '23:30', zone: 'America/Nuuk', days: DAILY }
  const [first, second] = plannedUntil(rhythm, Date.UTC(2026, 2, 28, 12), Date.UTC(2026, 2, 30, 12))
  assert.deepEqual([first?.date, second?.date], ['2026-03-28', '2026-03-29'])
  const at = first?.at ?? 0
  assert.equal(localDate(rhythm.zone, at), '2026-03-29')
  assert.equal(localDate(rhythm.zone, at - MINUTE), '2026-03-29')
  assert.deepEqual(plannedAfter(rhythm, at - MINUTE).next().value, first)
})

test('without a day of the week there is no run, and no search without end', () => {
  for (const days of [[], [0], [8], [1.5]]) {
    assert.deepEqual([...plannedAfter({ time: '09:00', zone: 'UTC', days }, AUTUMN)], [])
  }
})

test('a local date begins when it begins there, at midnight or after a gap', () => {
  const begins: [string, string, string][] = [
    ['Europe/London', '2026-12-27', '2026-12-27T00:00Z'],
    ['America/New_York', '2026-12-27', '2026-12-27T05:00Z'],
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00Z'],
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00Z'],
  ]
  for (const [zone, date, utc] of begins) {
    assert.equal(startOfDate(zone, date), Date.parse(utc), `${zone} ${date}`)
    assert.ok(localDate(zone, startOfDate(zone, date)) >= date)
    assert.ok(localDate(zone, startOfDate(zone, date) - 1) < date)
  }
})

test('days between two dates are those of the calendar', () => {
  assert.equal(daysBetween('2026-03-28', '2026-03-30'), 2)
  assert.equal(daysBetween('2027-01-01', '2026-12-31'), -1)
  assert.equal(daysBetween('2024-02-28', '2025-02-28'), 366)
  assert.equal(daysBetween('2026-11-26', '2026-11-26'), 0)
})

test('a run is told in local time, with the zone named', () => {
  const told = (zone: string, time: string, locale: string, after = AUTUMN): string => {
    const rhythm = { zone, time, days: DAILY }
    const [planned] = plannedAfter(rhythm, after)
    // Versions of Intl differ in the comma after the weekday.
    return describeRun(planned as Planned, rhythm, locale).replace(/^(\w+), /u, '$1 ')
  }
  assert.equal(told('Europe/London', '09:00', 'en-GB'), 'Friday 27 November 2026, 09:00 (Europe/London, GMT)')
  assert.equal(
    told('America/New_York', '00:05', 'en-US'),
    'Friday November 27, 2026, 00:05 (America/New_York, EST)',
  )
  assert.equal(told('UTC', '21:30', 'en-GB'), 'Thursday 26 November 2026, 21:30 (UTC)')
  assert.equal(told('Europe/Berlin', '09:00', 'de'), 'Freitag 27. November 2026, 09:00 (Europe/Berlin, MEZ)')
  assert.equal(
    told('America/Nuuk', '23:30', 'en-GB', Date.UTC(2026, 2, 28, 12)),
    'Sunday 29 March 2026, 00:30 (America/Nuuk, GMT-1)',
  )
})
