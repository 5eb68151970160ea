import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { datesIn, fallsOn, type How } from '../../../../src/core/briefs/compose/dates.ts'

/** The words found, and days on which they fall; `-` before a day on which they do not. */
type Row = [language: string, text: string, words: string, how: How, ...days: string[]]

const FOUND: Row[] = [
  ['en', 'It opens on 2026-03-02.', '2026-03-02', 'day', '2026-03-02', '-2027-03-02'],
  ['en', 'Since 2026-03-02T10:00:00Z it is open.', '2026-03-02', 'day', '2026-03-02'],
  ['en', 'Filed (2026/03/02).', '2026/03/02', 'day', '2026-03-02'],
  ['en', 'The fair of March 2, 2026 is free.', 'March 2, 2026', 'day', '2026-03-02', '-2026-03-03'],
  ['en', 'March 2nd 2026 it is.', 'March 2nd 2026', 'day', '2026-03-02'],
  ['en', 'By 2 March 2026 all is done.', '2 March 2026', 'day', '2026-03-02'],
  ['en', 'The 2nd of March, 2026 is a Monday.', '2nd of March, 2026', 'day', '2026-03-02'],
  ['en', 'On Mon 2 Mar 2026 we open.', 'Mon 2 Mar 2026', 'day', '2026-03-02'],
  ['en', 'On Monday, March 2, 2026 we open.', 'Monday, March 2, 2026', 'day', '2026-03-02'],
  ['en', 'Signed 2-Mar-2026.', '2-Mar-2026', 'day', '2026-03-02'],
  ['en', 'Due Oct. 3, 2026, no later.', 'Oct. 3, 2026', 'day', '2026-10-03'],
  ['en', 'due 2 march 2026', '2 march 2026', 'day', '2026-03-02'],
  ['en', 'DUE MARCH 2, 2026', 'MARCH 2, 2026', 'day', '2026-03-02'],
  ['en', 'Due on 12/25/2026.', '12/25/2026', 'day', '2026-12-25'],
  ['en', 'Due on 25/12/2026.', '25/12/2026', 'day', '2026-12-25'],
  ['en', 'Due on 3/3/2026.', '3/3/2026', 'day', '2026-03-03'],
  ['en', 'It began on March 2, 1850.', 'March 2, 1850', 'day', '1850-03-02', '-2026-03-02'],
  [
    'en',
    'From 2 to 5 April 2026 we are closed.',
    '2 to 5 April 2026',
    'day',
    '2026-04-02',
    '2026-04-05',
    '-2026-04-03',
  ],
  [
    'en',
    'March 2–5, 2026 is for visitors.',
    'March 2–5, 2026',
    'day',
    '2026-03-02',
    '2026-03-05',
    '-2026-03-04',
  ],
  [
    'en',
    'On 2, 9 and 16 March 2026 we meet.',
    '2, 9 and 16 March 2026',
    'day',
    '2026-03-02',
    '2026-03-09',
    '2026-03-16',
  ],
  [
    'en',
    '2 March – 5 April 2026',
    '2 March – 5 April 2026',
    'day',
    '2026-03-02',
    '2026-04-05',
    '-2025-03-02',
  ],
  [
    'en',
    'Closed 28 December to 3 January 2026.',
    '28 December to 3 January 2026',
    'day',
    '2025-12-28',
    '2026-01-03',
    '-2026-12-28',
  ],
  ['en', 'March 30 to April 2, 2026', 'March 30 to April 2, 2026', 'day', '2026-03-30', '2026-04-02'],
  ['en', 'Every March 24 we count.', 'March 24', 'yearly', '2031-03-24', '1999-03-24'],
  ['en', 'Every 2 March we count.', '2 March', 'yearly', '2026-03-02'],
  ['en', 'The summit was on Oct. 3.', 'Oct. 3', 'yearly', '2026-10-03'],
  ['en', 'Killings went on until 3 October. Then', '3 October', 'yearly', '2026-10-03'],
  ['en', 'Closed on 29 February.', '29 February', 'yearly', '2024-02-29', '-2026-03-01'],
  ['en', 'On Friday, March 6, we meet.', 'Friday, March 6', 'yearly', '2026-03-06', '-2027-03-06'],
  ['en', 'At 9:30 March 2 begins.', 'March 2', 'yearly', '2026-03-02'],
  [
    'en',
    'Rent is due on the 15th of each month.',
    '15th of each month',
    'monthly',
    '2026-07-15',
    '-2026-07-16',
  ],
  [
    'en',
    'Rent is due on the 1st and 15th of the month.',
    '1st and 15th of the month',
    'monthly',
    '2026-07-01',
    '2026-07-15',
  ],
  ['en', 'Every month on the 1st the list is new.', 'Every month on the 1st', 'monthly', '2026-07-01'],
  [
    'en',
    'On the last day of every month we close.',
    'last day of every month',
    'monthly',
    '2026-02-28',
    '2024-02-29',
    '-2024-02-28',
  ],
  [
    'en',
    'It closes at the end of each quarter.',
    'end of each quarter',
    'monthly',
    '2026-06-30',
    '-2026-05-31',
  ],
  [
    'en',
    'The first Tuesday of each month is for repairs.',
    'first Tuesday of each month',
    'monthly',
    '2026-12-01',
    '-2026-12-08',
  ],
  [
    'en',
    'The first and third Monday of each month.',
    'first and third Monday of each month',
    'monthly',
    '2026-11-02',
    '2026-11-16',
  ],
  ['en', 'Each second Tuesday of the month we meet.', 'second Tuesday of the month', 'monthly', '2026-12-08'],
  [
    'en',
    'The last Friday of the month is quiet.',
    'last Friday of the month',
    'monthly',
    '2026-11-27',
    '-2026-11-20',
  ],
  ['en', 'Every month on the first Monday.', 'Every month on the first Monday', 'monthly', '2026-11-02'],
  [
    'en',
    'The last Monday in August is free.',
    'last Monday in August',
    'yearly',
    '2026-08-31',
    '-2026-11-30',
  ],
  ['en', 'The first Monday of May 2026.', 'first Monday of May 2026', 'day', '2026-05-04', '-2027-05-03'],
  ['en', 'Every Monday the team meets.', 'Every Monday', 'weekly', '2026-11-30', '-2026-12-01'],
  ['en', 'The desk is closed on Fridays.', 'on Fridays', 'weekly', '2026-11-27'],
  [
    'en',
    'every monday, Wednesday and Friday',
    'every monday, Wednesday and Friday',
    'weekly',
    '2026-11-30',
    '2026-12-02',
    '2026-12-04',
  ],
  ['en', 'Mondays and Thursdays are busy.', 'Mondays and Thursdays', 'weekly', '2026-11-30', '2026-12-03'],
  ['en', 'Every Monday in March is free.', 'Every Monday in March', 'weekly', '2026-03-02', '-2026-11-30'],
  [
    'en',
    'By the end of March 2026 all is done.',
    'end of March 2026',
    'month end',
    '2026-03-31',
    '-2026-03-01',
  ],
  [
    'en',
    'In October 2026 the fee rises.',
    'In October 2026',
    'month',
    '2026-10-01',
    '-2026-10-02',
    '-2027-10-01',
  ],
  ['en', 'Each December the store is counted.', 'Each December', 'yearly month', '2026-12-01'],
  ['en', 'In May we may march.', 'In May', 'yearly month', '2026-05-01'],
  ['de', 'Ab Montag, den 2. März 2026 gilt das.', 'Montag, den 2. März 2026', 'day', '2026-03-02'],
  ['de', 'AM 2. MÄRZ 2026', '2. MÄRZ 2026', 'day', '2026-03-02'],
  ['de', 'Am 2. Ma\u0308rz 2026.', '2. Ma\u0308rz 2026', 'day', '2026-03-02'],
  ['de', 'Am 2. Marz 2026.', '2. Marz 2026', 'day', '2026-03-02'],
  ['de', '2.–5. März 2026', '2.–5. März 2026', 'day', '2026-03-02', '2026-03-05'],
  ['de', 'Abgabe am 04.05.2026 um neun.', '04.05.2026', 'day', '2026-05-04'],
  ['de', 'Jeden Montag ist Markt.', 'Jeden Montag', 'weekly', '2026-11-30'],
  ['de', 'Am 15. jedes Monats.', '15. jedes Monats', 'monthly', '2026-03-15'],
  ['de', 'It opens on 2 March 2026.', '2 March 2026', 'day', '2026-03-02'],
  ['fr', 'Le 14 juillet 2026 est férié.', '14 juillet 2026', 'day', '2026-07-14'],
  ['fr', 'Le 1er fevrier est férié.', '1er fevrier', 'yearly', '2026-02-01'],
  ['fr', 'Du 2 au 5 mars 2026.', '2 au 5 mars 2026', 'day', '2026-03-02', '2026-03-05'],
  ['fr', 'Le 02/03/2026.', '02/03/2026', 'day', '2026-03-02'],
  ['es', 'El 2 de marzo de 2026 abrimos.', '2 de marzo de 2026', 'day', '2026-03-02'],
  ['es', 'En octubre de 2026 sube.', 'En octubre de 2026', 'month', '2026-10-01'],
  ['ca', 'El 2 d’octubre de 2026.', '2 d’octubre de 2026', 'day', '2026-10-02'],
  ['it', 'Ogni lunedì c’è mercato.', 'Ogni lunedì', 'weekly', '2026-11-30'],
  ['pt', 'Na segunda-feira, 2 de março de 2026.', 'segunda-feira, 2 de março de 2026', 'day', '2026-03-02'],
  ['nl', 'Open op 02-03-2026.', '02-03-2026', 'day', '2026-03-02'],
  ['sv', 'Den 2 mars 2026 öppnar vi.', '2 mars 2026', 'day', '2026-03-02'],
  ['pl', 'Dnia 2 marca 2026 otwieramy.', '2 marca 2026', 'day', '2026-03-02'],
  ['ru', 'Открытие 2 марта 2026 г.', '2 марта 2026', 'day', '2026-03-02'],
  ['fi', 'Avataan 2. maaliskuuta 2026.', '2. maaliskuuta 2026', 'day', '2026-03-02'],
  ['hu', '2026. március 2.', '2026. március 2.', 'day', '2026-03-02'],
  ['el', 'Στις 2 Μαρτίου 2026.', '2 Μαρτίου 2026', 'day', '2026-03-02'],
  ['th', 'วันที่ 2 มีนาคม 2026', '2 มีนาคม 2026', 'day', '2026-03-02'],
  ['ja', '会議は2026年3月2日です', '2026年3月2日', 'day', '2026-03-02'],
  ['ja', '会議は2026年11月26日に開かれる。', '2026年11月26日', 'day', '2026-11-26'],
  ['zh', '会议于11月26日举行。', '11月26日', 'yearly', '2026-11-26'],
  ['ko', '회의는 2026년 11월 26일에 열린다.', '2026년 11월 26일', 'day', '2026-11-26'],
  ['xx', 'On 2 March 2026.', '2 March 2026', 'day', '2026-03-02'],
  ['not a tag!', 'On 2 March 2026.', '2 March 2026', 'day', '2026-03-02'],
]
for (const [language, text, words, how, ...days] of FOUND) {
  test(`“${words}” is a date (${language})`, () => {
    const found = datesIn(text, language)
    const at = { start: text.indexOf(words), end: text.indexOf(words) + words.length }
    assert.ok(found.length > 0)
    for (const { start, end, how: as } of found)
      assert.deepEqual({ words: text.slice(start, end), start, end, as }, { words, ...at, as: how })
    for (const day of days)
      assert.equal(
        found.some((one) => fallsOn(one, day.replace(/^-/, ''))),
        !day.startsWith('-'),
        day,
      )
  })
}

