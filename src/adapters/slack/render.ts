/** Cards as Slack messages. Pure: text goes into rich text, where Slack reads no markup. */

import { citationLine, citationUrl, spanUrl } from '../../core/citation.ts'
import type { Card, Citation, Part, Span } from '../../core/contract.ts'
import { cut } from '../cut.ts'
import { inert } from '../inert.ts'
import { textsIn } from './limits.ts'
import { escapeMrkdwn } from './mrkdwn.ts'

/** What `chat.postMessage` and response URLs take. */
export interface Message {
  /** The notification, and what stands where blocks are not shown. */
  text: string
  blocks: Block[]
}

/** Beside every public message: links in it are not previewed. */
export const UNFURL_NOTHING = { unfurl_links: false, unfurl_media: false }

export type Block =
  | { type: 'rich_text'; elements: RichSection[] }
  | { type: 'context'; elements: { type: 'plain_text'; text: string; emoji: false }[] }

export interface RichSection {
  type: 'rich_text_section' | 'rich_text_quote' | 'rich_text_list'
  style?: 'bullet'
  elements: (RichText | RichLink | RichSection)[]
}

export interface RichLink {
  type: 'link'
  url: string
  text: string
  style?: Style
}

export interface RichText {
  type: 'text'
  text: string
  style?: Style
}

export interface Style {
  bold?: true
  italic?: true
  code?: true
}

/** Slack counts about 13,200 characters a message before it refuses, and 50 blocks. */
const MOST_CHARACTERS = 11_000
const MOST_BLOCKS = 48
const LONGEST_TEXT = 2_900
const SHORTEST_TEXT = 40
const LONGEST_SUMMARY = 2_900
const LONGEST_SOURCE = 1_900
/** Where more is marked than this, marking tells nothing. */
const MOST_SPANS = 60

export function renderCard(card: Card): Message {
  const blocks: Block[] = []
  let room = MOST_CHARACTERS
  for (const part of card.parts) {
    const rendered = fit(part, room)
    if (rendered === null || blocks.length + rendered.length > MOST_BLOCKS) break
    blocks.push(...rendered)
    room -= sizeOf(rendered)
  }
  return { text: orBlank(escapeMrkdwn(cut(card.summary, LONGEST_SUMMARY))), blocks }
}

/** The part with the longest texts that fit, halved from step to step. */
function fit(part: Part, room: number): Block[] | null {
  for (let longest = LONGEST_TEXT; longest > SHORTEST_TEXT; longest /= 2) {
    const rendered = renderPart(part, longest)
    if (sizeOf(rendered) <= room) return rendered
  }
  return null
}

/** An edit's text is counted in bytes, and Slack takes less of it than of a new message's. */
const LONGEST_EDITED = 4_000

/** The text of a message, as much of it as an edit may have; what stands in blocks is not concerned. */
export function cutEdited(text: string): string {
  const bytes = Buffer.from(text)
  if (bytes.length <= LONGEST_EDITED) return text
  const whole = bytes.subarray(0, LONGEST_EDITED - 3).toString()
  return `${whole.replace(/(?:&\w*|\uFFFD+)$/, '')}…`
}

/** The card without blocks: what is left when Slack refuses them. */
export function renderPlain(card: Card): string {
  const lines = card.parts.flatMap((part) => {
    if (part.is === 'list') return part.items.map((item) => `• ${cut(plain(item), LONGEST_TEXT)}`)
    const text = cut(plain(part.spans), LONGEST_TEXT)
    return part.is === 'quote' ? [text, citationLine(part.citation, LONGEST_SOURCE)] : [text]
  })
  return orBlank(escapeMrkdwn(cut(lines.join('\n') || card.summary, MOST_CHARACTERS)))
}

/** Slack takes no message without text. */
function orBlank(text: string): string {
  return text.trim() === '' ? '\u200B' : text
}

function renderPart(part: Part, longest: number): Block[] {
  switch (part.is) {
    case 'title':
      return [
        rich({
          type: 'rich_text_section',
          elements: texts(
            part.spans.map((s) => ({ ...s, mark: 'strong' })),
            longest,
          ),
        }),
      ]
    case 'text':
      return [rich({ type: 'rich_text_section', elements: texts(part.spans, longest) })]
    case 'list': {
      const items = part.items.map((item): RichSection => ({
        type: 'rich_text_section',
        elements: texts(item, longest),
      }))
      return [rich({ type: 'rich_text_list', style: 'bullet', elements: items })]
    }
    case 'quote': {
      return [rich({ type: 'rich_text_quote', elements: texts(part.spans, longest) }), source(part.citation)]
    }
  }
}

function source(citation: Citation): Block {
  const text = inert(citationLine(citation, LONGEST_SOURCE))
  const url = citationUrl(citation)
  if (url === undefined) return { type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] }
  return rich({ type: 'rich_text_section', elements: [{ type: 'link', url, text }] })
}

function rich(section: RichSection): Block {
  return { type: 'rich_text', elements: [section] }
}

function texts(spans: readonly Span[], longest: number): (RichText | RichLink)[] {
  let room = Math.floor(longest)
  const found: (RichText | RichLink)[] = []
  for (const span of spans.length > MOST_SPANS ? [{ text: plain(spans) }] : spans) {
    const text = cut(inert(span.text), room)
    room -= text.length
    if (text !== '') found.push(element(span, text))
    if (room <= 0) break
  }
  return found.length > 0 ? found : [{ type: 'text', text: ' ' }]
}

/** The span, with as much of its text as there is room for. */
function element(span: Span, text: string): RichText | RichLink {
  const url = text.trim() === '' ? undefined : spanUrl(span)
  const shown = { text, ...(span.mark && { style: styleOf(span.mark) }) }
  return url === undefined ? { type: 'text', ...shown } : { type: 'link', url, ...shown }
}

function styleOf(mark: NonNullable<Span['mark']>): Style {
  if (mark === 'strong') return { bold: true }
  return mark === 'emphasis' ? { italic: true } : { code: true }
}

function plain(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join('')
}

/** The characters that Slack counts. */
function sizeOf(blocks: readonly Block[]): number {
  return [...textsIn(blocks)].reduce((sum, text) => sum + text.length, 0)
}
