import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { ABBREVIATIONS } from '../../../../src/core/briefs/typed/abbreviations.ts'
import { readDate } from '../../../../src/core/briefs/typed/date.ts'
import { readDays } from '../../../../src/core/briefs/typed/days.ts'
import { readOn, type On } from '../../../../src/core/briefs/typed/on.ts'
import type { FaultKind, Read } from '../../../../src/core/briefs/typed/read.ts'
import { localDate } from '../../../../src/core/briefs/schedule.ts'
import { readTime } from '../../../../src/core/briefs/typed/time.ts'
import { readZone } from '../../../../src/core/briefs/typed/zone.ts'

const TODAY = '2026-11-26'

/** Asserts a value, or the kind of fault with its suggestions. */
type Row<Value> = [typed: string, value: Value] | [typed: string, fault: FaultKind, suggestions: string[]]

function table<Value>(name: string, read: (typed: string) => Read<Value>, rows: Row<Value>[]): void {
  for (const [typed, value, suggestions] of rows) {
    test(`${name}: ${JSON.stringify(typed)}`, () => {
      const found = read(typed)
      if (!suggestions) return assert.deepEqual(found, { value })
      assert.ok('fault' in found, JSON.stringify(found))
      assert.deepEqual([found.fault, found.suggestions], [value, suggestions])
    })
  }
}

table('time', readTime, [
  ['9', '09:00'],
  ['9:00', '09:00'],
  ['09:00', '09:00'],
  ['9am', '09:00'],
  ['9 AM', '09:00'],
  ['9.30 pm', '21:30'],
  ['9:30 p.m.', '21:30'],
  ['0900', '09:00'],
  ['930', '09:30'],
  ['21h', '21:00'],
  ['21h30', '21:30'],
  ['12am', '00:00'],
  ['12pm', '12:00'],
  ['noon', '12:00'],
  ['Midnight', '00:00'],
  ['０９：００', '09:00'],
  ['23:59', '23:59'],
  ['24:00', 'time', ['00:00']],
  ['13pm', 'time', ['13:00']],
  ['24:01', 'time', []],
  ['25', 'time', []],
  ['9:60', 'time', []],
  ['9:5', 'time', []],
  ['', 'time', []],
  ['nine', 'time', []],
  ['constructor', 'time', []],
])

