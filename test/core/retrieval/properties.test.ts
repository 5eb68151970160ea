import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { readText } from '../../../src/core/library/read/text.ts'
import { toPassages } from '../../../src/core/library/passages.ts'
import { createIndex } from '../../../src/core/retrieval/index.ts'
import { retrieve } from '../../../src/core/retrieval/retrieve.ts'

const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'the',
      'Russia’s',
      'summit',
      'U.S.',
      'Mr.',
      '141',
      'countries',
      'adopted',
      'in',
      'October',
      'who',
      '1 Overview',
      'Chapter 2',
      'e.g.',
      '-',
      '(b)',
      '第1章',
      'München',
      '👍',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
)
const line = fc
  .tuple(fc.array(word, { maxLength: 12 }), fc.constantFrom('.', '', '?', ':', ','))
  .map(([words, end]) => words.join(' ') + end)
const source = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\r\n')), { maxLength: 12 })
  .map((lines) => lines.flat().join(''))
const question = fc.oneof(
  fc.array(word, { maxLength: 8 }).map((words) => `${words.join(' ')}?`),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
)

const withoutSpace = (text: string): string => text.replace(/\s+/gu, '')

test('whatever the document and the question: no throw, a verbatim sentence, and its line holds it', () => {
  let found = 0
  fc.assert(
    fc.property(source, question, (text, asked) => {
      const lines = text.split(/\r\n|[\n\r\u2028\u2029]/)
      const index = createIndex(toPassages([readText('a.txt', text)]))
      const { best, confidence, passages } = retrieve(index, asked)
      assert.ok(confidence >= 0 && confidence <= 1)
      for (const { evidence, passage } of passages) {
        const { text: sentence, line: number = 0 } = evidence().sentence
        assert.ok(withoutSpace(text).includes(withoutSpace(sentence)))
        assert.ok(passage.text.includes(sentence))
        const cited = withoutSpace(lines[number - 1] ?? '')
        const shown = withoutSpace(sentence)
        assert.ok(
          cited !== '' && (cited.includes(shown) || overlaps(cited, shown)),
          `line ${number}: ${cited}`,
        )
      }
      if (best) found += 1
    }),
    { numRuns: 2_000 },
  )
  assert.ok(found > 400, `only ${found} of the questions found anything`)
})

/** A sentence may go on over the lines below: the cited line ends with its beginning. */
function overlaps(cited: string, sentence: string): boolean {
  for (let length = Math.min(cited.length, sentence.length); length > 0; length -= 1) {
    if (cited.endsWith(sentence.slice(0, length))) return true
  }
  return false
}
