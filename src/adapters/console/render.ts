import { stripVTControlCharacters, styleText } from 'node:util'
import { citationLine, citationUrl, spanUrl } from '../../core/citation.ts'
import type { Card, Part, Span } from '../../core/contract.ts'
import { visible } from '../inert.ts'

export interface Look {
  colour: boolean
  /** Lines are wrapped between words to this many columns; Infinity leaves them whole. */
  columns: number
}

/** The card as terminal lines, without a newline at the end. */
export function renderCard(card: Card, look: Look): string {
  return card.parts.map((part) => renderPart(part, look)).join('\n')
}

function renderPart(part: Part, look: Look): string {
  switch (part.is) {
    case 'title':
      return paint('bold', spansText(part.spans, look), look)
    case 'text':
      return wrap(spansText(part.spans, look), look.columns)
    case 'list':
      return part.items.map((item) => wrap(`• ${spansText(item, look)}`, look.columns)).join('\n')
    case 'quote': {
      const url = citationUrl(part.citation)
      const line = clean(`  ${citationLine(part.citation)}`)
      const source = paint('dim', url === undefined ? line : `${line}\n  ${url}`, look)
      return `${wrap(spansText(part.spans, look), look.columns)}\n${source}`
    }
  }
}

function spansText(spans: readonly Span[], look: Look): string {
  return spans.map((span) => paintSpan(span, look)).join('')
}

function paintSpan(span: Span, look: Look): string {
  const shown = painted(span.mark, clean(span.text), look)
  const url = spanUrl(span)
  return url === undefined ? shown : `${shown} (${url})`
}

function painted(mark: Span['mark'], text: string, look: Look): string {
  if (mark === 'strong') return paint('bold', text, look)
  if (mark === 'emphasis') return paint('italic', text, look)
  return mark === 'code' ? paint('cyan', text, look) : text
}

function paint(style: 'bold' | 'dim' | 'italic' | 'cyan', text: string, look: Look): string {
  return look.colour && text !== '' ? styleText(style, text, { validateStream: false }) : text
}

/** Text is data: what would move the cursor, colour or hide is left out. */
function clean(text: string): string {
  return visible(stripVTControlCharacters(text))
}

function wrap(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, columns))
    .join('\n')
}

function wrapLine(line: string, columns: number): string {
  let width = 0
  let wrapped = ''
  for (const piece of line.split(/(?<=\s)/)) {
    const length = stripVTControlCharacters(piece).trimEnd().length
    if (width > 0 && width + length > columns) {
      wrapped = `${wrapped.trimEnd()}\n`
      width = 0
    }
    wrapped += piece
    width += stripVTControlCharacters(piece).length
  }
  return wrapped
}
