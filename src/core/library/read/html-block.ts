import { countBreaks } from './align.ts'

/** A run of text between block tags; `heading` is its rank where it stands in one. */
export interface HtmlRun {
  heading: number | null
  /** With its inline tags taken out. */
  text: string
  /** As it is written. */
  source: string
  /** Line breaks above it in the block. */
  below: number
}

const HIDDEN = /<!--[\s\S]*?(?:-->|$)|<(script|style|template)\b[\s\S]*?(?:<\/\1\s*>|$)/gi
const BLOCK_TAG =
  /(<\/?(?:address|article|aside|blockquote|br|caption|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b[^>]*>)/i
const INLINE_TAG = /<\/?[a-z!][^>]*>/gi

/** The texts in a block of HTML, in order. */
export function readHtmlBlock(html: string): HtmlRun[] {
  const shown = html.replace(HIDDEN, (hidden) => hidden.replace(/[^\n]/g, ''))
  const runs: HtmlRun[] = []
  let heading: number | null = null
  let below = 0
  for (const piece of shown.split(BLOCK_TAG)) {
    if (BLOCK_TAG.test(piece)) {
      const rank = /^<h([1-6])/i.exec(piece)?.[1]
      heading = rank === undefined ? null : Number(rank)
    } else {
      const text = piece.replace(INLINE_TAG, '').replace(/\s+/g, ' ').trim()
      const lead = /^\s*/.exec(piece)?.[0] ?? ''
      if (text !== '')
        runs.push({ heading, text, source: piece.trimStart(), below: below + countBreaks(lead) })
    }
    below += countBreaks(piece)
  }
  return runs
}
