import assert from 'node:assert/strict'
import test from 'node:test'
import { temporaryFolder } from '../temporary-folder.ts'
import { createRandom } from './random.ts'
import { reload } from './reload.ts'

test('while files are edited, every answer is of one revision, and none is lost', async () => {
  const { revisions, unanswered, torn, warnings, stale } = await reload({
    folder: temporaryFolder(),
    documents: 12,
    edits: 40,
    questions: 800,
    random: createRandom(1),
  })
  assert.deepEqual({ unanswered, torn, warnings, stale }, { unanswered: 0, torn: 0, warnings: 0, stale: 0 })
  assert.ok(revisions > 1, `the library changed ${revisions} times`)
})
