import { getDocumentProxy } from 'unpdf'
import type { Document, Paragraph } from '../document.ts'
import { titleOf } from '../title.ts'
import { createOutline } from './outline.ts'
import { toRegions } from './pdf-columns.ts'
import { withoutContents } from './pdf-contents.ts'
import { createBoldFonts, type BoldFonts, type Pdf, type PdfPage } from './pdf-fonts.ts'
import { multiply, toItems, type Item, type Matrix, type Placed } from './pdf-items.ts'
import { toLines } from './pdf-layout.ts'
import { mainSize } from './pdf-numbers.ts'
import { toRows } from './pdf-lines.ts'
import { withoutMargins } from './pdf-margins.ts'
import { toPieces, type Piece } from './pdf-paragraphs.ts'

/** Nothing is fetched, run, drawn or printed. Images are not decoded. */
const QUIET = {
  verbosity: 0,
  isEvalSupported: false,
  disableFontFace: true,
  useSystemFonts: true,
  useWorkerFetch: false,
  stopAtErrors: false,
  maxImageSize: 1,
}
/** What programs write for a title when nobody gave one. */
const NO_TITLE = /^(?:untitled|unbenannt|sans titre|document\d*|microsoft \w+ - .*|.*\.[a-z]{2,5})$/i

/** Reads a PDF: its title, its headings, and its paragraphs with their pages. */
export async function readPdf(file: string, bytes: Uint8Array): Promise<Document> {
  const pdf = await open(bytes)
  try {
    return await readOpen(file, pdf)
  } finally {
    await pdf.destroy()
  }
}

/** pdf.js takes away the bytes it is given, so it is given a copy. */
async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), QUIET)
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'PasswordException')
      throw new Error('it is encrypted: save it without a password', { cause })
    throw unreadable(cause)
  }
}

function unreadable(cause: unknown): Error {
  return new Error('it is no readable PDF', { cause })
}

async function readOpen(file: string, pdf: Pdf): Promise<Document> {
  const [pages, { info }] = await Promise.all([readPages(pdf), pdf.getMetadata()]).catch((cause: unknown) => {
    throw unreadable(cause)
  })
  if (pages.every(({ items }) => items.every(({ text }) => text.trim() === '')))
    throw new Error('it is a scan: its pages hold images and no text')
  const body = mainSize(pages.flatMap(({ items }) => items))
  const rows = pages.map(({ items, height }) => ({ rows: toRows(items), height }))
  const regions = withoutMargins(rows, body).map((page) => toRegions(page.rows))
  const pieces = toPieces(withoutContents(toLines(regions)))
  const stated: { Title?: unknown; Language?: unknown } = info
  const language = languageOf(stated.Language)
  return { ...toDocument(file, pieces, stated.Title), ...(language !== undefined && { language }) }
}

interface Sheet {
  items: Item[]
  height: number
}

async function readPages(pdf: Pdf): Promise<Sheet[]> {
  const bold = createBoldFonts()
  const pages: Sheet[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    pages.push(await readPage(page, bold))
    page.cleanup()
  }
  return pages
}

async function readPage(page: PdfPage, bold: BoldFonts): Promise<Sheet> {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const { items, styles } = await page.getTextContent({ disableNormalization: true })
  await bold.learn(page, Object.keys(styles))
  const placed = items.flatMap((item): Placed[] => {
    if (!('str' in item)) return []
    const { str: text, fontName, dir } = item
    const mono = styles[fontName]?.fontFamily === 'monospace'
    const matrix = multiply(transform, item.transform as Matrix)
    return [{ text, matrix, width: item.width, bold: bold.has(fontName), mono, rtl: dir === 'rtl' }]
  })
  const turned = toItems(placed, { width, height })
  return { items: turned.items, height: turned.size.height }
}

function toDocument(file: string, pieces: readonly Piece[], stated: unknown): Document {
  const title = findTitle(pieces)
  const outline = createOutline()
  const paragraphs: Paragraph[] = []
  for (const [i, piece] of pieces.entries()) {
    const { text } = piece
    if (piece.is === 'paragraph')
      paragraphs.push({ headings: outline.path(), text, lines: [], pages: piece.pages })
    else if (text !== title?.text) {
      outline.enter(text, piece.rank)
      const pages = [{ at: 0, page: piece.page }]
      if (isEmpty(piece, pieces[i + 1]))
        paragraphs.push({ headings: outline.path().slice(0, -1), text, lines: [], pages })
    }
  }
  return { title: title?.text ?? statedTitle(stated) ?? titleOf(file), file, paragraphs }
}

/** What looks like a heading and has nothing under it (a name on a title page) is not lost. */
function isEmpty(heading: Extract<Piece, { is: 'heading' }>, next: Piece | undefined): boolean {
  return !next || (next.is === 'heading' && next.rank <= heading.rank)
}

/** The largest heading of the first page that has text, unless it has a number. */
function findTitle(pieces: readonly Piece[]): Extract<Piece, { is: 'heading' }> | undefined {
  const first = pieces.map((piece) => (piece.is === 'heading' ? piece.page : piece.pages[0]?.page))[0]
  const headings = pieces.filter((piece) => piece.is === 'heading')
  const title = headings.filter(({ page }) => page === first).toSorted((a, b) => b.size - a.size)[0]
  return title && !/^\d/.test(title.text) ? title : undefined
}

function statedTitle(stated: unknown): string | undefined {
  const title = typeof stated === 'string' ? stated.trim() : ''
  return /\p{L}{2}/u.test(title) && !NO_TITLE.test(title) ? title : undefined
}

function languageOf(stated: unknown): string | undefined {
  return typeof stated === 'string' ? /^[a-z]{2}(?=$|[-_])/i.exec(stated)?.[0].toLowerCase() : undefined
}
