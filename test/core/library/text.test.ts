import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { readText } from '../../../src/core/library/read/text.ts'

/** Each paragraph as [heading path, text, first line]. */
function read(source: string, file = 'a-file.txt') {
  const { title, paragraphs } = readText(file, source)
  return { title, paragraphs: paragraphs.map((p) => [p.headings.join(' > '), p.text, p.lines[0]?.line]) }
}

test('the document that ships is read as its authors laid it out', () => {
  const file = 'data/diplomatic-bluebook-2023-chapter-2-section-6.txt'
  const { title, paragraphs } = readText(file, readFileSync(file, 'utf8'))
  assert.equal(title, 'Diplomatic Bluebook 2023')
  assert.deepEqual(
    paragraphs.map((p) => p.lines[0]?.line),
    [6, 7, 8, 9, 10, 11],
  )
  for (const { headings } of paragraphs) {
    assert.deepEqual(headings, [
      "Chapter 2 Japan's Foreign Policy by Region",
      'Section 6 Russia and Belarus, Central Asia and the Caucasus',
      '1 Overview',
    ])
  }
})

test('a wrapped paragraph is one text, and each of its lines is known', () => {
  const source =
    'The fee is due on the first day of May and of\nOctober. Whoever pays late is asked once more by\nletter.\n'
  const [paragraph] = readText('a.txt', source).paragraphs
  assert.equal(
    paragraph?.text,
    'The fee is due on the first day of May and of October. Whoever pays late is asked once more by letter.',
  )
  assert.deepEqual(
    paragraph.lines.map((l) => l.line),
    [1, 2, 3],
  )
})

const SHAPES: [name: string, source: string, expected: [headings: string, begins: string][]][] = [
  [
    'a bare label takes the line under it',
    'Guide\n\nCHAPTER I.\n\nFirst Steps\n\nPut your shoes on.\n',
    [['CHAPTER I First Steps', 'Put your shoes on.']],
  ],
  [
    'labels of other languages',
    'Ordnung\n\nKapitel 2 Beiträge\n\nArtikel 3\n\nDer Beitrag ist am ersten Mai fällig.\n',
    [['Kapitel 2 Beiträge > Artikel 3', 'Der Beitrag']],
  ],
  [
    'labels without spaces',
    '規則\n\n第1章 総則\n\nこの規則は会員に適用する。\n',
    [['第1章 総則', 'この規則']],
  ],
  [
    'numbers nest by their depth',
    'Guide\n\n1 Tools\n\nWe lend tools.\n\n1.1 Spades\n\nSpades are lent on Mondays.\n\n2 Fees\n\nThe fee is small.\n',
    [
      ['1 Tools', 'We lend'],
      ['1 Tools > 1.1 Spades', 'Spades'],
      ['2 Fees', 'The fee'],
    ],
  ],
  [
    'a line that stands alone above its text',
    'Guide\n\nOpening hours\n\nThe gate is open from nine to five.\n\nKeys\n\nKeys are kept in the shed.\n',
    [
      ['Opening hours', 'The gate'],
      ['Keys', 'Keys are'],
    ],
  ],
  [
    'an address is not a heading',
    'Guide\n\nWrite to us.\n\nThe Allotment Society\n10 Downing Street\nLondon\n\nWe answer soon.\n',
    [
      ['', 'Write'],
      ['', 'The Allotment Society\n10 Downing Street\nLondon'],
      ['', 'We answer'],
    ],
  ],
  [
    'a list is not headings',
    'Guide\n\nThese grow well.\n\n1 Apples\n2 Pears\n3 Plums\n\n- beans\n- peas\n\nNothing else does.\n',
    [
      ['', 'These'],
      ['', '1 Apples\n2 Pears\n3 Plums'],
      ['', '- beans'],
      ['', '- peas'],
      ['', 'Nothing'],
    ],
  ],
  [
    'closing lines are not headings',
    'Guide\n\nCome and see us.\n\nYours,\nThe Committee\n',
    [
      ['', 'Come'],
      ['', 'Yours,\nThe Committee'],
    ],
  ],
  [
    'the last words of wrapped text are not a heading',
    'Guide\n\nThe committee meets on the first Monday of each month in\nthe Hall\n\nTea is served afterwards to everyone who comes along and\nstays.\n',
    [
      ['', 'The committee meets'],
      ['', 'Tea is served'],
    ],
  ],
  [
    'a sentence that begins with a label word is text',
    'Guide\n\nSection 3 applies to all members.\n\nPart of the fee is paid back.\n',
    [
      ['', 'Section 3 applies'],
      ['', 'Part of'],
    ],
  ],
]

for (const [name, source, expected] of SHAPES) {
  test(name, () => {
    const { paragraphs } = read(source)
    assert.equal(paragraphs.length, expected.length, JSON.stringify(paragraphs))
    for (const [i, [headings, begins]] of expected.entries()) {
      assert.equal(paragraphs[i]?.[0], headings)
      assert.ok(String(paragraphs[i]?.[1]).startsWith(begins), JSON.stringify(paragraphs[i]))
    }
  })
}

test('a text without a title line is called by its file', () => {
  assert.equal(read('We lend spades.\n', 'tools/lending_rules.txt').title, 'Lending rules')
})
