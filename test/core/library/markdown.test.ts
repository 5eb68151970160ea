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

const PIECES: [
  name: string,
  source: string,
  expected: [headings: string, text: string, lines: number[]][],
][] = [
  [
    'HTML is read without its tags, its headings as headings, its comments and scripts not at all',
    '# Page\n\n<div>\n<h2>Hours</h2>\n<p>The office opens\nat nine &amp; closes at five.</p>\n</div>\n\n<!-- none -->\n\n<script>let a</script>\n\nIn<b>line</b> and<br>broken.\n',
    [
      ['Hours', 'The office opens at nine & closes at five.', [5, 6]],
      ['Hours', 'Inline and\nbroken.', [13]],
    ],
  ],
  [
    'notes are paragraphs, and their marks are dropped',
    '# Page\n\nThe tower is tall.[^1] It is old.[^b]\n\n[^1]: It measures 40 metres.\n[^b]: Built in 1854.\n',
    [
      ['', 'The tower is tall. It is old.', [3]],
      ['', 'It measures 40 metres.\nBuilt in 1854.', [5, 6]],
    ],
  ],
  [
    'line breaks inside code, links, tags and images are counted',
    '# Page\n\nUse `code\nspan` here. Next.\nLast.\n\nA [link](http://x\n"title") there. After.\n\n<b\nclass="x">bold</b> and ![alt\ntext](a.png). End.\n',
    [
      ['', 'Use code span here. Next. Last.', [3, 4, 5]],
      ['', 'A link there. After.', [7, 8]],
      ['', 'bold and alt text. End.', [11, 12]],
    ],
  ],
  [
    'tasks lose their box, headings their id, and a heading of nothing is none',
    '# Page\n\n## To do {#todo}\n\n- [ ] Sweep.\n- [x] Dig.\n\n##\n\nRest.\n',
    [
      ['To do', 'Sweep.', [5]],
      ['To do', 'Dig.', [6]],
      ['To do', 'Rest.', [10]],
    ],
  ],
]

for (const [name, source, expected] of PIECES) {
  test(name, () => {
    assert.deepEqual(
      readMarkdown('a.md', source).paragraphs.map((p) => [
        p.headings.join(' > '),
        p.text,
        p.lines.map((l) => l.line),
      ]),
      expected,
    )
  })
}

test('a first heading that others stand above is no title', () => {
  const { title, paragraphs } = readMarkdown('notes.md', '## Small\n\nText.\n\n# Large\n\nMore.\n')
  assert.equal(title, 'Notes')
  assert.deepEqual(
    paragraphs.map((p) => p.headings),
    [['Small'], ['Large']],
  )
})
