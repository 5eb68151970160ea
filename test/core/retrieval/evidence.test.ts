import assert from 'node:assert/strict'
import test from 'node:test'
import { readText } from '../../../src/core/library/read/text.ts'
import { toPassages } from '../../../src/core/library/passages.ts'
import { createIndex } from '../../../src/core/retrieval/index.ts'
import { retrieve } from '../../../src/core/retrieval/retrieve.ts'

const answer = (text: string, question: string): string[] => {
  const { best } = retrieve(createIndex(toPassages([readText('a.txt', `Notes\n\n${text}\n`)])), question)
  assert.ok(best)
  return [best.sentence.text, ...best.also.map((one) => one.text)]
}

const CRANE =
  'The crane was bought in 2004. It lifts 12 tonnes. It was repaired in 2010 by Ann Lee. It is painted red.'

test('a sentence brings all that it leans on, up to what names it', () => {
  assert.deepEqual(answer(CRANE, 'What is painted red?'), [
    'It is painted red.',
    'The crane was bought in 2004.',
    'It lifts 12 tonnes.',
    'It was repaired in 2010 by Ann Lee.',
  ])
})

test('what a sentence leans on does not stand for the second thing that is asked', () => {
  assert.deepEqual(answer(CRANE, 'How much does the crane lift and who repaired it?'), [
    'It lifts 12 tonnes.',
    'The crane was bought in 2004.',
    'It was repaired in 2010 by Ann Lee.',
  ])
})

const LEANING: [sentence: string, leans: boolean][] = [
  ['It closes at ten.', true],
  ['However, it closes at ten.', true],
  ['That is closed at ten.', true],
  ['That the sauna closes at ten was known.', false],
  ['Then the sauna closes at ten.', false],
]
for (const [sentence, leans] of LEANING) {
  test(`“${sentence}” ${leans ? 'leans' : 'does not lean'} on the sentence before`, () => {
    const [first, ...also] = answer(`The pool is heated. ${sentence}`, 'What closes at ten?')
    assert.equal(first, sentence)
    assert.deepEqual(also, leans ? ['The pool is heated.'] : [])
  })
}

test('a sentence of fifty thousand words is answered from as a matter of course', () => {
  const words = Array.from({ length: 50_000 }, (_, i) =>
    i % 5 === 4 ? i : ['fee', 'entry', 'gate', 'pump'][i % 4],
  )
  const start = performance.now()
  answer(`${words.join(' ')}.`, 'How many pump entries?')
  assert.ok(performance.now() - start < 5_000)
})
