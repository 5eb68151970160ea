import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { differenceOf, type Section, sectionsOf } from '../../../src/core/library/difference.ts'
import { passagesOf } from '../../../src/core/library/passages.ts'
import { readMarkdown } from '../../../src/core/library/read/markdown.ts'

const sections = (source: string): Section[] =>
  sectionsOf({ passages: passagesOf(readMarkdown('a.md', `# Guide\n\n${source}`)) })

const FEES = '## Fees\n\nThe fee is small.\n\n'
const TOOLS = '## Tools\n\nWe lend spades.\n\n'
const HOURS = '## Hours\n\nWe open at nine.\n\n'

test('sections that came, changed and went are told by their headings', () => {
  const after = '## Fees\n\nThe fee is five euros.\n\n## News\n\nThe summit was in May.\n\n'
  assert.deepEqual(differenceOf(sections(FEES + TOOLS), sections(after)), {
    added: [['News']],
    changed: [['Fees']],
    removed: [['Tools']],
    moved: [],
  })
})

test('the same text under another heading has moved, and so has one that changed places', () => {
  const renamed = '## Lending\n\nWe lend spades.\n\n'
  assert.deepEqual(differenceOf(sections(FEES + TOOLS), sections(FEES + renamed)).moved, [
    { from: ['Tools'], to: ['Lending'] },
  ])
  const { moved, added, removed, changed } = differenceOf(
    sections(FEES + TOOLS + HOURS),
    sections(HOURS + FEES + TOOLS),
  )
  assert.deepEqual(moved, [{ from: ['Hours'], to: ['Hours'] }])
  assert.deepEqual([added, removed, changed], [[], [], []])
})

const text = fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C', 'D', 'E'), fc.nat({ max: 4 })), {
  maxLength: 12,
})
const toSections = (list: [string, number][]): Section[] =>
  list.map(([name, mark]) => ({ headings: [name], mark: String(mark) }))

test('nothing differs from itself, and every section is accounted for', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [before, after] = [toSections(one), toSections(other)]
      assert.deepEqual(differenceOf(before, before), { added: [], changed: [], removed: [], moved: [] })
      const { added, removed, moved } = differenceOf(before, after)
      const renamed = moved.filter(({ from, to }) => from[0] !== to[0])
      assert.ok(added.length + renamed.length <= after.length)
      assert.ok(removed.length + renamed.length <= before.length)
      assert.equal(after.length - before.length, added.length - removed.length)
    }),
    { numRuns: 500 },
  )
})
