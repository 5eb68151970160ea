import assert from 'node:assert/strict'
import test from 'node:test'
import { retrieve } from '../../../src/core/retrieval/retrieve.ts'
import { bluebookIndex, direct } from '../../bluebook/library.ts'

const index = await bluebookIndex()

for (const [question, begins] of direct.answered) {
  test(`answers: ${question}`, () => {
    const { outcome, confidence, best } = retrieve(index, question)
    assert.equal(best?.sentence.text.slice(0, begins.length), begins)
    assert.equal(outcome, 'answered', `confidence ${confidence}`)
  })
}

for (const question of direct.unanswered) {
  test(`does not answer: ${question}`, () => {
    const { outcome, confidence, best } = retrieve(index, question)
    assert.notEqual(outcome, 'answered', `${confidence}: ${best?.sentence.text}`)
  })
}
