/** Cards as Discord messages. Pure: within every limit, the source always with its quote. */

import { citationLine, citationUrl, spanUrl } from '../../core/citation.ts'
import type { Card, Part, Span } from '../../core/contract.ts'
import { cut } from '../cut.ts'
import { inert } from '../inert.ts'
import { escapeMarkdown } from './markdown.ts'

/** What the message routes take. */
export interface Message {
  content: string
  embeds: { description: string }[]
}

/** Beside every message: whatever it says, it notifies nobody. */
export const PING_NOBODY = { allowed_mentions: { parse: [], replied_user: false } }

const MOST_CONTENT = 2000
const MOST_DESCRIPTION = 4096
const LEAD = 300
const SHORTEST_TEXT = 40
const LONGEST_SOURCE = 300
/** What is so many times too long before it is escaped is not even tried. */
const MUCH = 1.2

/** In the content where it fits; longer cards stand in an embed, below the summary's beginning. */
export function renderCard(card: Card): Message {
  const short = renderWithin(card, MOST_CONTENT, Infinity)
  if (short !== null) return { content: short, embeds: [] }
  return {
    content: escapeMarkdown(cut(card.summary, LEAD)).slice(0, MOST_CONTENT),
    embeds: [{ description: fit(card) }],
  }
}

/** The card without an embed: what is left when Discord refuses the layout. */
export function renderPlain(card: Card): string {
  return fit(card, MOST_CONTENT)
}

/** The longest texts that fit, halved from step to step; what does not fit at its shortest is left out, from the end. */
function fit(card: Card, limit = MOST_DESCRIPTION): string {
  for (let longest = limit; longest > SHORTEST_TEXT; longest /= 2) {
    const rendered = renderWithin(card, limit, longest)
    if (rendered !== null) return rendered
  }
  const parts = withoutEnd(card.parts)
  return parts.length > 0 ? fit({ ...card, parts }, limit) : escapeMarkdown(cut(card.summary, LEAD))
}

/** Without the last part, or the last items where that is a list, with a sign that it goes on. */
function withoutEnd(parts: readonly Part[]): Part[] {
  const last = parts.at(-1)
  const before = parts.slice(0, -1)
  if (last?.is !== 'list' || last.items.length < 2) return before
  const items = last.items.slice(0, Math.floor((last.items.length - 1) * 0.9))
  return [...before, { is: 'list', items: [...items, [{ text: '…' }]] }]
}

function renderWithin(card: Card, limit: number, longest: number): string | null {
  if (card.parts.reduce((sum, part) => sum + roughly(part, longest), 0) > MUCH * limit) return null
  let text = ''
  for (const [index, part] of card.parts.entries()) {
    text += (index > 0 ? '\n' : '') + renderPart(part, longest)
    if (text.length > limit) return null
  }
  const shown = text || escapeMarkdown(card.summary)
  if (shown.trim() === '') return '\u200B'
  return shown.length <= limit ? shown : null
}

/** About how long it becomes: escapes make it longer, and what is invisible is left out. */
function roughly(part: Part, longest: number): number {
  const texts = part.is === 'list' ? part.items : [part.spans]
  return texts.reduce(
    (sum, spans) =>
      sum +
      Math.min(
        longest,
        spans.reduce((length, { text }) => length + text.length, 0),
      ),
    0,
  )
}

function renderPart(part: Part, longest: number): string {
  switch (part.is) {
    case 'title':
      return `**${spansText(part.spans, longest)}**`
    case 'text':
      return codeBlock(part.spans, longest) ?? spansText(part.spans, longest)
    case 'list':
      return part.items.map((item) => `- ${spansText(item, longest).replace(/\n/g, ' ')}`).join('\n')
    case 'quote': {
      const line = escapeMarkdown(citationLine(part.citation, LONGEST_SOURCE).replace(/\s+/g, ' '))
      const url = citationUrl(part.citation)
      const source = url === undefined ? line : link(line, url)
      return `> ${spansText(part.spans, longest).replace(/\n/g, '\n> ')}\n-# ${source}`
    }
  }
}

function spansText(spans: readonly Span[], longest: number): string {
  let room = longest
  let text = ''
  for (const span of spans) {
    if (room <= 0) break
    text += spanText({ ...span, text: cut(span.text, room) }, spanUrl(span))
    room -= span.text.length
  }
  return text
}

function spanText({ text, mark }: Span, url: string | undefined): string {
  const inner = text.trim()
  const plain = escapeMarkdown(text)
  if ((mark === undefined && url === undefined) || plain.trim() === '') return plain
  const start = text.indexOf(inner)
  // In code brackets cannot be escaped, and would end a link's text.
  const marked =
    url === undefined
      ? markedText(inner, mark)
      : link(markedText(inner, mark === 'code' ? undefined : mark), url)
  return `${text.slice(0, start)}${marked}${text.slice(start + inner.length)}`
}

function markedText(text: string, mark: Span['mark']): string {
  if (mark === 'code') return inlineCode(text)
  const sign = mark === undefined ? '' : mark === 'strong' ? '**' : '*'
  return `${sign}${escapeMarkdown(text)}${sign}`
}

/** In angle brackets, so that Discord previews nothing. */
function link(text: string, url: string): string {
  return `[${text.replace(/\s+/g, ' ')}](<${url}>)`
}

/** Lines of code that stand alone are a block, opened and closed in one piece, so that nothing cuts it in two. */
function codeBlock([span, ...more]: readonly Span[], longest: number): string | null {
  if (span?.mark !== 'code' || more.length > 0 || !span.text.trim().includes('\n')) return null
  return `\`\`\`\n${inert(cut(span.text, longest)).replace(/`/g, '\u02CB')}\n\`\`\``
}

/** The joiner keeps the signs of neighbours from running together. */
function inlineCode(text: string): string {
  return `\`${inert(text).replace(/`/g, '\u02CB').replace(/\n/g, ' ')}\`\u2060`
}
