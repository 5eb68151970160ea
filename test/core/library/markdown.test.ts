import assert from 'node:assert/strict'
import test from 'node:test'
import { readMarkdown } from '../../../src/core/library/read/markdown.ts'

const SOURCE = `---
title: Society handbook
---

# Handbook

Some *emphasised* text that is
wrapped, with a [link](https://example.org).

## Leave

- one item
- two items

| Kind | Days |
| ---- | ---- |
| Sick | 10   |

\`\`\`sh
npm ci
\`\`\`
`

test('Markdown gives headings, paragraphs, list items, table rows and code, each with its line', () => {
  const { title, paragraphs } = readMarkdown('a.md', SOURCE)
  assert.equal(title, 'Society handbook')
  assert.deepEqual(
    paragraphs.map((p) => [p.headings.join(' > '), p.text, p.lines[0]?.line]),
    [
      ['Handbook', 'Some emphasised text that is wrapped, with a link.', 7],
      ['Handbook > Leave', 'one item', 12],
      ['Handbook > Leave', 'two items', 13],
      ['Handbook > Leave', 'Kind: Sick · Days: 10', 17],
      ['Handbook > Leave', 'npm ci', 20],
    ],
  )
})

test('without front matter the first heading is the title', () => {
  const { title, paragraphs } = readMarkdown('a.md', '# Handbook\n\nText.\n\n## Leave\n\nMore.\n')
  assert.equal(title, 'Handbook')
  assert.deepEqual(
    paragraphs.map((p) => p.headings),
    [[], ['Leave']],
  )
})

test('front matter that is no YAML is left aside', () => {
  assert.equal(readMarkdown('notes.md', '---\n{ [\n---\n\nText.\n').title, 'Notes')
})
