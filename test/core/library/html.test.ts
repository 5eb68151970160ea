import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import test from 'node:test'
import fc from 'fast-check'
import { encode } from 'iconv-lite'
import { readHtml } from '../../../src/core/library/read/html.ts'

const read = (html: string) => readHtml('a.html', Buffer.from(html))
/** Each paragraph under its headings, with its first line. */
const shown = async (html: string): Promise<string[]> =>
  (await read(html)).paragraphs.map(({ headings, text, lines }) =>
    [...headings, `${lines[0]?.line}`, text].join(' | '),
  )

test('what surrounds a page is dropped, and its headings, lists, tables and terms are passages with their lines', async () => {
  const page = `<!doctype html>
<html lang="en"><head><title>Fees - Wiki</title><link rel="canonical" href="https://wiki.example.org/fees"></head>
<body><nav><ul><li>Home<li>Fees</ul></nav>
<header><h1>Fees</h1><p>Logged in as alice</p></header>
<div><p>The fee
 is <b>small</b>.</p><h2>Tools</h2>
<ul><li>We lend spades.
<ul><li>Steel ones only.</li></ul></li><li>We lend rakes.</ul>
<table><tr><th>Day<th>Opens</tr><tr><td>Monday<td>9</tr>
<tr><td>Tuesday<td><p>10</p></table>
<dl><dt>Key</dt><dd>What opens the door.</dd></dl>
<pre>
npm ci
npm test
</pre>one<br>two<br><br>three<p hidden>secret</p><script>var x</script></div>
<footer>Copyright</footer></body></html>`
  const { title, language, url, paragraphs } = await read(page)
  assert.deepEqual([title, language, url], ['Fees', 'en', 'https://wiki.example.org/fees'])
  assert.deepEqual(await shown(page), [
    '5 | The fee is small.',
    'Tools | 7 | We lend spades.',
    'Tools | 8 | Steel ones only.',
    'Tools | 8 | We lend rakes.',
    'Tools | 9 | Day: Monday · Opens: 9',
    'Tools | 10 | Day: Tuesday · Opens: 10',
    'Tools | 11 | Key: What opens the door.',
    'Tools | 13 | npm ci\nnpm test',
    'Tools | 15 | one\ntwo',
    'Tools | 15 | three',
  ])
  assert.deepEqual(paragraphs[0]?.lines, [
    { at: 0, line: 5 },
    { at: 8, line: 6 },
  ])
})

test('a main part that holds most of the text is all of it', async () => {
  const page =
    '<div>Log in or register</div><main><h1>Fees</h1><p>The fee is small, and due in May of each year.</p></main><div>Cookies</div>'
  assert.deepEqual(await shown(page), ['1 | The fee is small, and due in May of each year.'])
})

test('a cell that covers several rows or columns counts for each', async () => {
  const page =
    '<title>Leave</title><table><tr><th>Grade<th>Kind<th colspan=2>Days</tr><tr><td rowspan=2>A<td>Leave<td>30<td>or 31</tr><tr><td>Study<td colspan=2>5</tr><tr><td>B<td>Leave<td>25<td>or 26</table>'
  assert.deepEqual(await shown(page), [
    '1 | Grade: A · Kind: Leave · Days: 30 · Days: or 31',
    '1 | Grade: A · Kind: Study · Days: 5',
    '1 | Grade: B · Kind: Leave · Days: 25 · Days: or 26',
  ])
})

test('a table that only lays out is read cell by cell', async () => {
  const page =
    '<title>Club</title><table><tr><td><h2>News</h2><p>The summit was in May.</p></td><td><ul><li>We lend spades.</ul></td></tr></table>'
  assert.deepEqual(await shown(page), ['News | 1 | The summit was in May.', 'News | 1 | We lend spades.'])
})

