import assert from 'node:assert/strict'
import test from 'node:test'
import { createReaders } from '../../src/core/library/file/readers.ts'
import { PROGRAM } from '../program.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { readMutated } from './mutated.ts'
import { createRandom } from './random.ts'

const LIMIT_MS = 10_000

test('damaged files of every format are read or refused with a reason, in time', async () => {
  const readers = createReaders({ program: PROGRAM, limitMs: LIMIT_MS })
  const figures = await readMutated({
    folder: temporaryFolder(),
    files: 80,
    readers,
    random: createRandom(1),
  })
  readers.close()
  assert.deepEqual(figures.unnamed, [])
  assert.equal(figures.read + figures.refused, 80)
  assert.ok(figures.read > 10 && figures.refused > 20, JSON.stringify(figures.reasons))
  assert.ok(figures.longestMs < LIMIT_MS + 5_000)
})
