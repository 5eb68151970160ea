import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { buffer } from 'node:stream/consumers'
import test from 'node:test'
import { promisify } from 'node:util'
import fc from 'fast-check'
import PDFDocument from 'pdfkit'
import type { Document } from '../../../src/core/library/document.ts'
import { toRegions } from '../../../src/core/library/read/pdf-columns.ts'
import { withoutContents } from '../../../src/core/library/read/pdf-contents.ts'
import type { Item } from '../../../src/core/library/read/pdf-items.ts'
import { toLines } from '../../../src/core/library/read/pdf-layout.ts'
import { toRows } from '../../../src/core/library/read/pdf-lines.ts'
import { withoutMargins } from '../../../src/core/library/read/pdf-margins.ts'
import { toPieces } from '../../../src/core/library/read/pdf-paragraphs.ts'
import { readPdf } from '../../../src/core/library/read/pdf.ts'

type Pdf = InstanceType<typeof PDFDocument>
type Options = ConstructorParameters<typeof PDFDocument>[0]

/** Text that fills several lines. */
const PROSE =
  'The garden is open from dawn to dusk on all days but Monday, when it is closed for watering. ' +
  'Members may bring guests, who sign the book at the gate and stay no longer than the member does. ' +
  'Dogs are welcome on a lead, except in the beds around the pond, where the ducks are breeding.'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function make(draw: (doc: Pdf) => void, options: Options = {}): Promise<Buffer> {
  const doc = new PDFDocument({ size: 'A4', margin: 72, ...options })
  const bytes = buffer(doc)
  draw(doc)
  doc.end()
  return await bytes
}

async function read(draw: (doc: Pdf) => void, options: Options = {}): Promise<Document> {
  return await readPdf('notes/some-file.pdf', await make(draw, options))
}

function shown({ paragraphs }: Document): [headings: string, text: string, pages: number[]][] {
  return paragraphs.map(({ headings, text, pages = [] }) => [
    headings.join(' > '),
    text,
    pages.map(({ page }) => page),
  ])
}

function texts({ paragraphs }: Document): string[] {
  return paragraphs.map(({ text }) => text)
}

function heading(doc: Pdf, text: string, size: number): void {
  doc.fontSize(size).text(text).moveDown(0.5).fontSize(11)
}

/** Writes each line where it is told, 14 points below the one before. */
function lines(doc: Pdf, ...rows: string[]): void {
  doc.fontSize(11)
  rows.forEach((row, i) => doc.text(row, 72, 100 + i * 14, { lineBreak: false }))
}

test('headings rank by their size, the largest of the first page is the title, and each paragraph has its page', async () => {
  const document = await read(
    (doc) => {
      heading(doc, 'Rules of the garden', 24)
      doc.text('They hold for everyone who comes through the gate, member or not.').moveDown()
      heading(doc, 'Opening', 18)
      heading(doc, 'Hours', 14)
      doc.text(PROSE).addPage()
      heading(
        doc,
        'Holidays and all the days on which nobody opens the gate because the whole town is out',
        14,
      )
      doc.text('On holidays it is closed.').moveDown()
      heading(doc, 'Fees', 18)
      doc.text('A year costs sixty pounds.')
    },
    { lang: 'en-GB' },
  )
  assert.equal(document.title, 'Rules of the garden')
  assert.equal(document.language, 'en')
  const holidays = 'Holidays and all the days on which nobody opens the gate because the whole town is out'
  assert.deepEqual(shown(document), [
    ['', 'They hold for everyone who comes through the gate, member or not.', [1]],
    ['Opening > Hours', PROSE, [1]],
    [`Opening > ${holidays}`, 'On holidays it is closed.', [2]],
    ['Fees', 'A year costs sixty pounds.', [2]],
  ])
  assert.deepEqual(
    document.paragraphs.map((p) => p.lines),
    [[], [], [], []],
  )
})