const EXPORTS: Record<string, [html: string, title: string, shown: string[]]> = {
  Confluence: [
    '<title>HR : Leave</title><div id="page"><div id="main-header"><h1 id="title-heading"><span>HR : Leave</span></h1></div><div class="wiki-content"><h2 id="a">Carry over</h2><p>Five days<span>&nbsp;carry over.</span></p><div class="table-wrap"><table class="confluenceTable"><tbody><tr><th class="confluenceTh">Grade</th><th class="confluenceTh">Days</th></tr><tr><td class="confluenceTd">A</td><td class="confluenceTd">30</td></tr></tbody></table></div></div></div>',
    'HR : Leave',
    ['Carry over | 1 | Five days carry over.', 'Carry over | 1 | Grade: A · Days: 30'],
  ],
  'Google Docs': [
    '<html><head><title>x</title></head><body class="c1 doc-content"><p class="c5 title" id="h.1"><span class="c3">Leave</span></p><h1 class="c2"><span>Carry over</span></h1><p class="c0"><span class="c4">Five days</span><span> carry over.</span></p><ul class="c7"><li class="c0 li-bullet-0"><span>Not more.</span></li></ul></body></html>',
    'Leave',
    ['Carry over | 1 | Five days carry over.', 'Carry over | 1 | Not more.'],
  ],
  Word: [
    "<html xmlns:o='urn'><head><!--[if gte mso 9]><xml>x</xml><![endif]--><style>p{}</style></head><body><p class=MsoTitle>Leave<o:p></o:p></p><h1>Carry over</h1><p class=MsoNormal>Five days\ncarry over.<o:p></o:p></p><p class=MsoListParagraph><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;&nbsp; </span></span>Not more.</p></body></html>",
    'Leave',
    ['Carry over | 1 | Five days carry over.', 'Carry over | 2 | Not more.'],
  ],
  Notion: [
    '<html><head><title>Leave</title></head><body><article id="1" class="page sans"><header><h1 class="page-title">Leave</h1></header><div class="page-body"><h3 id="2">Carry over</h3><p id="3">Five days carry over.</p><ul class="bulleted-list"><li style="list-style-type:disc">Not more.</li></ul><figure class="callout"><div>Ask first.</div></figure></div></article></body></html>',
    'Leave',
    ['Carry over | 1 | Five days carry over.', 'Carry over | 1 | Not more.', 'Carry over | 1 | Ask first.'],
  ],
  MediaWiki: [
    '<html><head><title>Leave - Wiki</title></head><body><div id="content" role="main"><h1 id="firstHeading">Leave</h1><div id="siteSub">From Wiki</div><div role="navigation" class="toc"><ul><li>1 Carry over</ul></div><h2><span class="mw-headline">Carry over</span></h2><p>Five days carry over, and those who have more of them lose them in April.</p></div><div id="mw-panel"><h3>Tools</h3><ul><li>Upload</ul></div></body></html>',
    'Leave',
    [
      '1 | From Wiki',
      'Carry over | 1 | Five days carry over, and those who have more of them lose them in April.',
    ],
  ],
}

for (const [name, [html, title, expected]] of Object.entries(EXPORTS)) {
  test(`a page as ${name} exports it`, async () => {
    assert.equal((await read(html)).title, title)
    assert.deepEqual(await shown(html), expected)
  })
}

test('a page is read in the encoding that it states', async () => {
  const html = '<meta charset="windows-1251"><p>Встреча была в мае.</p>'
  const { paragraphs } = await readHtml('a.html', encode(html, 'windows-1251'))
  assert.equal(paragraphs[0]?.text, 'Встреча была в мае.')
})

test('a page that is nested beyond reason is refused at once', async () => {
  for (const tag of ['div', 'dl', 'center', 'code', 'unheard-of'])
    await assert.rejects(read(`<${tag}>`.repeat(100_000)), /^Error: it is nested too deeply$/, tag)
})

test('a paragraph of a hundred thousand words is read in a moment', { timeout: 10_000 }, async () => {
  const { paragraphs } = await read(`<p>${'word '.repeat(100_000)}`)
  assert.equal(paragraphs[0]?.text.length, 499_999)
})

test('what only looks nested is read', async () => {
  const { paragraphs } = await read(
    '<p>We lend <a id="x"/>spades.</p>'.repeat(3_000) + '<p>rakes<br/>'.repeat(3_000),
  )
  assert.equal(paragraphs.length, 6_000)
})

test('what a table cannot hold has the line where it is written', async () => {
  assert.deepEqual(await shown('<div><p>x</p> <table>\n<tr></tr>\nWe lend spades.</table></div>'), [
    '1 | x',
    '3 | We lend spades.',
  ])
})

test('the only heading of its rank is the title where it stands over the text, and ends what stood before it', async () => {
  const text = 'The fee is small, and it is due in May of each year.'
  const late = await read(
    `<title>Club</title><h2>Intro</h2><p>${text}</p><h1>Thanks</h1><p>We thank all.</p>`,
  )
  assert.equal(late.title, 'Club')
  assert.deepEqual(
    late.paragraphs.map((p) => p.headings),
    [['Intro'], ['Thanks']],
  )
  const early = await read(`<title>Club</title><h2>Menu</h2><p>Home</p><h1>Fees</h1><p>${text} ${text}</p>`)
  assert.equal(early.title, 'Fees')
  assert.deepEqual(
    early.paragraphs.map((p) => p.headings),
    [['Menu'], []],
  )
})

