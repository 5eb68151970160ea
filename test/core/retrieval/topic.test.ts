import assert from 'node:assert/strict'
import test from 'node:test'
import type { Candidate } from '../../../src/core/retrieval/index.ts'
import { planQuestion } from '../../../src/core/retrieval/plan.ts'
import { topicOf } from '../../../src/core/retrieval/topic.ts'
import { bluebookIndex } from '../../bluebook/library.ts'

const index = await bluebookIndex()
const plan = planQuestion(
  index,
  { echo: () => 1, absence: () => 0 },
  'Did anyone from Russia and Zanzibar attend?',
)
const at = (name: string): number => plan.terms.findIndex(({ text }) => text === name)
const covers = new Map<unknown, number[]>()

function candidate(file: string, score: number, ...names: string[]): Candidate {
  const passage = { id: 0, key: '', document: '', headings: [], text: '', line: 1, sentences: [], file }
  const cover = plan.terms.map(() => 0)
  for (const name of names) cover[at(name)] = 1
  covers.set(passage, cover)
  return { passage, score }
}

const candidates = [
  candidate('one', 3, 'Russia'),
  candidate('other', 2, 'Russia'),
  candidate('other', 3, 'Russia', 'Zanzibar'),
]

test('names count as outside of a document none of whose candidates has them', () => {
  const [ofOne] = topicOf(plan, candidates, covers, 'one')
  const [ofOther] = topicOf(plan, candidates, covers, 'other')
  assert.equal(ofOne, (plan.terms[at('Zanzibar')]?.weight ?? 0) / plan.weight)
  assert.equal(ofOther, 0)
})

test('names are inside by the share of their candidates that is of the document', () => {
  const [russia, zanzibar] = [at('Russia'), at('Zanzibar')].map((i) => plan.terms[i]?.weight ?? 0) as [
    number,
    number,
  ]
  const [, ofOne = 0] = topicOf(plan, candidates, covers, 'one')
  assert.ok(Math.abs(ofOne - russia / 3 / (russia + zanzibar)) < 1e-9)
  assert.deepEqual(topicOf(plan, [], covers, 'one').slice(1), [0.5, 0])
})

test('the largest share of the scores may be of another document', () => {
  assert.equal(topicOf(plan, candidates, covers, 'one')[2], 5 / 8)
})
