import MarkdownIt, { type Token } from 'markdown-it'
import type { Document, LineStart, Paragraph } from '../document.ts'
import { titleOf } from '../title.ts'
import { alignLines } from './align.ts'
import { readFrontMatter } from './front-matter.ts'
import { readHtmlBlock } from './html-block.ts'
import { createOutline } from './outline.ts'
import { tableRow } from './table-row.ts'

const parser = new MarkdownIt({ html: true })
const NOTE = /^\[\^[^\]\s]+\]:[ \t]*/
const ALL_NOTES = new RegExp(NOTE, 'gm')
const NOTE_MARK = /\[\^[^\]\s]+\]/g

/** What a token holds, with its place in the source. */
type Piece =
  | { is: 'heading'; text: string; rank: number }
  | { is: 'paragraph'; text: string; lines: LineStart[] }

/** Reads Markdown: front matter's or the first heading's title, headings, and the text without its markup. */
export function readMarkdown(file: string, source: string): Document {
  const front = readFrontMatter(source)
  const pieces = [...piecesOf(front.body)]
  const outline = createOutline()
  const paragraphs: Paragraph[] = []
  const title = front.title ?? titleAmong(pieces)
  let titled = front.title !== undefined
  for (const piece of pieces) {
    if (piece.is === 'paragraph')
      paragraphs.push({ headings: outline.path(), text: piece.text, lines: piece.lines })
    else if (!titled && piece.text === title) titled = true
    else outline.enter(piece.text, piece.rank)
  }
  const { language } = front
  return { title: title ?? titleOf(file), file, ...(language !== undefined && { language }), paragraphs }
}

/** The heading everything stands under: the first thing in the text, with none outside it. */
function titleAmong(pieces: readonly Piece[]): string | undefined {
  const [first] = pieces
  if (first?.is !== 'heading') return undefined
  return pieces.some((piece) => piece.is === 'heading' && piece.rank < first.rank) ? undefined : first.text
}

function* piecesOf(body: string): Generator<Piece> {
  const source = body.split(/\r\n|\n|\r/)
  const tokens = parser.parse(body, {})
  let header: string[] = []
  for (const [i, token] of tokens.entries()) {
    const [from, to] = token.map ?? [0, 0]
    const opener = tokens[i - 1]
    if (token.type === 'inline' && opener?.type === 'heading_open') {
      const text = textOf(token)
        .replace(/\s*\{#[\w-]+\}$/, '')
        .trim()
      if (text !== '') yield { is: 'heading', text, rank: Number(opener.tag.slice(1)) }
    } else if (token.type === 'inline' && opener?.type === 'paragraph_open') {
      const text = textOf(token).replace(/^\[[ xX]\]\s+/, '')
      yield* paragraph(text, alignLines(text, source.slice(from, to).join('\n'), from + 1))
    } else if (token.type === 'fence' || token.type === 'code_block') {
      yield* code(token, from + 1)
    } else if (token.type === 'html_block') {
      yield* html(token, from + 1)
    } else if (token.type === 'thead_open') header = cells(tokens, i, 'thead_close')
    else if (token.type === 'tr_open' && opener?.type !== 'thead_open') {
      yield* paragraph(tableRow(header, cells(tokens, i, 'tr_close')), [{ at: 0, line: from + 1 }])
    }
  }
}

function* paragraph(text: string, lines: LineStart[]): Generator<Piece> {
  if (text.trim() !== '') yield { is: 'paragraph', text, lines }
}

/** The text of an inline token; a wrapped line is joined, a hard break stays a line break. Marks of notes are dropped. */
function textOf(token: Token): string {
  const children = token.children ?? []
  const parts = children.map(({ type, content }, i) => {
    if (type === 'hardbreak' || (type === 'html_inline' && /^<br\b/i.test(content))) return '\n'
    if (type === 'softbreak') return NOTE.test(children[i + 1]?.content ?? '') ? '\n' : ' '
    return type === 'text' || type === 'code_inline' || type === 'image' ? content.replace(/\n/g, ' ') : ''
  })
  return parts.join('').replace(ALL_NOTES, '').replace(NOTE_MARK, '')
}

function* code(token: Token, line: number): Generator<Piece> {
  const text = token.content.replace(/\n+$/, '')
  const first = token.type === 'fence' ? line + 1 : line
  let at = 0
  const lines = text.split('\n').map((row, i) => {
    const start = { at, line: first + i }
    at += row.length + 1
    return start
  })
  yield* paragraph(text, lines)
}

function* html(token: Token, line: number): Generator<Piece> {
  for (const { heading, text, source, below } of readHtmlBlock(token.content)) {
    const shown = parser.utils.unescapeAll(text)
    if (heading === null) yield* paragraph(shown, alignLines(shown, source, line + below))
    else yield { is: 'heading', text: shown, rank: heading }
  }
}

function cells(tokens: readonly Token[], from: number, until: string): string[] {
  const end = tokens.findIndex((t, i) => i > from && t.type === until)
  return tokens
    .slice(from, end)
    .filter((t) => t.type === 'inline')
    .map((t) => textOf(t))
}
