import assert from 'node:assert/strict'
import test from 'node:test'
import type { Passage } from '../../../src/core/library/document.ts'
import { findCandidates } from '../../../src/core/retrieval/candidates.ts'
import { createIndex } from '../../../src/core/retrieval/index.ts'
import { MODEL } from '../../../src/core/retrieval/model.ts'
import { planQuestion } from '../../../src/core/retrieval/plan.ts'

const SIZE = 8000
const texts = Array.from(
  { length: SIZE },
  (_, i) => `The server restarts after update ${i}${i === 4321 ? ' of the turbine' : ''}.`,
)
const passages = texts.map((text, id): Passage => ({
  id,
  key: String(id),
  document: 'Log',
  file: 'log.txt',
  headings: [],
  text,
  line: id + 1,
  sentences: [{ text, line: id + 1 }],
}))
const index = createIndex(passages)
const looked: string[][] = []
const watched = {
  ...index,
  search: (terms: ReadonlyMap<string, number>, limit: number) => (
    looked.push([...terms.keys()]),
    index.search(terms, limit)
  ),
}

test('where a rare word is asked, common ones are not looked up', () => {
  const found = findCandidates(
    planQuestion(index, MODEL, 'When does the turbine server restart after an update?'),
    watched,
  )
  assert.equal(found[0]?.passage.id, 4321)
  assert.deepEqual(looked.pop(), ['turbin'])
})

test('where only common words are asked, the rarest is looked up all the same', () => {
  assert.equal(findCandidates(planQuestion(index, MODEL, 'server restart'), watched).length, 20)
  assert.equal(looked.pop()?.length, 1)
})
