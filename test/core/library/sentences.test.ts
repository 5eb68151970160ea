import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { splitSentences } from '../../../src/core/library/sentences.ts'

const TEXTS: string[][] = [
  ['One stands here.', 'Two stands there!', 'Is that three?'],
  ['Mr. J. Smith met Dr. Brown at 10 a.m. on Monday.', 'They spoke.'],
  ['No music after 10 p.m.', 'Musical instruments stay inside.'],
  ['We meet at 10 a.m. Monday, or at 9 p.m. Eastern.', 'Be there.'],
  ['The U.S. Garden League pays half.', 'It is large.'],
  ['It moved to the U.S.', 'The fee is due.'],
  ['See e.g. the list of fees, i.e. page 3.', 'Then pay.'],
  ['See Fig. 3 and No. 7 for more.', 'No.', 'It is not.'],
  ['“Come in.”', 'She opened the door.'],
  ['He said (as always.)', 'Then he left.'],
  ['The rate is 3.5 percent.', 'It was 2.75 before.'],
  ['規則は適用する。', '次の章を見よ。'],
  ['1. Open the portal.', '(B) Close it again.'],
  ['Am 3. Oktober ist sie geschlossen.', 'Siehe z. B. Kapitel 2.'],
  ['“Are you ready?” asked Tom.', '“Yes.”', 'He left.'],
  ['See p. 12 or call Tel. 555.', 'P.S. The cat is well.'],
  ['There were 3.', 'Nobody knew.'],
]

for (const sentences of TEXTS) {
  test(`splits: ${sentences.join(' ')}`, () => {
    const found = splitSentences(sentences.join(' '))
    assert.deepEqual(
      found.map((s) => s.text),
      sentences,
    )
  })
}

test('a long text is split as a short one is, and one without an end stays whole', () => {
  const many = 'Cow runs. '.repeat(40_000)
  assert.equal(splitSentences(many).length, 40_000)
  const endless = `${'on and '.repeat(100_000)}on.`
  assert.deepEqual(splitSentences(endless), [{ start: 0, text: endless }])
})

test('a line break ends a sentence', () => {
  assert.deepEqual(
    splitSentences('The Society\n10 Downing Street').map((s) => s.text),
    ['The Society', '10 Downing Street'],
  )
})

test('sentences are slices of the text, in order, and leave out nothing but white space', () => {
  const pieces = fc.constantFrom(
    'Mr.',
    'U.S.',
    'a',
    'The',
    '3.5',
    '.',
    '!',
    '?',
    '”',
    '“',
    ')',
    ' ',
    '\n',
    'word',
    'É',
    '…',
    '。',
    '👍',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(pieces).map((p) => p.join('')),
        fc.string({ unit: 'grapheme' }),
      ),
      (text) => {
        const sentences = splitSentences(text)
        let at = 0
        for (const sentence of sentences) {
          assert.equal(text.slice(sentence.start, sentence.start + sentence.text.length), sentence.text)
          assert.equal(text.slice(at, sentence.start).trim(), '')
          at = sentence.start + sentence.text.length
        }
        assert.equal(text.slice(at).trim(), '')
      },
    ),
    { numRuns: 3000 },
  )
})
