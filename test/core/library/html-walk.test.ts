import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import test from 'node:test'
import fc from 'fast-check'
import { readHtml } from '../../../src/core/library/read/html.ts'

/** Markup with `W` where a word stands, and `X` where one that is not shown does. */
const gap = fc.constantFrom('', ' ', '\n', '\r\n', '\n  ')
const spaced = (inner: readonly string[], between: string): string => inner.join(between)
const inline = fc.letrec<{ run: string }>((tie) => ({
  run: fc.oneof(
    { depthSize: 'small' },
    { arbitrary: fc.constant(' W '), weight: 4 },
    fc.constantFrom(
      ' <br> ',
      '<!-- X -->',
      '<span hidden>X</span>',
      '<script>X</script>',
      '&nbsp;',
      '<img alt=X>',
    ),
    fc
      .tuple(fc.constantFrom('b', 'i', 'span', 'code', 'a href=/W0', 'o:p', 'font'), fc.array(tie('run')))
      .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag.split(' ')[0]}>`),
  ),
})).run
const text = fc
  .tuple(fc.array(inline, { maxLength: 4 }), gap)
  .map(([runs, end]) => `W ${runs.join('')}${end}`)
const around = (tag: string, inner: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(gap, inner, gap).map(([before, html, after]) => `<${tag}>${before}${html}</${tag}>${after}`)
const several = (inner: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(fc.array(inner, { minLength: 1, maxLength: 3 }), gap).map(([all, between]) => spaced(all, between))
const page = fc.letrec<{ block: string }>((tie) => {
  const blocks = several(tie('block'))
  const heading = fc
    .tuple(fc.constantFrom('h2', 'h3', 'h4'), text)
    .map(([tag, html]) => `<${tag}>${html}</${tag}><p>W</p>`)
  return {
    block: fc.oneof(
      { depthSize: 'small' },
      { arbitrary: around('p', text), weight: 3 },
      text,
      around('pre', text),
      heading,
      ...['div', 'section', 'blockquote', 'details'].map((tag) => around(tag, blocks)),
      around('ul', several(around('li', fc.oneof(text, blocks)))),
      around('table', several(around('tr', several(around('td', fc.oneof(text, blocks)))))),
      around('dl', several(fc.tuple(around('dt', text), around('dd', blocks)).map((pair) => pair.join('')))),
      ...['nav', 'aside', 'footer'].map((tag) => fc.constant(`<${tag}><p>X</p></${tag}>`)),
    ),
  }
}).block

test('whatever the markup: what is shown comes out once and in order, and its line holds its first word', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 5 }), async (blocks) => {
      let count = 0
      const html = `<title>Club</title><body>${blocks.join('\n')}`.replace(
        /W(?!0)/g,
        () => `W${(count += 1)}.`,
      )
      const { paragraphs } = await readHtml('a.html', Buffer.from(html))
      const found: string[] = []
      let path: string[] = []
      for (const { headings, text: said, lines } of paragraphs) {
        const first = headings.findIndex((heading, i) => heading !== path[i])
        const fresh = first < 0 ? [] : headings.slice(first)
        path = headings
        found.push(...([...fresh, said].join(' ').match(/W\d+(?=\.)/g) ?? []))
        const [word = ''] = said.match(/W\d+\./) ?? []
        assert.ok(
          html.split(/\r\n|\n/)[(lines[0]?.line ?? 0) - 1]?.includes(word),
          `${word} has another line`,
        )
        assert.ok(!said.includes('X'))
        assert.deepEqual(
          lines,
          lines.toSorted((a, b) => a.at - b.at),
        )
      }
      assert.deepEqual(
        found,
        Array.from({ length: count }, (_, i) => `W${i + 1}`),
      )
    }),
    { numRuns: 120 },
  )
})
