import assert from 'node:assert/strict'
import test from 'node:test'
import { FAMILY } from '../../../src/core/retrieval/word-family.ts'
import { wordsOf } from '../../../src/core/retrieval/words.ts'

const terms = (text: string): string =>
  wordsOf(text)
    .filter((word) => !word.stop)
    .map((word) => word.term)
    .join(' ')

const SAME: [name: string, one: string, other: string][] = [
  ['case', 'SANCTIONS', 'sanctions'],
  ['accents', 'Münster', 'Munster'],
  ['forms of a word', 'condemned', 'condemning'],
  ['irregular verbs', 'gave went lost', 'give goes losing'],
  ['irregular nouns', 'children and wives', 'child and wife'],
  ['what is named after a verb', 'a flight, a sale, a death', 'flew sold died'],
  ['possessives', 'Russia’s', 'Russia'],
  ['dashes', 'Central Asia–Russia', 'Central Asia-Russia'],
  ['dots in an acronym', 'U.S.', 'US'],
  ['a last dot in an acronym', 'U.K', 'U.K.'],
  ['dots in hours', '9 p.m.', '9 pm'],
  ['soft hyphens', 're\u00ADfunds', 'refunds'],
  ['joiners within a word', 'mi\u200Ckh', 'mikh'],
  ['commas in a number', '1,204', '1204'],
  ['width', 'ＩＣＡＯ', 'ICAO'],
]
for (const [name, one, other] of SAME) {
  test(`${name} make no difference`, () => assert.equal(terms(one), terms(other)))
}

test('an acronym is not the small word it looks like', () => {
  assert.equal(terms('Give us the WHO report on IT'), 'give WHO report IT')
})

test('initials are apart from the name they stand before', () => {
  assert.equal(terms('J.K Rowling'), terms('J. K. Rowling'))
})

test('an emoji is no word', () => {
  assert.deepEqual(wordsOf('⚠️ ☀️ ❤️ 👩‍💻'), [])
})

test('each word knows where it stands', () => {
  const text = 'The ICAO (1,204) didn’t.'
  for (const word of wordsOf(text)) assert.equal(text.slice(word.start, word.end), word.text)
})

test('what is too long for a word is matched as it stands', () => {
  assert.equal(terms('walks'.repeat(13)), 'walks'.repeat(13))
})

test('signs of money and per cent are small words', () => {
  const words = wordsOf('£42 or 5%').map(({ text, stop }) => [text, stop])
  assert.deepEqual(words, [
    ['£', true],
    ['42', false],
    ['or', true],
    ['5', false],
    ['%', true],
  ])
})

test('no head of a family belongs to another', () => {
  for (const head of FAMILY.values()) assert.equal(FAMILY.has(head), false, head)
})

test('a text without spaces is split by dictionary', () => {
  assert.equal(terms('日本の外交'), '日本 の 外交')
})
