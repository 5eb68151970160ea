import assert from 'node:assert/strict'
import test from 'node:test'
import { createPace } from '../../../src/core/briefs/pace.ts'

test('a few go at once, the rest one after the other, and rest makes room for a few again', () => {
  const wait = createPace({ everyMs: 100, burst: 3 })
  const at = (now: number): number => wait(now)
  assert.deepEqual([at(0), at(0), at(0), at(0)], [0, 0, 0, 100])
  assert.equal(at(100), 100)
  assert.deepEqual([at(1000), at(1000), at(1000), at(1000)], [0, 0, 0, 100])
})

test('without a pace nothing waits', () => {
  const wait = createPace({ everyMs: 0, burst: 1 })
  assert.deepEqual([wait(0), wait(0)], [0, 0])
})