test('what looks like a heading and has nothing under it is a paragraph', async () => {
  const document = await read((doc) => {
    heading(doc, 'Rules of the garden', 24)
    heading(doc, 'Ann Smith', 14)
    doc.moveDown(3)
    heading(doc, 'Opening', 14)
    doc.text(PROSE).moveDown()
    heading(doc, 'Thanks to all', 14)
  })
  assert.deepEqual(shown(document), [
    ['', 'Ann Smith', [1]],
    ['Opening', PROSE, [1]],
    ['', 'Thanks to all', [1]],
  ])
})

test('short bold lines are headings below the larger ones', async () => {
  const document = await read((doc) => {
    heading(doc, 'Minutes', 18)
    doc.text(PROSE).moveDown().font('Helvetica-Bold').text('2.1 Decisions').font('Helvetica')
    doc.moveDown(0.3).text(PROSE)
  })
  assert.deepEqual(shown(document), [
    ['', PROSE, [1]],
    ['2.1 Decisions', PROSE, [1]],
  ])
})

const TITLES: [stated: string | undefined, title: string][] = [
  ['Annual report', 'Annual report'],
  ['Microsoft Word - x.docx', 'Some file'],
  ['report.indd', 'Some file'],
  [undefined, 'Some file'],
]

for (const [stated, title] of TITLES) {
  test(`without a heading, a file that states ${stated} for a title has the title ${title}`, async () => {
    const info = stated === undefined ? {} : { Title: stated }
    assert.equal((await read((doc) => doc.text(PROSE), { info })).title, title)
  })
}

const NAMES = ['', 'Ann', 'Bob', 'Cyd', 'Dee']

test('headers, footers and page numbers are dropped, and a paragraph over a page break is whole', async () => {
  const document = await read(
    (doc) => {
      doc.fontSize(11)
      for (let page = 1; page <= 4; page += 1) {
        if (page > 1) doc.addPage()
        doc.text('Society of Gardeners', 72, 40, { lineBreak: false })
        doc.text(`Chapter ${page}: of what happened in it`, 300, 40, { lineBreak: false })
        doc.text(`Begin, ${NAMES[page]}, after a full stop.`, 72, 100)
        doc.text(
          `Here starts what ${NAMES[page]} goes on with until the page has come to its very end, so that`,
          72,
          700,
        )
        doc.text(`${page}`, 290, 790, { lineBreak: false })
        doc.addPage().text('Society of Gardeners', 72, 40, { lineBreak: false })
        doc.text(`the rest of it, by ${NAMES[page]}, stands here.`, 72, 72)
      }
    },
    { margin: 0 },
  )
  const whole = (name: string): string =>
    `Here starts what ${name} goes on with until the page has come to its very end, so that`
  assert.deepEqual(
    shown(document).filter(([, text]) => !text.startsWith('Begin')),
    NAMES.slice(1).map((name, i) => [
      '',
      `${whole(name)} the rest of it, by ${name}, stands here.`,
      [2 * i + 1, 2 * i + 2],
    ]),
  )
  const [, first] = document.paragraphs
  assert.deepEqual(first?.pages, [
    { at: 0, page: 1 },
    { at: whole('Ann').length + 1, page: 2 },
  ])
})

test('a figure with its caption, a table and notes may stand between the halves of a paragraph', async () => {
  const half =
    'The committee decided, after a debate that went on until long after the sun had gone down behind the'
  const document = await read(
    (doc) => {
      doc
        .fontSize(11)
        .text(PROSE, 72, 500, { width: 450 })
        .text(half, 72, 690, { width: 480, lineBreak: true })
      doc.fontSize(8).text('1 It met in the shed.', 72, 730).fontSize(11).addPage()
      doc.text('Figure 2: The shed, from the north', 72, 72)
      table(
        doc,
        [
          ['Kind', 'Days', 'Asked of'],
          ['Annual', '28', 'the manager'],
        ],
        120,
      )
      doc.text('hill, to leave all as it was.', 72, 240)
    },
    { margin: 0 },
  )
  assert.deepEqual(shown(document), [
    ['', PROSE, [1]],
    ['', `${half} hill, to leave all as it was.`, [1, 2]],
    ['', '1 It met in the shed.', [1]],
    ['', 'Figure 2: The shed, from the north', [2]],
    ['', 'Kind: Annual · Days: 28 · Asked of: the manager', [2]],
  ])
})

