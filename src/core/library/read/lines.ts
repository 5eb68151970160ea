/** Puts the lines of a plain text back together: a paragraph may have been wrapped over several. */

import type { LineStart } from '../document.ts'
import { type Block, type Line, readBlocks } from './pages.ts'
import {
  hasSentenceEnd,
  headingShape,
  isCapitals,
  isField,
  isFinished,
  isListItem,
  isTabular,
} from './shape.ts'

/** One logical line: a heading, a paragraph, a list item, a line of an address. */
export interface Unit {
  text: string
  lines: LineStart[]
  /** Which run of lines without a blank between them it belongs to. */
  block: number
  /** How far its first line is set in. */
  indent: number
  /** The character it is underlined with. */
  underline: string | null
}

/** A unit while its lines are read. */
interface Draft {
  first: Line
  parts: string[]
  starts: LineStart[]
  length: number
}

/** No editor wraps wider than this: longer lines are paragraphs of their own. */
const WIDEST_WRAP = 132
/** No editor wraps narrower than this: a shorter line was ended by its author. */
const NARROWEST_WRAP = 40
/** "Section 4.2. See" */
const LABEL_ENDS_SENTENCE = /^\p{L}+\.?\s\S+\.\s+\p{Lu}/u
/** A line that reaches this far towards the width may have been wrapped. */
const NEAR = 0.75

/** The logical lines of a text, in order, each with the numbers of the lines it came from. */
export function joinLines(text: string): Unit[] {
  const blocks = readBlocks(text)
  const width = wrapWidth(blocks)
  return blocks.flatMap((block, index) =>
    joinBlock(block.lines, width).map((draft) => ({
      text: draft.parts.join(''),
      lines: draft.starts,
      block: index,
      indent: draft.first.indent,
      underline: block.underline,
    })),
  )
}

/** The width at which the text was wrapped, or null where it was not: shown by lines that go on in lower case. */
function wrapWidth(blocks: readonly Block[]): number | null {
  const widths: number[] = []
  let pairs = 0
  for (const { lines } of blocks) {
    for (const [i, { text }] of lines.entries()) {
      const next = lines[i + 1]?.text
      if (next === undefined || text.length <= NARROWEST_WRAP || text.length > WIDEST_WRAP) continue
      pairs += 1
      if (goesOn(text, next)) widths.push(text.length)
    }
  }
  if (widths.length === 0 || widths.length < pairs * 0.2) return null
  widths.sort((a, b) => a - b)
  return widths[Math.floor((widths.length - 1) * 0.9)] ?? null
}

function goesOn(line: string, next: string): boolean {
  if (isFinished(line) || isListItem(next)) return false
  return (
    /^\p{Ll}/u.test(next) ||
    (line.length > NARROWEST_WRAP && /[\p{Ll},]$/u.test(line) && /^[(\p{Ll}]/u.test(next))
  )
}

function joinBlock(lines: readonly Line[], width: number | null): Draft[] {
  const drafts: Draft[] = []
  const lastEnd = lines.findLastIndex((line) => isFinished(line.text) || hasSentenceEnd(line.text))
  for (const [i, line] of lines.entries()) {
    const draft = drafts.at(-1)
    const above = lines[i - 1]
    if (draft && above && continues(above, line, draft, width, i <= lastEnd)) append(draft, line)
    else drafts.push(begin(line))
  }
  return drafts
}

/** Whether a line goes on with the unit above it; `ends` says that a sentence ends in it or further down. */
function continues(above: Line, line: Line, draft: Draft, width: number | null, ends: boolean): boolean {
  if (isListItem(line.text)) return false
  const isItem = isListItem(draft.first.text)
  if (isItem && line.indent > 0 && line.indent > above.indent - 1) return true
  if (above.text.length > WIDEST_WRAP || isTabular(above.text) || isTabular(line.text)) return false
  if (goesOn(above.text, line.text)) return true
  const isUnfinished = !isFinished(above.text)
  const isFull = width !== null && above.text.length + 1 + firstWord(line.text) > width
  const isLong = ends && !isItem && above.text.length > NARROWEST_WRAP && line.text.length <= WIDEST_WRAP
  const isOpen = isUnfinished && isProse(draft)
  if (!isOpen && !isFull && !(isUnfinished && isLong)) return false
  const isCut = isUnfinished && isFull && above.text.length > NARROWEST_WRAP
  if ((isHeading(draft) && !isCut) || isField(line.text)) return false
  const shape = headingShape(line.text)
  if (shape?.bare) return false
  if (!shape?.labelled) return isUnfinished || !shape || !isCapitals(line.text) || isCapitals(above.text)
  const isNearWidth = width !== null && above.text.length > width * NEAR
  return isUnfinished && (isOpen || isFull || isNearWidth || LABEL_ENDS_SENTENCE.test(line.text))
}

function firstWord(text: string): number {
  return /^\S+/.exec(text)?.[0].length ?? 0
}

/** It has shown itself to be running text. */
function isProse({ parts, first }: Draft): boolean {
  return parts.length > 1 || hasSentenceEnd(first.text)
}

function isHeading({ parts, first }: Draft): boolean {
  const shape = parts.length === 1 ? headingShape(first.text) : null
  return shape !== null && (shape.labelled || isCapitals(first.text))
}

function begin(line: Line): Draft {
  return {
    first: line,
    parts: [line.text],
    starts: [{ at: 0, line: line.number }],
    length: line.text.length,
  }
}

/** A word broken at its hyphen closes up; its hyphen stays, since it may be the word's own. */
function append(draft: Draft, line: Line): void {
  const glue = /\p{L}-$/u.test(draft.parts.at(-1) ?? '') && /^\p{L}/u.test(line.text) ? '' : ' '
  draft.starts.push({ at: draft.length + glue.length, line: line.number })
  draft.parts.push(glue + line.text)
  draft.length += glue.length + line.text.length
}
