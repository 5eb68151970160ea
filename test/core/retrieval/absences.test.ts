import assert from 'node:assert/strict'
import test from 'node:test'
import { absencesIn, type Outcome } from '../../../bench/retrieval/absences.ts'

const asked = (document: string, answers: boolean, ...lacks: string[]): Outcome => ({
  document,
  answers,
  lacks,
})
const OUTCOMES = ['a', 'b', 'c', 'd'].flatMap((document) => [
  asked(document, true, 'allow', 'day'),
  asked(document, true, 'allow'),
  asked(document, false, 'cost', 'day'),
  asked(document, false, 'cost', document),
])

test('a word that is absent from answers speaks for one, a word that is absent where none is against it', () => {
  const { allow = 0, cost = 0, day } = absencesIn(OUTCOMES)
  assert.ok(allow > 0.5 && cost < -0.5)
  assert.ok(Math.abs(day ?? 0) < 0.3)
})

test('a word of one document tells of the document', () => {
  assert.deepEqual(
    Object.keys(absencesIn(OUTCOMES)).filter((term) => term.length === 1),
    [],
  )
})

test('what is learned for a document comes from the others', () => {
  const two = OUTCOMES.filter(({ document }) => document < 'd')
  assert.deepEqual(absencesIn(OUTCOMES, 'd'), absencesIn(two))
  assert.deepEqual(absencesIn(two, 'a'), {})
})
