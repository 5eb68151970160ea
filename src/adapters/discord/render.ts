/** Cards as Discord messages. Pure: within every limit, the source always with its quote. */

import { citationLine, citationUrl } from '../../core/citation.ts'
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

/** The longest texts that fit, halved from step to step; parts that do not fit at their shortest are left out. */
function fit(card: Card, limit = MOST_DESCRIPTION): string {
  for (let longest = limit; longest > SHORTEST_TEXT; longest /= 2) {
    const rendered = renderWithin(card, limit, longest)
    if (rendered !== null) return rendered
  }
  const parts = card.parts.slice(0, -1)
  return parts.length > 0 ? fit({ ...card, parts }, limit) : escapeMarkdown(cut(card.summary, LEAD))
}

function renderWithin(card: Card, limit: number, longest: number): string | null {
  let text = ''
  for (const [index, part] of card.parts.entries()) {
    text += (index > 0 ? '\n' : '') + renderPart(part, longest)
    if (text.length > limit) return null
  }
  const shown = text || escapeMarkdown(card.summary)
  if (shown.trim() === '') return '\u200B'
  return shown.length <= limit ? shown : null
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
      // In angle brackets, so that Discord previews nothing.
      const source = url === undefined ? line : `[${line}](<${url}>)`
      return `> ${spansText(part.spans, longest).replace(/\n/g, '\n> ')}\n-# ${source}`
    }
  }
}

function spansText(spans: readonly Span[], longest: number): string {
  let room = longest
  let text = ''
  for (const span of spans) {
    if (room <= 0) break
    text += spanText({ ...span, text: cut(span.text, room) })
    room -= span.text.length
  }
  return text
}

function spanText({ text, mark }: Span): string {
  const inner = text.trim()
  if (mark === undefined || inner === '') return escapeMarkdown(text)
  const start = text.indexOf(inner)
  const before = text.slice(0, start)
  const after = text.slice(start + inner.length)
  if (mark === 'code') return `${before}${inlineCode(inner)}${after}`
  const sign = mark === 'strong' ? '**' : '*'
  return `${before}${sign}${escapeMarkdown(inner)}${sign}${after}`
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
