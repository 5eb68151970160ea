import { messageBlocks, view as viewSchema } from './block-kit.ts'
import { refuse, refuseFor } from './refusal.ts'
import { isJson, object, string, anything, list } from './schema.ts'
import type { Json } from './types.ts'

/** What a message may be made of, before it is checked. */
export interface Content {
  text?: string
  blocks?: unknown
  attachments?: unknown
  markdown_text?: string
  metadata?: unknown
}

/** Content Slack takes; `truncated` if Slack cut the text. */
export interface Checked {
  text: string
  blocks?: Json[]
  markdown_text?: string
  metadata?: Json
  attachments?: unknown
  truncated: boolean
}

const LONGEST_TEXT = 40_000
const LONGEST_MARKDOWN = 12_000
const LONGEST_EDIT_BYTES = 4_000
const LONGEST_BLOCKS = 13_200
const LARGEST_METADATA = 8_000

/** The content of a new message, or Slack's refusal. */
export function checkContent(content: Content): Checked {
  const { text = '', markdown_text, attachments } = content
  const blocks = content.blocks === undefined ? undefined : checkBlocks(content.blocks)
  const metadata = content.metadata === undefined ? undefined : checkMetadata(content.metadata)
  if (markdown_text !== undefined) checkMarkdown(markdown_text, text !== '' || blocks !== undefined)
  const bare = [text.trim(), markdown_text ?? ''].every((part) => part === '')
  if (bare && !blocks?.length && attachments === undefined) refuse('no_text')
  return {
    text: text.slice(0, LONGEST_TEXT),
    truncated: text.length > LONGEST_TEXT,
    ...(blocks && { blocks }),
    ...(metadata && { metadata }),
    ...(markdown_text !== undefined && { markdown_text }),
    ...(attachments !== undefined && { attachments }),
  }
}

/** The text of an edit: Slack counts bytes, with its three escapes, and takes far less than in a post. */
export function checkEditedText(text: string): void {
  const escaped = text.replaceAll(/&(?!(?:amp|lt|gt);)/g, '&amp;')
  if (Buffer.byteLength(escaped) > LONGEST_EDIT_BYTES) refuse('msg_too_long')
}

/** The blocks of a message, or Slack's refusal. */
export function checkBlocks(blocks: unknown): Json[] {
  if (!Array.isArray(blocks) || !blocks.every(isJson)) refuse('invalid_blocks_format')
  const faults = messageBlocks(blocks, '/blocks')
  if (faults.length > 0) refuseFor('invalid_blocks', faults)
  if (textLength(blocks) > LONGEST_BLOCKS) refuse('msg_blocks_too_long')
  return blocks
}

/** A modal (or a home tab) in Slack's form, or its refusal. */
export function checkView(view: unknown, type: 'home' | 'modal'): Json {
  const faults = viewSchema(view, '/view')
  if (faults.length > 0) refuseFor('invalid_arguments', faults)
  if (!isJson(view) || view['type'] !== type)
    refuseFor('invalid_arguments', ['invalid view type [json-pointer:/view/type]'])
  return view
}

/** How many characters the texts in blocks have together. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, entry) => sum + textLength(entry), 0)
  if (!isJson(value)) return 0
  return Object.entries(value).reduce(
    (sum, [name, field]) =>
      sum + (name === 'text' && typeof field === 'string' ? field.length : textLength(field)),
    0,
  )
}

function checkMarkdown(markdown: string, accompanied: boolean): void {
  if (accompanied) refuse('markdown_text_conflict')
  if (markdown.length > LONGEST_MARKDOWN) refuse('msg_too_long')
}

const metadataForm = object(
  { event_type: string(255), event_payload: anything },
  { entities: list(anything, 100, 0) },
)

function checkMetadata(metadata: unknown): Json {
  const faults = metadataForm(metadata, '/metadata')
  if (!isJson(metadata) || faults.length > 0) refuseFor('invalid_metadata_format', faults)
  if (JSON.stringify(metadata).length > LARGEST_METADATA) refuse('metadata_too_large')
  return metadata
}