const NONE: [language: string, text: string][] = [
  ['en', 'You may 2 go, and they march 3 miles.'],
  ['en', 'He may 2026 times, in may, on 2 march.'],
  ['en', 'Version 2.0.1 of 1/2 and 3/4/2026.'],
  ['en', 'Version 2026.03.02 is out, and so is 13.3.2026.'],
  ['en', 'Call 555-2026-03-02-11 today.'],
  ['en', 'See report_2026-03-02.txt and id-2026-03-02.'],
  ['en', 'Open /2026/03/02/index.html.'],
  ['en', 'Since 1987 the fee is 12.50.'],
  ['en', 'Section 3.2.2026.1 says so.'],
  ['en', 'It was 2026.'],
  ['en', 'See step 30 February 2026.'],
  ['en', 'On 29 February 2026.'],
  ['en', 'On 31 April, 32 March, March 32 and 0 March.'],
  ['en', 'On 2026-13-02 and 2026-02-30 and 24/25/2026.'],
  ['en', 'In ’26, or 2 March ’26.'],
  ['en', 'On March 2, 987.'],
  ['en', 'In March 2 million came, and March 2% fell.'],
  ['en', 'In March 2,500 came.'],
  ['en', 'A March 2-page leaflet.'],
  ['en', '$2 March, v2 March, #2 March, 1/2 March.'],
  ['en', 'At 10:30 March began.'],
  ['en', 'Monday is a word, and so is October.'],
  ['en', 'The second row of the table.'],
  ['en', 'On Monday he fell.'],
  ['en', 'Every other Monday, every second Tuesday.'],
  ['en', 'Open Monday to Friday, every Monday to Friday.'],
  ['en', 'The last working day of each month.'],
  ['en', 'A half-March, marching, Marchers 2, Mayor 3.'],
  ['en', 'He sat on the sun.'],
  ['de', 'Abschnitt 3.2.2026.1'],
  ['de', 'Im März 2 Personen, 3/4/2026.'],
  ['sv', 'I måndags kom de.'],
  ['es', 'En mar abierto.'],
]
for (const [language, text] of NONE) {
  test(`no date is seen in “${text}” (${language})`, () => {
    assert.deepEqual(datesIn(text, language), [])
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

test('the more exactly a day is named, the more exact it is', () => {
  const text =
    'In May, in May 2026, on Mondays, end of May, each month on the 1st, on May 1, on May 1, 2026, all is well.'
  const found = datesIn(text, 'en')
  assert.equal(found.length, 7)
  assert.deepEqual(
    found.map(({ exact }) => exact),
    found.map(({ exact }) => exact).toSorted((a, b) => a - b),
  )
  assert.ok(found.every(({ exact }) => exact > 0 && exact <= 1))
})

const day = fc.date({ min: new Date('1600-01-01'), max: new Date('2190-12-31'), noInvalidDate: true })
const format = (language: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
    ...options,
  })
const LANGUAGES = 'en de fr es it pt nl sv da nb fi pl cs sk hu ro ru uk tr el ca hr sl bg ja zh ko'.split(
  ' ',
)
const MONTH = format('en', { month: 'long' })
const WRITTEN: [language: string, write: (date: Date) => string][] = [
  ['en', (date) => date.toISOString().slice(0, 10)],
  ['en', (date) => `${date.getUTCDate()} ${MONTH.format(date)} ${date.getUTCFullYear()}`],
  ['en', (date) => `${MONTH.format(date)} ${date.getUTCDate()}, ${date.getUTCFullYear()}`],
  ['en', (date) => `${date.getUTCDate()} ${MONTH.format(date).slice(0, 3)} ${date.getUTCFullYear()}`],
  ['en', (date) => `${date.getUTCDate()}th of ${MONTH.format(date).toUpperCase()}, ${date.getUTCFullYear()}`],
  ...LANGUAGES.flatMap((language) =>
    (['long', 'full'] as const).map((dateStyle): [string, (date: Date) => string] => {
      const style = format(language, { dateStyle })
      return [language, (date) => style.format(date)]
    }),
  ),
]

test('a full date, however its language writes it, falls on that day and on no other', () => {
  fc.assert(
    fc.property(day, day, fc.constantFrom(...WRITTEN), (date, other, [language, write]) => {
      const found = datesIn(`X: ${write(date)} – x.`, language)
      assert.equal(found.length, 1, `${language}: ${write(date)}`)
      const [one] = found
      assert.ok(one)
      const [iso, otherIso] = [date, other].map((at) => at.toISOString().slice(0, 10))
      assert.equal(fallsOn(one, iso ?? ''), true, `${language}: ${write(date)}`)
      assert.equal(fallsOn(one, otherIso ?? ''), otherIso === iso)
    }),
    { numRuns: 500 },
  )
})

const PIECES =
  'March|May|mars|März|2|31|2026|1999| |, |-|–|.|/|on the |every |in |Monday|lundis|Mon|first|last|1st| of | of each month|and |年|月|日'.split(
    '|',
  )
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
  fc.constantFrom(...FOUND.map(([, text]) => ` ${text} `)),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
)

test('whatever the text: dates stand in it in order, apart or at the same place, and their words alone say the same', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 30 }),
      fc.constantFrom('en', 'de', 'fr', 'ru', 'ja', 'xx'),
      (pieces, language) => {
        const text = pieces.join('')
        const found = datesIn(text, language)
        let last = { start: 0, end: 0 }
        for (const { start, end } of found) {
          assert.ok(start < end && end <= text.length)
          assert.ok(start >= last.end || (start === last.start && end === last.end))
          last = { start, end }
        }
        for (const { start, end } of found) {
          const here = found.filter((one) => one.start === start)
          const alone = datesIn(text.slice(start, end), language)
          assert.deepEqual(
            alone,
            here.map((one) => ({ ...one, start: 0, end: end - start })),
          )
        }
      },
    ),
    { numRuns: 600 },
  )
})

test('a text ten times as long takes about ten times as long', () => {
  const timeOf = (text: string): number => {
    const start = performance.now()
    datesIn(text, 'de')
    return performance.now() - start
  }
  const hostile = [
    '2 March ',
    '1 ',
    '1, ',
    'on the 1',
    'March ',
    '2026-',
    '30.',
    '2–',
    'every ',
    'Mondays, ',
    'Mo., ',
  ]
  for (const repeated of [...hostile, 'first and ', '1st, ', ' ', '年', '9', 'a', 'İ', '2 March to ']) {
    timeOf(repeated.repeat(2000))
    const [short, long] = [timeOf(repeated.repeat(2000)), timeOf(repeated.repeat(20_000))]
    assert.ok(long < 40 * short + 50, `“${repeated}”: ${short} ms, then ${long} ms`)
  }
})
