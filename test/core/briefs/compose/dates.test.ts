import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { datesIn, fallsOn } from '../../../../src/core/briefs/compose/dates.ts'

const FOUND: [language: string, text: string, words: string, on: string][] = [
  ['en', 'It opens on 2026-03-02.', '2026-03-02', '2026-03-02'],
  ['en', 'The fair of March 2, 2026 is free.', 'March 2, 2026', '2026-03-02'],
  ['en', 'By 2 March 2026 all is done.', '2 March 2026', '2026-03-02'],
  ['en', 'The 2nd of March 2026 is a Monday.', '2nd of March 2026', '2026-03-02'],
  ['en', 'From 2 to 5 April 2026 we are closed.', '2 to 5 April 2026', '2026-04-05'],
  ['en', 'March 2–5, 2026 is for visitors.', 'March 2–5, 2026', '2026-03-05'],
  ['en', 'Due on 12/25/2026.', '12/25/2026', '2026-12-25'],
  ['en', 'Due on 25/12/2026.', '25/12/2026', '2026-12-25'],
  ['en', 'Every March 24 we count.', 'March 24', '2031-03-24'],
  ['en', 'The summit was on Oct. 3.', 'Oct. 3', '2026-10-03'],
  ['en', 'Rent is due on the 15th of each month.', '15th of each month', '2026-07-15'],
  ['en', 'Every month on the 1st the list is new.', 'Every month on the 1st', '2026-07-01'],
  ['en', 'On the last day of every month we close.', 'last day of every month', '2026-02-28'],
  ['en', 'The first Tuesday of each month is for repairs.', 'first Tuesday of each month', '2026-12-01'],
  ['en', 'The last Friday of the month is quiet.', 'last Friday of the month', '2026-11-27'],
  ['en', 'Every Monday the team meets.', 'Every Monday', '2026-11-30'],
  ['en', 'The desk is closed on Fridays.', 'on Fridays', '2026-11-27'],
  ['en', 'In October 2026 the fee rises.', 'In October 2026', '2026-10-01'],
  ['en', 'Each December the store is counted.', 'Each December', '2026-12-01'],
  ['de', 'Ab 2. März 2026 gilt das.', '2. März 2026', '2026-03-02'],
  ['de', 'Abgabe am 04.05.2026 um neun.', '04.05.2026', '2026-05-04'],
  ['de', 'Jeden Montag ist Markt.', 'Jeden Montag', '2026-11-30'],
  ['fr', 'Le 14 juillet 2026 est férié.', '14 juillet 2026', '2026-07-14'],
  ['es', 'El 2 de marzo de 2026 abrimos.', '2 de marzo de 2026', '2026-03-02'],
  ['ja', '会議は2026年11月26日に開かれる。', '2026年11月26日', '2026-11-26'],
  ['zh', '会议于11月26日举行。', '11月26日', '2026-11-26'],
  ['ko', '회의는 2026년 11월 26일에 열린다.', '2026년 11월 26일', '2026-11-26'],
  ['pl', 'Dnia 2 marca 2026 otwieramy.', '2 marca 2026', '2026-03-02'],
]
for (const [language, text, words, on] of FOUND) {
  test(`“${words}” falls on ${on} (${language})`, () => {
    const found = datesIn(text, language).filter((one) => text.slice(one.start, one.end) === words)
    assert.ok(
      found.some((one) => fallsOn(one, on)),
      JSON.stringify(datesIn(text, language)),
    )
  })
}

const NONE = [
  'You may 2 go, and they march 3 miles.',
  'Version 2.0.1 of 1/2 and 3/4/2026.',
  'Call 555-2026-03-02-11 today.',
  'Since 1987 the fee is 12.50.',
  'Section 3.2.2026.1 says so.',
  'See step 30 February 2026.',
  'Monday is a word, and so is October.',
  'The second row of the table.',
]
for (const text of NONE) {
  test(`no date is seen in “${text}”`, () => {
    assert.deepEqual(datesIn(text, 'en'), [])
  })
}

test('no year is guessed: with one it is that year’s day alone, without one that of every year', () => {
  const [exact] = datesIn('On March 2, 2022 they met.', 'en')
  const [yearly] = datesIn('On March 2 they meet.', 'en')
  assert.ok(exact && yearly)
  assert.deepEqual([fallsOn(exact, '2022-03-02'), fallsOn(exact, '2026-03-02')], [true, false])
  assert.deepEqual([fallsOn(yearly, '2022-03-02'), fallsOn(yearly, '2026-03-02')], [true, true])
  assert.ok(exact.exact > yearly.exact)
})

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)
const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })

test('a full date, however it is written, falls on that day and on no other', () => {
  fc.assert(
    fc.property(day, day, fc.integer({ min: 0, max: 3 }), (date, other, how) => {
      const iso = date.toISOString().slice(0, 10)
      const [year, d, month] = [date.getUTCFullYear(), date.getUTCDate(), MONTHS[date.getUTCMonth()]]
      const written = [
        iso,
        `${d} ${month} ${year}`,
        `${month} ${d}, ${year}`,
        `${d} ${month?.slice(0, 3)} ${year}`,
      ][how]
      const [found] = datesIn(`It is due ${written} at noon.`, 'en')
      assert.ok(found)
      const otherIso = other.toISOString().slice(0, 10)
      assert.equal(fallsOn(found, iso), true)
      assert.equal(fallsOn(found, otherIso), otherIso === iso)
    }),
    { numRuns: 300 },
  )
})

test('whatever the text: no throw, and every date lies within it', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'March',
      '2',
      '2026',
      ' ',
      '-',
      '.',
      '/',
      'on the',
      'every',
      'Monday',
      'of',
      'month',
      'last',
    ),
    fc.string({ unit: 'grapheme', maxLength: 5 }),
  )
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 30 }),
      fc.constantFrom('en', 'de', 'ru', 'ja', 'xx'),
      (pieces, language) => {
        const text = pieces.join('')
        for (const { start, end } of datesIn(text, language))
          assert.ok(start >= 0 && start < end && end <= text.length)
      },
    ),
    { numRuns: 500 },
  )
})

test('a long line of numbers and months takes no more than a moment', () => {
  const start = performance.now()
  for (const piece of ['2 March ', '1 ', 'on the 1', 'March ', '2026-', '30.'])
    datesIn(piece.repeat(20_000), 'de')
  assert.ok(performance.now() - start < 3000)
})
