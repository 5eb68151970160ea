import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import { deflateRawSync } from 'node:zlib'
import test from 'node:test'
import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { readDocx } from '../../../src/core/library/read/docx.ts'

const say = (text: string, more: object = {}): Paragraph => new Paragraph({ text, ...more })
const row = (cells: string[], more: object = {}): TableRow =>
  new TableRow({ children: cells.map((cell) => new TableCell({ children: [say(cell)] })), ...more })
const pack = (children: (Paragraph | Table)[], more: object = {}): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: [{ children }], ...more }))
const shown = async (bytes: Uint8Array): Promise<string[]> =>
  (await readDocx('a.docx', bytes)).paragraphs.map(({ headings, text }) => [...headings, text].join(' | '))

test('a Word document is read by its styles: title, headings, lists, tables, notes', async () => {
  const note: ParagraphChild[] = [new TextRun('The fee is small.'), new FootnoteReferenceRun(1)]
  const bytes = await pack(
    [
      say('Club rules', { heading: HeadingLevel.TITLE }),
      say('Fees', { heading: HeadingLevel.HEADING_1 }),
      new Paragraph({ children: note }),
      say('Payment', { heading: HeadingLevel.HEADING_2 }),
      say('Pay in May.', { bullet: { level: 0 } }),
      say('Or in June.', { bullet: { level: 0 } }),
      say('Tools', { heading: HeadingLevel.HEADING_1 }),
      new Table({
        rows: [row(['Day', 'Opens'], { tableHeader: true }), row(['Monday', '9']), row(['Tuesday', '10'])],
      }),
    ],
    { title: 'Untitled', footnotes: { 1: { children: [say('As of 2026.')] } } },
  )
  const document = await readDocx('a.docx', bytes)
  assert.equal(document.title, 'Club rules')
  assert.ok(document.paragraphs.every(({ lines }) => lines.length === 0))
  assert.deepEqual(await shown(bytes), [
    'Fees | The fee is small.',
    'Fees | As of 2026.',
    'Fees | Payment | Pay in May.',
    'Fees | Payment | Or in June.',
    'Tools | Day: Monday · Opens: 9',
    'Tools | Day: Tuesday · Opens: 10',
  ])
})

test('without a title style its properties name it, or else its first heading', async () => {
  const text = [
    say('Fees', { heading: HeadingLevel.HEADING_1 }),
    say('Small.'),
    say('Tools', { heading: HeadingLevel.HEADING_1 }),
  ]
  assert.equal((await readDocx('a.docx', await pack(text, { title: 'Rules & fees' }))).title, 'Rules & fees')
  assert.equal((await readDocx('a.docx', await pack(text.slice(0, 2)))).title, 'Fees')
})

test('a note stands under what refers to it, whatever comes after, and its mark is dropped', async () => {
  const noted = (text: string, ...ids: number[]): ParagraphChild[] => [
    new TextRun(text),
    ...ids.map((id) => new FootnoteReferenceRun(id)),
  ]
  const cell = new TableCell({ children: [new Paragraph({ children: noted('Spades', 3) })] })
  const bytes = await pack(
    [
      say('Club rules', { heading: HeadingLevel.TITLE }),
      say('Fees', { heading: HeadingLevel.HEADING_1 }),
      new Paragraph({ children: noted('Small.', 1, 2) }),
      say('Due in May.'),
      say('Tools', { heading: HeadingLevel.HEADING_1 }),
      new Table({ rows: [new TableRow({ children: [cell] })] }),
      new Paragraph({ children: noted('Rakes.', 4, 5), bullet: { level: 0 } }),
      say('Thanks', { heading: HeadingLevel.HEADING_1 }),
      say('To all.'),
    ],
    {
      footnotes: Object.fromEntries([1, 2, 3, 4, 5].map((id) => [id, { children: [say(`Note ${id}.`)] }])),
    },
  )
  assert.deepEqual(await shown(bytes), [
    'Fees | Small.',
    'Fees | Note 1.',
    'Fees | Note 2.',
    'Fees | Due in May.',
    'Tools | Spades',
    'Tools | Note 3.',
    'Tools | Rakes.',
    'Tools | Note 4.',
    'Tools | Note 5.',
    'Thanks | To all.',
  ])
})

for (const title of ['Microsoft Word - rules.doc', 'Document1', 'Untitled', 'rules.docx', ' ']) {
  test(`a document is not called ${JSON.stringify(title)} for what its properties say`, async () => {
    assert.equal(
      (await readDocx('club-rules.docx', await pack([say('Small.')], { title }))).title,
      'Club rules',
    )
  })
}

/** A zip by hand: what its directory says of a part may be a lie. */
function zip(name: string, data: Buffer, says = data.length, flags = 0): Buffer {
  const packed = deflateRawSync(data)
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(flags, 2)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(says, 18)
  fields.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), packed])
  const central = Buffer.concat([
    Buffer.from('PK\u0001\u0002\u0014\0'),
    fields,
    Buffer.alloc(14),
    Buffer.from(name),
  ])
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}
const MB = 1024 * 1024
const PART = 'word/document.xml'

const REFUSED: [what: string, bytes: () => Buffer | Promise<Buffer>, reason: RegExp][] = [
  ['a bomb', () => zip(PART, Buffer.alloc(66 * MB)), /^it unpacks to more than 64 MB$/],
  [
    'a bomb that lies about its size',
    () => zip(PART, Buffer.alloc(66 * MB), 1_000),
    /^it is damaged: it cannot be unpacked$/,
  ],
  [
    'a part that is locked',
    () => zip(PART, Buffer.from('<x/>'), 4, 1),
    /^it is encrypted: save it without a password$/,
  ],
  [
    'a document locked by Word',
    () => Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'),
    /^it is encrypted, or in the old format/,
  ],
  ['some other zip', () => zip('index.html', Buffer.from('x')), /^it is no Word document \(\.docx\)$/],
  ['no zip at all', () => Buffer.from('We lend spades.'), /^it is damaged: it cannot be unpacked$/],
  [
    'half a document',
    async () => {
      const whole = await pack([say('x')])
      return whole.subarray(0, whole.length / 2)
    },
    /^it is damaged: it cannot be unpacked$/,
  ],
  ['a part that is no XML', () => zip(PART, Buffer.from('no xml')), /^it is no readable Word document$/],
]

for (const [what, bytes, reason] of REFUSED) {
  test(`${what} is refused with its reason`, async () => {
    await assert.rejects(readDocx('a.docx', await bytes()), ({ message }: Error) => {
      assert.match(message, reason)
      return true
    })
  })
}