test('the name of a site above the main part is the title of no page', async () => {
  const page = (title: string) =>
    read(`<title>${title}</title><header><h1>Club</h1></header><main><h2>Fees</h2><p>Small.</p></main>`)
  assert.equal((await page('Fees - Club')).title, 'Fees - Club')
  const nameless = await read('<p>First of all, the text.</p><h1>Thanks</h1><p>To all.</p>')
  assert.equal(nameless.title, 'A')
})

test('a term in a table is defined by what follows it, not by the cell before', async () => {
  const page = '<table><tr><td>Spades.</td><td><dl><dt>Key</dt><dd>Opens.</dd></dl></td></tr></table>'
  assert.deepEqual(await shown(page), ['1 | Spades.', '1 | Key: Opens.'])
})

test('a heading is one, however many lines it is broken over', async () => {
  assert.deepEqual(await shown('<title>x</title><h2>Fees<br><br>and dues</h2><p>Small.'), [
    'Fees and dues | 1 | Small.',
  ])
})

test('the line break after the tag of a preformatted text is counted', async () => {
  assert.deepEqual(await shown('<pre>\n  npm ci\n</pre><pre>npm\n</pre>'), ['2 | npm ci', '3 | npm'])
})

const BESIDE: [what: string, html: string, shown: string[]][] = [
  [
    'the marks of notes, and the way back from them',
    '<p>Small.<sup><a href="#cite_note-1">[1]</a></sup> Due<a href="#_ftn2"><span>[2]</span></a>.<ol><li id="footnote-1">As of 2026. <a href="#footnote-ref-1">↑</a></ol><a href="#fn1">the note on fees</a>',
    ['1 | Small. Due.', '1 | As of 2026.', '1 | the note on fees'],
  ],
  [
    'what edits a heading, and what links to it',
    '<title>x</title><h2>Fees<span class="mw-editsection">[<a>edit</a>]</span></h2><p>Small.<h2>Tools<a class="headerlink">¶</a></h2><p>Spades.',
    ['Fees | 1 | Small.', 'Tools | 1 | Spades.'],
  ],
  [
    'the numbers and bullets that Word writes out',
    "<p class=MsoListParagraph><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span>Spades.<p><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>Rakes.",
    ['1 | Spades.', '1 | Rakes.'],
  ],
  [
    'buttons, but none that unfolds what stands under a heading',
    '<title>x</title><button>Print</button><h2><button>When is it due?</button></h2><div>In May.</div>',
    ['When is it due? | 1 | In May.'],
  ],
  ['a list of what is on the page', '<div class="toc"><ul><li>Fees</ul></div><p>Small.', ['1 | Small.']],
]

for (const [what, html, expected] of BESIDE) {
  test(`not read: ${what}`, async () => assert.deepEqual(await shown(html), expected))
}

const WORDS = ['spade', 'fee', 'May', 'key', 'nine']
const word = fc.tuple(fc.constantFrom(...WORDS), fc.nat({ max: 999 })).map(([one, n]) => `${one}${n}`)
const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    text,
    fc
      .tuple(
        fc.constantFrom(
          'div',
          'p',
          'section',
          'ul',
          'li',
          'span',
          'b',
          'blockquote',
          'table',
          'tr',
          'td',
          'h2',
          'pre',
          'dl',
          'dt',
          'dd',
          'br',
        ),
        fc.constantFrom('', '\n', ' '),
        fc.array(tie('tree'), { maxLength: 4 }),
      )
      .map(([name, gap, inner]) =>
        name === 'br' ? '<br>' : `<${name}>${gap}${inner.join(gap)}</${name}>${gap}`,
      ),
  ),
}))

test('whatever the markup: no word is lost or said twice, and the line of a paragraph holds its first word', async () => {
  await fc.assert(
    fc.asyncProperty(tree, async (html) => {
      const { title, paragraphs } = await read(`<body>${html}</body>`)
      const wordsIn = (source: string): string[] => source.match(/[a-z]+\d+/gi) ?? []
      const headings = new Set(paragraphs.flatMap((paragraph) => paragraph.headings))
      const found = wordsIn(paragraphs.map((paragraph) => paragraph.text).join(' '))
      for (const one of found) assert.ok(html.includes(one))
      const written = wordsIn(html)
      const inHeadings = new Set(
        wordsIn([title, ...headings, ...(html.match(/<h2>[\s\S]*?<\/h2>/g) ?? [])].join(' ')),
      )
      for (const one of written) assert.ok(found.includes(one) || inHeadings.has(one), `${one} is lost`)
      const lines = html.split('\n')
      for (const {
        text: said,
        lines: [start],
      } of paragraphs) {
        const [first = ''] = wordsIn(said)
        if (!said.includes(': '))
          assert.ok(lines[(start?.line ?? 0) - 1]?.includes(first), `${first} is not on line ${start?.line}`)
      }
    }),
    { numRuns: 200 },
  )
})