table('zone', readZone, [
  ['Europe/London', 'Europe/London'],
  ['europe/london', 'Europe/London'],
  ['London', 'Europe/London'],
  ['  new   york ', 'America/New_York'],
  ['America/New York', 'America/New_York'],
  ['new_york', 'America/New_York'],
  ['São Paulo', 'America/Sao_Paulo'],
  ['Port au Prince', 'America/Port-au-Prince'],
  ['Indiana/Knox', 'America/Indiana/Knox'],
  ['UTC', 'UTC'],
  ['gmt', 'UTC'],
  ['CET', new Intl.DateTimeFormat('en', { timeZone: 'CET' }).resolvedOptions().timeZone],
  ['Japan', 'Asia/Tokyo'],
  ['JST', 'Asia/Tokyo'],
  ['GB', 'Europe/London'],
  ['Kiev', 'Europe/Kyiv'],
  ['Europe/Kyiv', 'Europe/Kyiv'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Nuuk', 'America/Nuuk'],
  ['Etc/GMT+5', 'Etc/GMT+5'],
  ['Europe/Lodnon', 'zone', ['Europe/London']],
  ['Lodnon', 'zone', ['Europe/London']],
  ['New Yrok', 'zone', ['America/New_York']],
  ['Asia/London', 'zone', ['Europe/London']],
  ['Amercia/Chicago', 'zone', ['America/Chicago']],
  ['EST', 'zone-ambiguous', ['America/New_York', 'America/Toronto', 'America/Panama']],
  ['IST', 'zone-ambiguous', ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem']],
  ['bst', 'zone-ambiguous', ['Europe/London', 'Asia/Dhaka', 'Pacific/Bougainville']],
  ['+01:00', 'zone', []],
  ['UTC+2', 'zone', []],
  ['SystemV/EST5', 'zone', []],
  ['VST', 'zone', []],
  ['Gotham City', 'zone', []],
  ['__proto__', 'zone', []],
  ['', 'zone', []],
])

table('days', readDays, [
  ['daily', [1, 2, 3, 4, 5, 6, 7]],
  ['every day', [1, 2, 3, 4, 5, 6, 7]],
  ['Weekdays', [1, 2, 3, 4, 5]],
  ['weekends', [6, 7]],
  ['mon,wed', [1, 3]],
  ['Mon, Wed and Fri', [1, 3, 5]],
  ['wed & mon', [1, 3]],
  ['monday', [1]],
  ['on Tuesdays', [2]],
  ['thurs', [4]],
  ['mon-fri', [1, 2, 3, 4, 5]],
  ['sat – mon', [1, 6, 7]],
  ['Mon to Wed', [1, 2, 3]],
  ['weekdays and sat', [1, 2, 3, 4, 5, 6]],
  ['mon,mon', [1]],
  ['weekly', 'days', ['mon']],
  ['weekdyas', 'days', ['weekdays']],
  ['mon, wendesday', 'days', ['wed']],
  ['mo', 'days', ['mon']],
  ['mon-', 'days', ['mon']],
  ['never', 'days', []],
  ['', 'days', []],
])

table('date', (typed) => readDate(typed, TODAY), [
  ['2026-12-27', '2026-12-27'],
  ['until 2026-12-27', '2026-12-27'],
  ['2026/12/27', '2026-12-27'],
  ['27.12.2026', '2026-12-27'],
  ['5.6.2027', '2027-06-05'],
  ['27/12/2026', '2026-12-27'],
  ['12/27/2026', '2026-12-27'],
  ['12/12/2026', '2026-12-12'],
  ['27 Dec 2026', '2026-12-27'],
  ['27-Dec-2026', '2026-12-27'],
  ['27th of December, 2026', '2026-12-27'],
  ['December 27th, 2026', '2026-12-27'],
  ['1 Sept 2027', '2027-09-01'],
  ['29 Feb 2028', '2028-02-29'],
  ['Tomorrow', '2026-11-27'],
  ['05/06/2027', 'date-ambiguous', ['2027-06-05', '2027-05-06']],
  ['27 Dec', 'date', ['2026-12-27']],
  ['Feb 29', 'date', ['2028-02-29']],
  ['26 November', 'date', ['2027-11-26']],
  ['monday', 'date', ['2026-11-30']],
  ['Thursday', 'date', ['2026-12-03']],
  ['27.12.26', 'date', ['2026-12-27']],
  ['today', 'date-past', []],
  [TODAY, 'date-past', []],
  ['2026-11-25', 'date-past', []],
  ['1.1.1999', 'date-past', []],
  ['30/12/2025', 'date-past', []],
  ['2027-02-29', 'date', []],
  ['31.4.2027', 'date', []],
  ['2026-13-01', 'date', []],
  ['30 Feb', 'date', []],
  ['27 Foo 2026', 'date', []],
  ['next week', 'date', []],
  ['', 'date', []],
])

const WEEKDAYS = [1, 2, 3, 4, 5]
const on: [words: string, value: On][] = [
  ['', { quiet: false }],
  ['09:00', { time: '09:00', quiet: false }],
  [
    '09:00 Europe/London weekdays quiet',
    { time: '09:00', zone: 'Europe/London', days: WEEKDAYS, quiet: true },
  ],
  ['9 pm quiet New York mon,wed', { time: '21:00', zone: 'America/New_York', days: [1, 3], quiet: true }],
  [
    '9, London, Mon, Wed and Fri, quiet',
    { time: '09:00', zone: 'Europe/London', days: [1, 3, 5], quiet: true },
  ],
  ['at 9 in London on weekdays', { time: '09:00', zone: 'Europe/London', days: WEEKDAYS, quiet: false }],
  ['every weekday at noon', { time: '12:00', days: WEEKDAYS, quiet: false }],
  ['daily Los Angeles', { zone: 'America/Los_Angeles', days: [1, 2, 3, 4, 5, 6, 7], quiet: false }],
]

for (const [words, value] of on) {
  test(`on: ${JSON.stringify(words)}`, () => assert.deepEqual(readOn(words), { value }))
}

const slips: [words: string, fault: FaultKind, typed: string, suggestions: string[]][] = [
  ['09:00 Europe/Lodnon quiet', 'zone', 'Europe/Lodnon', ['Europe/London']],
  ['09:00 New Yrok weekdays', 'zone', 'New Yrok', ['America/New_York']],
  ['09:00 EST', 'zone-ambiguous', 'EST', ['America/New_York', 'America/Toronto', 'America/Panama']],
  ['09:00 weekdyas', 'days', 'weekdyas', ['weekdays']],
  ['09:00 mon, Wedd', 'days', 'Wedd', ['wed']],
  ['25:00 London', 'time', '25:00', []],
  ['24:00 London', 'time', '24:00', ['00:00']],
  ['09:00 quite', 'word', 'quite', ['quiet']],
  ['09:00 please London', 'word', 'please', []],
  ['09:00 Nowhere/Land', 'zone', 'Nowhere/Land', []],
  ['09:00 UTC+2', 'zone', 'UTC+2', []],
  ['09:00 10:00', 'twice', '10:00', []],
  ['09:00 London Paris', 'twice', 'Paris', []],
  ['mon 9 tue', 'twice', 'tue', []],
]

for (const [words, fault, typed, suggestions] of slips) {
  test(`on: ${JSON.stringify(words)} is at fault in ${typed}`, () => {
    assert.deepEqual(readOn(words), { fault, typed, suggestions })
  })
}

test('each zone of the runtime is read by its name, and read again from what was read', () => {
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const read = readZone(zone.toLowerCase())
    assert.ok('value' in read, zone)
    assert.deepEqual(readZone(read.value), read)
    assert.deepEqual(readOn(`9 ${read.value.replaceAll('_', ' ')} quiet`), {
      value: { time: '09:00', zone: read.value, quiet: true },
    })
    assert.equal(
      new Intl.DateTimeFormat('en', { timeZone: read.value }).resolvedOptions().timeZone,
      new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone,
    )
  }
})

test('what an abbreviation may mean is understood when it is typed instead', () => {
  for (const zone of Object.values(ABBREVIATIONS).flat()) assert.deepEqual(readZone(zone), { value: zone })
})

const word = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom(
    '9',
    '09:00',
    'pm',
    'London',
    'New',
    'York',
    'EST',
    'mon',
    'mon-',
    ',',
    'and',
    'quiet',
    '27',
  ),
  fc.constantFrom('Dec', '2026', '2026-02-30', 'until', 'Europe/', '/', '-', '12.', 'constructor', 'Lodnon'),
)
const words = fc.oneof(
  fc.array(word, { maxLength: 6 }).map((all) => all.join(' ')),
  fc.string({ unit: 'binary', maxLength: 30 }),
)

