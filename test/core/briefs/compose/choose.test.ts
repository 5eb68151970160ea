import assert from 'node:assert/strict'
import test from 'node:test'
import { createAlmanac } from '../../../../src/core/briefs/compose/almanac.ts'
import { createChooser } from '../../../../src/core/briefs/compose/choose.ts'
import { passagesOf } from '../../../../src/core/library/passages.ts'
import { readMarkdown } from '../../../../src/core/library/read/markdown.ts'
import { createIndex } from '../../../../src/core/retrieval/index.ts'

test('a section’s key sentence shares its meaning with the others, not its small words', async () => {
  const key = 'Ladders go home with members for two weeks.'
  const text = `# Handbook\n\nMembers return ladders very clean. ${key} Fines begin after two weeks at home. Of all of the rest, and of the art of the day, some was in the hall of the town. The chair of the board and the head of the house sat in the back of the room.\n`
  const passages = passagesOf(readMarkdown('handbook.md', text))
  const index = createIndex(passages.map((passage, id) => ({ ...passage, id })))
  const pages = await createAlmanac(index, () => undefined)()
  const line = createChooser(index, pages).keyLine(pages.sections[0], new Set())
  assert.deepEqual(
    line?.sentences.map((sentence) => sentence.text),
    [key],
  )
})