test('a number of all the pages is dropped from the shortest file', async () => {
  const document = await read(
    (doc) => {
      for (const page of [1, 2]) {
        if (page > 1) doc.addPage()
        doc.fontSize(11).text(PROSE, 72, 72, { width: 450 })
        doc.fontSize(8).text('https://example.org/rules', 72, 800, { lineBreak: false })
        doc.text(`${page}/2`, 500, 800, { lineBreak: false })
      }
    },
    { margin: 0 },
  )
  assert.deepEqual(texts(document), [PROSE, PROSE])
})

test('a file of two pages keeps what stands on both', async () => {
  const document = await read((doc) => {
    doc.text('Bring your own cup.').addPage().text('Bring your own cup.')
  })
  assert.deepEqual(shown(document), [
    ['', 'Bring your own cup.', [1]],
    ['', 'Bring your own cup.', [2]],
  ])
})

test('columns are read one after the other, and what spans them keeps its place', async () => {
  const half = { width: 215, columnGap: 20 }
  const document = await read((doc) => {
    heading(doc, 'A title that spans both of the columns below it', 20)
    doc.text(`Above: ${PROSE}`).moveDown()
    const top = doc.y
    doc.text(`Left: ${PROSE}`, 72, top, half).text(`Right: ${PROSE}`, 307, top, half)
    doc.moveDown().text(`Between: ${PROSE}`, 72, doc.y, { width: 451 }).moveDown()
    const next = doc.y
    doc.text(`Third: ${PROSE.slice(0, -1)} but`, 72, next, half)
    doc.text(`not on Sundays. ${PROSE}`, 307, next, half)
  })
  assert.deepEqual(texts(document), [
    `Above: ${PROSE}`,
    `Left: ${PROSE}`,
    `Right: ${PROSE}`,
    `Between: ${PROSE}`,
    `Third: ${PROSE.slice(0, -1)} but not on Sundays. ${PROSE}`,
  ])
})

test('three columns are read one after the other', async () => {
  const document = await read((doc) => {
    doc.fontSize(9)
    ;['One', 'Two', 'Three'].forEach((name, i) =>
      doc.text(`${name}: ${PROSE}`, 60 + i * 165, 72, { width: 150 }),
    )
  })
  assert.deepEqual(texts(document), [`One: ${PROSE}`, `Two: ${PROSE}`, `Three: ${PROSE}`])
})

const WRAPPED: [name: string, rows: string[], text: string][] = [
  [
    'a word broken at its hyphen',
    ['They asked for further infor-', 'mation.'],
    'They asked for further information.',
  ],
  [
    'a name with a hyphen',
    ['This is the route named Asia-', 'Russia.'],
    'This is the route named Asia-Russia.',
  ],
  ['a year with a hyphen', ['These are the terms of 1939-', '1945.'], 'These are the terms of 1939-1945.'],
  [
    'a compound the text has elsewhere',
    ['A well-known tree stands there, well-', 'known to all.'],
    'A well-known tree stands there, well-known to all.',
  ],
  ['a soft hyphen', ['They asked for further infor\u00AD', 'mation.'], 'They asked for further information.'],
  [
    'an address',
    ['See https://example.org/gardens/', 'rules today.'],
    'See https://example.org/gardens/rules today.',
  ],
]

for (const [name, rows, text] of WRAPPED) {
  test(`${name} is joined over a line's end`, async () => {
    assert.deepEqual(texts(await read((doc) => lines(doc, ...rows))), [text])
  })
}

test('paragraphs begin at an indent or after a gap', async () => {
  const document = await read((doc) => {
    doc.fontSize(11).text(PROSE, { indent: 20 }).text(PROSE, { indent: 20 }).moveDown().text(PROSE).moveDown()
    doc.text(PROSE)
  })
  assert.deepEqual(texts(document), [PROSE, PROSE, PROSE, PROSE])
})