test('whatever the words: no reader throws, and each suggestion is understood when it is typed instead', () => {
  const date = (typed: string): Read<string> => readDate(typed, TODAY)
  fc.assert(
    fc.property(words, (typed) => {
      for (const read of [readTime, readZone, readDays, date, readOn]) {
        const found = read(typed)
        if ('value' in found) continue
        const again: (typed: string) => Read<unknown> = found.fault.startsWith('date') ? date : readOn
        assert.ok(found.suggestions.length <= 3)
        for (const suggestion of found.suggestions) assert.ok('value' in again(suggestion), suggestion)
      }
    }),
    { numRuns: 40 },
  )
})

test('what is read is of the form that the schedule takes', () => {
  fc.assert(
    fc.property(words, (typed) => {
      const read = readOn(typed)
      if ('fault' in read) return
      const { time, zone, days } = read.value
      assert.match(time ?? '00:00', /^([01]\d|2[0-3]):[0-5]\d$/u)
      assert.match(localDate(zone ?? 'UTC', 0), /^\d{4}-\d\d-\d\d$/u)
      assert.ok((days ?? [1]).every((day) => day >= 1 && day <= 7))
    }),
    { numRuns: 40 },
  )
})

test('a message as long as a platform takes is read in no time, and a fault shows only its beginning', () => {
  for (const typed of ['9 '.repeat(20_000), 'x'.repeat(40_000), ' -'.repeat(20_000), 'mon, '.repeat(8000)]) {
    const started = process.cpuUsage()
    for (const read of [readOn, readDays, readZone, readTime]) {
      const found = read(typed)
      assert.ok('value' in found || found.typed.length <= 60)
    }
    readDate(typed, TODAY)
    assert.ok(process.cpuUsage(started).user < 1_000_000, typed.slice(0, 9))
  }
})
