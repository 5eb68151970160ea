import assert from 'node:assert/strict'
import test from 'node:test'
import { readText } from '../../../src/core/library/read/text.ts'
import { toPassages } from '../../../src/core/library/passages.ts'
import { createIndex, type Index } from '../../../src/core/retrieval/index.ts'
import { ENGLISH } from '../../../src/core/retrieval/language.ts'
import { MODEL } from '../../../src/core/retrieval/model.ts'
import { planQuestion } from '../../../src/core/retrieval/plan.ts'
import { retrieve } from '../../../src/core/retrieval/retrieve.ts'
import listed from '../../../src/core/retrieval/synonyms.json' with { type: 'json' }

const libraryOf = (...paragraphs: string[]): Index =>
  createIndex(toPassages([readText('a.txt', `Notes\n\n${paragraphs.join('\n\n')}\n`)]))
/** The words of the library that mean much the same as one of the question. */
const synonymsIn = (index: Index, question: string): string[] =>
  Array.from(planQuestion(index, MODEL, question).bySynonym.keys(), (term) => index.vocabulary.nameOf(term))

test('of two sentences the one that says it in another word comes first', () => {
  const index = libraryOf('The society sold its boat in May.', 'The society bought its boat in May.')
  assert.equal(
    retrieve(index, 'Did the society purchase its boat?').best?.sentence.text,
    'The society bought its boat in May.',
  )
})

test('a slip has the synonyms of the word it is of', () => {
  const index = libraryOf('The society bought a boat.', 'A purchase is a purchase.')
  assert.deepEqual(synonymsIn(index, 'When was the puchase?'), [ENGLISH.stem('bought')])
})

test('names have no synonyms, nor has a word that the library has in no other', () => {
  const index = libraryOf('The society bought a boat.')
  assert.deepEqual(synonymsIn(index, 'Where does Mr Purchase live?'), [])
  assert.deepEqual(synonymsIn(index, 'Where is the lighthouse?'), [])
})

test('what one word says for another, the other says for it', () => {
  const pairs = listed.stems.split('|').flatMap((line) => {
    const [stem = '', ...others] = line.split(' ')
    return others.map((other) => [stem, other] as const)
  })
  const known = new Set(pairs.map(([one, other]) => `${one} ${other}`))
  assert.ok(pairs.length > 10_000)
  assert.deepEqual(
    pairs.filter(([one, other]) => one === other || !known.has(`${other} ${one}`)),
    [],
  )
})