test('list items are paragraphs of their own, without their bullets', async () => {
  const document = await read((doc) => {
    doc.fontSize(11).text('Bring with you:')
    for (const item of ['boots', `gloves: ${PROSE}`, 'a spade']) {
      doc.text('\u2022', 80, doc.y, { continued: false })
      doc.moveUp().text(item, 100, doc.y)
    }
    doc.text('1. Open the gate.', 72).text('2. Close it behind you').text('(a) Say hello')
  })
  assert.deepEqual(texts(document), [
    'Bring with you:',
    'boots',
    `gloves: ${PROSE}`,
    'a spade',
    '1. Open the gate.',
    '2. Close it behind you',
    '(a) Say hello',
  ])
})

function table(doc: Pdf, rows: string[][], top: number): void {
  rows.forEach((row, i) =>
    row.forEach((cell, j) => doc.text(cell, 72 + j * 150, top + i * 20, { width: 130 })),
  )
}

test('table rows name their columns, over a page break too; without a header their cells stand side by side', async () => {
  const document = await read((doc) => {
    doc.fontSize(11).text(PROSE)
    table(
      doc,
      [
        ['Kind', 'Days', 'Asked of'],
        ['Annual', '28', 'the manager'],
        ['Sick', '', 'nobody'],
      ],
      300,
    )
    doc.text('More on the next page.', 72, 400).addPage()
    table(
      doc,
      [
        ['Telephone', '555 1234'],
        ['Fax', '555 1235'],
      ],
      300,
    )
    doc.addPage()
    table(
      doc,
      [
        ['Plot', 'Size', 'Tenant'],
        ['12', '80', 'Ann Smith'],
      ],
      680,
    )
    doc.addPage()
    table(
      doc,
      [
        ['Plot', 'Size', 'Tenant'],
        ['13', '95', 'Bob Brown'],
      ],
      72,
    )
  })
  assert.deepEqual(shown(document).slice(1), [
    ['', 'Kind: Annual · Days: 28 · Asked of: the manager', [1]],
    ['', 'Kind: Sick · Asked of: nobody', [1]],
    ['', 'More on the next page.', [1]],
    ['', 'Telephone · 555 1234', [2]],
    ['', 'Fax · 555 1235', [2]],
    ['', 'Plot: 12 · Size: 80 · Tenant: Ann Smith', [3]],
    ['', 'Plot: 13 · Size: 95 · Tenant: Bob Brown', [4]],
  ])
})

test('a contents list is dropped', async () => {
  const entries = ['Hours', 'Fees', 'Dogs'].map((name, i) => `${name} ${'.'.repeat(60)} ${i + 2}`)
  assert.deepEqual(texts(await read((doc) => lines(doc, 'Contents', ...entries, '', 'Hours are long.'))), [
    'Hours are long.',
  ])
})

test('code keeps its lines', async () => {
  const document = await read((doc) => {
    doc.fontSize(11).text(PROSE).moveDown().font('Courier').text('for (;;) {').text('  wait()').text('}')
  })
  assert.deepEqual(texts(document), [PROSE, 'for (;;) {\nwait()\n}'])
})

test('a page that lies on its side is read upright, and a stamp across it is left out', async () => {
  const document = await read((doc) => {
    doc
      .rotate(90, { origin: [300, 400] })
      .fontSize(11)
      .text(PROSE, 0, 300, { width: 400 })
    doc
      .rotate(-45, { origin: [300, 400] })
      .fontSize(60)
      .text('DRAFT', 100, 300)
  })
  assert.deepEqual(texts(document), [PROSE])
})

function place(text: string, x: number, y: number, rtl = false): Item {
  return { text, x, y, width: 20, size: 10, bold: false, mono: false, rtl }
}

test('what is read from right to left is put together so', () => {
  const [row] = toRows([place('עולם', 10, 50, true), place('9:00', 33, 50), place('שלום', 56, 50, true)])
  assert.deepEqual(
    row?.map(({ text }) => text),
    ['שלום 9:00 עולם'],
  )
})

