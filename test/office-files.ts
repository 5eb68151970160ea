/** Documents as teams have them, made by real tools: each says the same, about the office with the number. */

import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import PDFDocument from 'pdfkit'

export const FORMATS = ['txt', 'md', 'html', 'pdf', 'docx'] as const
export type Format = (typeof FORMATS)[number]

const SECTIONS = ['Fees', 'Opening hours', 'Keys', 'Tools', 'Meetings']
const TOPICS = [
  'the northern annex',
  'new members',
  'visitors of the archive',
  'the reading room',
  'the summer school',
]

/** The paragraphs of a section. */
function paragraphs(office: number, section: string, length: number): string[] {
  return Array.from(
    { length },
    (_, i) =>
      `${section} of office ${office}, rule ${i + 1}: what holds for ${TOPICS[(office + i) % TOPICS.length]} is settled by the board in ${2000 + ((office * 7 + i) % 25)}. Whoever asks for more than ${(office % 9) + i + 2} of them writes to the secretary of office ${office} beforehand.`,
  )
}

/** One document; `length` is the number of paragraphs in each of its five sections. */
export async function makeFile(format: Format, office: number, length = 4): Promise<Buffer> {
  const sections = SECTIONS.map((name) => ({ name, texts: paragraphs(office, name, length) }))
  const title = `Rules of office ${office}`
  if (format === 'docx') return docx(title, sections)
  if (format === 'pdf') return pdf(title, sections)
  return Buffer.from(PLAIN[format](title, sections))
}

type Sections = { name: string; texts: string[] }[]

const PLAIN: Record<'txt' | 'md' | 'html', (title: string, sections: Sections) => string> = {
  txt: (title, sections) =>
    `${title}\n\n${sections.map(({ name, texts }, i) => `${i + 1} ${name}\n\n${texts.join('\n\n')}\n`).join('\n')}`,
  md: (title, sections) =>
    `# ${title}\n\n${sections.map(({ name, texts }) => `## ${name}\n\n${texts.map((text) => `- ${text}`).join('\n')}\n`).join('\n')}`,
  html: (title, sections) =>
    `<!doctype html><html lang="en"><head><title>${title}</title></head><body><nav>Home</nav><main><h1>${title}</h1>${sections.map(({ name, texts }) => `<h2>${name}</h2>${texts.map((text) => `<p>${text}</p>`).join('\n')}`).join('\n')}</main></body></html>`,
}

function docx(title: string, sections: Sections): Promise<Buffer> {
  const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] })
  const children = [
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
    ...sections.flatMap(({ name, texts }) => [
      new Paragraph({ text: name, heading: HeadingLevel.HEADING_1 }),
      ...texts.map((text) => new Paragraph(text)),
    ]),
    new Table({
      rows: [
        new TableRow({ tableHeader: true, children: [cell('Day'), cell('Opens')] }),
        new TableRow({ children: [cell('Monday'), cell('9')] }),
      ],
    }),
  ]
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

async function pdf(title: string, sections: Sections): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4' })
  const pieces: Buffer[] = []
  const ended = new Promise((resolve) =>
    document.on('data', (piece: Buffer) => pieces.push(piece)).on('end', resolve),
  )
  document.fontSize(22).text(title).moveDown()
  for (const { name, texts } of sections) {
    document.fontSize(16).text(name).moveDown(0.5).fontSize(11)
    for (const text of texts) document.text(text).moveDown(0.7)
  }
  document.end()
  await ended
  return Buffer.concat(pieces)
}
