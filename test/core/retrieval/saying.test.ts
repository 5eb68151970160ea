import assert from 'node:assert/strict'
import test from 'node:test'
import type { Reading } from '../../../src/core/retrieval/reading.ts'
import { besideHits, betweenHits, leads, ordered } from '../../../src/core/retrieval/saying.ts'

/** A sentence whose words at these places stand for these terms of the question. */
const reading = (...hits: [place: number, at: number][]): Reading => ({
  tokens: new Uint32Array(),
  strength: [],
  exact: [],
  kin: [],
  synonym: [],
  hits: hits.map(([place, at]) => ({ place, at })),
})

test('new words are told by where they stand among the question’s', () => {
  const here = reading([2, 0], [6, 1])
  const novel = [0, 3, 5, 9]
  assert.equal(besideHits(here, novel), 2)
  assert.equal(betweenHits(here, novel), 2)
})

test('a sentence is led by a word of the question that comes before all new ones', () => {
  assert.equal(leads(reading([1, 0]), [2, 5]), true)
  assert.equal(leads(reading([3, 0]), [2, 5]), false)
  assert.equal(leads(reading([3, 0]), []), true)
  assert.equal(leads(reading(), [2]), false)
})

test('the order of the question’s words is kept, turned round, or cannot be told', () => {
  assert.equal(ordered(reading([0, 0], [1, 1], [4, 2])), 1)
  assert.equal(ordered(reading([0, 2], [1, 1], [4, 0])), 0)
  assert.equal(ordered(reading([0, 0], [0, 1], [4, 2])), 1)
  assert.equal(ordered(reading([0, 0], [1, 0], [4, 1])), 1)
  assert.equal(ordered(reading([3, 0])), 0.5)
})