const CROWDS: [name: string, place: (i: number) => Item][] = [
  ['one under another', (i) => place('word', 72, i * 12)],
  ['side by side', (i) => place('word', i * 30, 72)],
  ['in four columns', (i) => place('word', 72 + (i % 4) * 100, Math.floor(i / 4) * 12)],
  ['all over the page', (i) => place('word', (i * 7919) % 600, (i * 104_729) % 800)],
]

for (const [name, at] of CROWDS) {
  test(`fifty thousand words ${name} take no more than a moment`, () => {
    const items = Array.from({ length: 50_000 }, (_, i) => at(i))
    const start = performance.now()
    const pages = withoutMargins([{ rows: toRows(items), height: 800 }], 10)
    toPieces(withoutContents(toLines(pages.map(({ rows }) => toRegions(rows)))))
    assert.ok(performance.now() - start < 5000)
  })
}

test('nothing is printed, and nothing keeps the process alive', async () => {
  const bytes = await make((doc) => doc.font('Times-Bold').text(PROSE).image(PIXEL, 0, 0, { width: 500 }))
  // Its references lead nowhere, so pdf.js has something to say.
  const broken = bytes.toString('latin1').replace(/startxref\n\d+/, 'startxref\n9')
  const script = `
    const { readPdf } = await import('./src/core/library/read/pdf.ts')
    await readPdf('a.pdf', Buffer.from(process.env.PDF, 'base64'))
    await readPdf('a.pdf', Buffer.from('%PDF-1.7 broken')).catch(() => {})`
  const env = { ...process.env, PDF: Buffer.from(broken, 'latin1').toString('base64') }
  const args = ['--import', 'tsx', '--input-type=module', '-e', script]
  assert.deepEqual(await promisify(execFile)(process.execPath, args, { env }), { stdout: '', stderr: '' })
})

test('a scan is refused', async () => {
  const bytes = await make((doc) => doc.image(PIXEL, 0, 0, { width: 500 }))
  await assert.rejects(readPdf('a.pdf', bytes), {
    message: 'it is a scan: its pages hold images and no text',
  })
})

test('what needs a password is refused; what can be read without one is read', async () => {
  const options = { ownerPassword: 'owner', pdfVersion: '1.7' } as const
  const closed = await make((doc) => doc.text(PROSE), { ...options, userPassword: 'user' })
  await assert.rejects(readPdf('a.pdf', closed), { message: 'it is encrypted: save it without a password' })
  assert.deepEqual(texts(await read((doc) => doc.text(PROSE), options)), [PROSE])
})

test('a file that is cut off, or none, is refused with the cause', async () => {
  const whole = await make((doc) => doc.text(PROSE))
  for (const bytes of [whole.subarray(0, 600), new Uint8Array(), Buffer.from('Not a PDF at all.')]) {
    await assert.rejects(readPdf('a.pdf', bytes), (error: Error) => {
      assert.equal(error.message, 'it is no readable PDF')
      return error.cause instanceof Error
    })
  }
})

test('the bytes stay as they were', async () => {
  const bytes = await make((doc) => doc.text(PROSE))
  const before = Buffer.from(bytes)
  await readPdf('a.pdf', bytes)
  assert.ok(before.equals(bytes))
})

const word = fc.stringMatching(/^[a-z]{2,10}$/)
const paragraph = fc
  .array(word, { minLength: 4, maxLength: 60 })
  .map((words) => `${words.join(' ').replace(/^./, (letter) => letter.toUpperCase())}.`)

test('random paragraphs come back in order, word for word', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(paragraph, { minLength: 1, maxLength: 8 }), async (paragraphs) => {
      const document = await read(
        (doc) => {
          doc.fontSize(12)
          for (const text of paragraphs) doc.text(text).moveDown()
        },
        { size: 'A5', margin: 50 },
      )
      assert.deepEqual(texts(document), paragraphs)
    }),
    { numRuns: 12 },
  )
})
