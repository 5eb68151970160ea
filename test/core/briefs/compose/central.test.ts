import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { centralityOf } from '../../../../src/core/briefs/compose/central.ts'

const same = (): number => 1

test('the sentence that shares most with the others is the most central', () => {
  const [first = 0, second = 0, third = 0] = centralityOf(
    [
      [1, 2, 3],
      [1, 2, 4, 5],
      [4, 6],
    ],
    same,
  )
  assert.ok(second > first && first > third && third > 0)
})

test('rare words say more than common ones', () => {
  const rarity = (term: number): number => (term === 1 ? 0.1 : 1)
  const [common = 0, rare = 0] = centralityOf(
    [
      [1, 8],
      [2, 9],
      [1, 2, 7],
    ],
    rarity,
  )
  assert.ok(rare > common)
})

test('a sentence that shares nothing has none, and a section of one sentence is no exception', () => {
  assert.deepEqual(centralityOf([[1], [2]], same), [0, 0])
  assert.deepEqual(centralityOf([[1]], same), [0])
  assert.deepEqual(centralityOf([[], []], same), [0, 0])
})

test('it is the sum of what each pair shares', () => {
  const terms = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(fc.array(terms, { maxLength: 12 }), (sentences) => {
      const whole = centralityOf(sentences, same)
      for (const [i, one] of sentences.entries()) {
        const pairs = sentences.map((other, j) => (i === j ? 0 : (centralityOf([one, other], same)[0] ?? 0)))
        const sum = pairs.reduce((all, pair) => all + pair, 0)
        assert.ok(Math.abs(sum - (whole[i] ?? 0)) < 1e-9)
      }
    }),
    { numRuns: 50 },
  )
})
