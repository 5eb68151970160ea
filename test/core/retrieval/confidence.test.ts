import assert from 'node:assert/strict'
import test from 'node:test'
import { odds, smallnessOf } from '../../../src/core/retrieval/confidence.ts'
import { SIGNALS } from '../../../src/core/retrieval/signals.ts'

/** The signals of a library of so many sentences, all others 0. */
const signalsOf = (sentences: number): number[] =>
  SIGNALS.map((name) => (name === 'library' ? Math.log(1 + sentences) / 8 : 0))

test('a library is small up to some fifty sentences, and large from three thousand on', () => {
  assert.equal(smallnessOf(signalsOf(20)), 0.5)
  assert.equal(smallnessOf(signalsOf(50)), 0.5)
  assert.ok(smallnessOf(signalsOf(300)) < 0.3)
  assert.equal(smallnessOf(signalsOf(3000)), 0)
  assert.equal(smallnessOf(signalsOf(1_000_000)), 0)
})

test('as a library is small, weights of its own are added', () => {
  const at = SIGNALS.indexOf('own')
  const only = (value: number): number[] => SIGNALS.map((_, i) => (i === at ? value : 0))
  const learned = { weights: only(2), small: only(4), bias: -1, units: [] }
  const asked = (sentences: number): number[] =>
    signalsOf(sentences).map((value, i) => (i === at ? 1 : value))
  assert.equal(odds(learned, asked(20)), 2 + 0.5 * 4 - 1)
  assert.equal(odds(learned, asked(3000)), 2 - 1)
})

test('a unit adds where what it weighs is above 0, and nothing below', () => {
  const at = SIGNALS.indexOf('own')
  const none = SIGNALS.map(() => 0)
  const unit = { weights: SIGNALS.map((_, i) => (i === at ? 2 : 0)), bias: -1, adds: 3 }
  const learned = { weights: none, small: none, bias: 0.5, units: [unit] }
  const asked = (own: number): number[] => signalsOf(3000).map((value, i) => (i === at ? own : value))
  assert.equal(odds(learned, asked(1)), 0.5 + 3 * (2 - 1))
  assert.equal(odds(learned, asked(0.25)), 0.5)
})
