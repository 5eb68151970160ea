import MarkdownIt, { type Token } from 'markdown-it'
import { parse as parseYaml } from 'yaml'
import type { Document, LineStart, Paragraph } from '../document.ts'
import { titleOf } from '../title.ts'
import { createOutline } from './outline.ts'

const parser = new MarkdownIt({ html: true })

/** Reads Markdown: front matter's or the first heading's title, headings, and the text without its markup. */
export function readMarkdown(file: string, source: string): Document {
  const front = frontMatter(source)
  const tokens = parser.parse(front.body, {})
  const outline = createOutline()
  const paragraphs: Paragraph[] = []
  let title = front.title
  let header: string[] = []
  const add = (text: string, lines: LineStart[]): void => {
    if (text.trim() !== '') paragraphs.push({ headings: outline.path(), text, lines })
  }
  for (const [i, token] of tokens.entries()) {
    const line = (token.map?.[0] ?? 0) + 1
    const opener = tokens[i - 1]?.type
    if (token.type === 'inline' && opener === 'heading_open') {
      const { text } = plain(token, line)
      const rank = Number(tokens[i - 1]?.tag.slice(1))
      if (title === undefined && paragraphs.length === 0 && outline.path().length === 0) title = text
      else outline.enter(text, rank)
    } else if (token.type === 'inline' && opener === 'paragraph_open') {
      const { text, lines } = plain(token, line)
      add(text, lines)
    } else if (token.type === 'fence' || token.type === 'code_block') {
      add(...code(token, line))
    } else if (token.type === 'thead_open') header = cells(tokens, i, 'thead_close')
    else if (token.type === 'tr_open' && tokens[i - 1]?.type !== 'thead_open') {
      add(tableRow(header, cells(tokens, i, 'tr_close')), [{ at: 0, line }])
    }
  }
  return { title: title ?? titleOf(file), file, paragraphs }
}

/** The block between `---` lines at the very top is blanked, so that line numbers hold. */
function frontMatter(source: string): { title: string | undefined; body: string } {
  const match = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(source)
  if (!match) return { title: undefined, body: source }
  const body = match[0].replace(/[^\n]/g, '') + source.slice(match[0].length)
  return { title: titleIn(match[1] ?? ''), body }
}

function titleIn(yaml: string): string | undefined {
  try {
    const fields: unknown = parseYaml(yaml)
    if (typeof fields !== 'object' || fields === null || !('title' in fields)) return undefined
    return typeof fields.title === 'string' && fields.title.trim() !== '' ? fields.title.trim() : undefined
  } catch {
    return undefined
  }
}

/** The text of an inline token; a wrapped line is joined, a hard break stays a line break. */
function plain(token: Token, line: number): { text: string; lines: LineStart[] } {
  let text = ''
  const lines: LineStart[] = [{ at: 0, line }]
  for (const child of token.children ?? []) {
    if (child.type === 'softbreak' || child.type === 'hardbreak') {
      text += child.type === 'softbreak' ? ' ' : '\n'
      lines.push({ at: text.length, line: line + lines.length })
    } else if (child.type === 'text' || child.type === 'code_inline' || child.type === 'image') {
      text += child.content
    }
  }
  return { text, lines }
}

function code(token: Token, line: number): [string, LineStart[]] {
  const text = token.content.replace(/\n+$/, '')
  const first = token.type === 'fence' ? line + 1 : line
  let at = 0
  const lines = text.split('\n').map((row, i) => {
    const start = { at, line: first + i }
    at += row.length + 1
    return start
  })
  return [text, lines]
}

function cells(tokens: readonly Token[], from: number, until: string): string[] {
  const end = tokens.findIndex((t, i) => i > from && t.type === until)
  return tokens
    .slice(from, end)
    .filter((t) => t.type === 'inline')
    .map((t) => plain(t, 1).text)
}

/** A row makes sense alone: each cell with its column's name. */
function tableRow(header: readonly string[], row: readonly string[]): string {
  return row
    .map((cell, i) => (cell !== '' && header[i] ? `${header[i]}: ${cell}` : cell))
    .filter((cell) => cell !== '')
    .join(' · ')
}
