import assert from 'node:assert/strict'
import test from 'node:test'
import { fitLabels, type Labelled, score } from '../../../bench/retrieval/linear.ts'
import { fitNetwork, type Network } from '../../../bench/retrieval/network.ts'
import { odds } from '../../../src/core/retrieval/confidence.ts'

/** True where one of two things holds and not both, which no sum of weights tells. */
const EITHER: Labelled[] = [
  [0, 0],
  [0, 10],
  [1, 0],
  [1, 10],
].flatMap(([one = 0, other = 0]) =>
  Array.from({ length: 20 }, () => ({ row: [one, other, 5], label: Number(one * 10 !== other), weight: 1 })),
)
const OPTIONS = {
  networks: 2,
  units: 6,
  seen: 2,
  epochs: 200,
  rate: 0.02,
  batch: 8,
  decay: 1e-4,
  unitDecay: 1e-4,
}
const networkScore = (network: Network, row: readonly number[]): number =>
  odds({ ...network, small: [] }, row)
const told = (scores: (row: readonly number[]) => number): number =>
  EITHER.filter(({ row, label }) => scores(row) > 0 === (label === 1)).length / EITHER.length

test('units tell what no sum of weights does', () => {
  const linear = fitLabels(EITHER, { epochs: 50, decay: 1e-4 })
  assert.ok(told((row) => score(linear, row)) < 1)
  const network = fitNetwork(EITHER, OPTIONS)
  assert.equal(
    told((row) => networkScore(network, row)),
    1,
  )
  assert.ok(network.units.every(({ weights }) => weights.length === OPTIONS.seen))
})

test('several networks are weighed together', () => {
  const [one, two] = [{ ...OPTIONS, networks: 1 }, OPTIONS].map((options) => fitNetwork(EITHER, options))
  assert.equal(two?.units.length, 2 * OPTIONS.units)
  assert.deepEqual(
    two.units.slice(0, OPTIONS.units).map(({ adds }) => adds * 2),
    one?.units.map(({ adds }) => adds),
  )
})

test('the same cases give the same network', () => {
  assert.deepEqual(fitNetwork(EITHER, OPTIONS), fitNetwork(EITHER, OPTIONS))
})

test('without units it is logistic regression', () => {
  const either = EITHER.map((one) => ({ ...one, label: one.row[0] ?? 0 }))
  const network = fitNetwork(either, { ...OPTIONS, units: 0 })
  assert.equal(network.units.length, 0)
  assert.ok(networkScore(network, [1, 0, 5]) > 2)
  assert.ok(networkScore(network, [0, 10, 5]) < -2)
})
