/** Puts the lines of a PDF together to headings, paragraphs, list items and table rows. */

import type { PageStart } from '../document.ts'
import { isFull, joinOverBreaks, type Draft } from './pdf-breaks.ts'
import { glue, vocabularyOf } from './pdf-glue.ts'
import { isWrapped, rankLines } from './pdf-headings.ts'
import { createLeading, gapAbove, type Line } from './pdf-layout.ts'
import { mainSize } from './pdf-numbers.ts'
import { readTable, type Table } from './pdf-tables.ts'
import { headingShape, isFinished, isListItem } from './shape.ts'
import { tableRow } from './table-row.ts'

export type Piece =
  | { is: 'heading'; text: string; rank: number; size: number; page: number }
  | { is: 'paragraph'; text: string; pages: PageStart[] }

/** The next line of a paragraph is no further down than this part of what is usual. */
const FARTHEST = 1.3
/** A line that is set in by this many letter heights begins a paragraph. */
const INDENT = 0.7
const BULLET = /^[•▪‣●○◦■□◆◇➢➤✓✔–—*·\uF000-\uF0FF-] +(?=\S)|^o (?=\p{Lu})/u

export function toPieces(lines: readonly Line[]): Piece[] {
  const words = vocabularyOf(lines)
  return joinOverBreaks(toDrafts(lines), mainSize(lines)).flatMap((draft): Piece[] => {
    if (draft.is === 'row')
      return [{ is: 'paragraph', text: draft.text, pages: [{ at: 0, page: draft.page }] }]
    const { text, pages } = glue(draft.is === 'item' ? withoutBullet(draft.lines) : draft.lines, words)
    if (draft.is !== 'heading') return /[\p{L}\p{N}]/u.test(text) ? [{ is: 'paragraph', text, pages }] : []
    return [
      { is: 'heading', text, rank: draft.rank, size: draft.lines[0]?.size ?? 0, page: pages[0]?.page ?? 1 },
    ]
  })
}

function withoutBullet([first, ...others]: readonly Line[]): Line[] {
  return first ? [{ ...first, text: first.text.replace(BULLET, '') }, ...others] : []
}

function isItem(text: string): boolean {
  return isListItem(text) || BULLET.test(text)
}

function toDrafts(lines: readonly Line[]): Draft[] {
  const ranks = rankLines(lines)
  const leading = createLeading(lines)
  const drafts: Draft[] = []
  let table: Table | null = null
  for (let i = 0; i < lines.length;) {
    const line = lines[i]
    if (!line) break
    const found: Table | null =
      line.cells.length > 1 && !isInside(line, drafts.at(-1)) ? readTable(lines, i, table) : null
    table = found
    if (found) {
      for (const { cells, page } of found.rows)
        drafts.push({ is: 'row', text: tableRow(found.header, cells), page, lines: [] })
      i = found.end
      continue
    }
    addLine(drafts, i, { lines, ranks, leading })
    i += 1
  }
  return drafts
}

/** A justified line may have wide gaps. */
function isInside(line: Line, open: Draft | undefined): boolean {
  const above = open?.is === 'text' || open?.is === 'item' ? open.lines.at(-1) : undefined
  if (!above || above.region !== line.region || isFinished(above.text)) return false
  return gapAbove(line, above) < line.size * FARTHEST * FARTHEST && above.right > above.to - line.size
}

interface View {
  lines: readonly Line[]
  ranks: readonly (number | null)[]
  leading: (size: number) => number
}

function addLine(drafts: Draft[], i: number, { lines, ranks, leading }: View): void {
  const [line, open, rank] = [lines[i], drafts.at(-1), ranks[i] ?? null]
  if (!line) return
  if (rank !== null) {
    if (open?.is === 'heading' && (isWrapped(i, lines, ranks) || isBare(open.lines))) {
      open.lines.push(line)
      open.rank = Math.min(open.rank, rank)
    } else drafts.push({ is: 'heading', lines: [line], rank })
  } else if (open && open.is !== 'heading' && open.is !== 'row' && goesOn(open, line, leading))
    open.lines.push(line)
  else drafts.push({ is: isItem(line.text) ? 'item' : 'text', lines: [line] })
}

/** "Chapter 2" and nothing else: its title stands below. */
function isBare(lines: readonly Line[]): boolean {
  return lines.length === 1 && headingShape(lines[0]?.text ?? '')?.bare === true
}

/** Whether the line is the next of the paragraph. */
function goesOn(
  { is, lines }: { is: 'text' | 'item'; lines: Line[] },
  line: Line,
  leading: View['leading'],
): boolean {
  const [first, above] = [lines[0], lines.at(-1)]
  if (!first || !above || gapAbove(line, above) > leading(line.size) * FARTHEST) return false
  if (Math.abs(above.size - line.size) > line.size * 0.15) return false
  if (line.mono && above.mono) return !BULLET.test(line.text)
  const isInside = !isFinished(above.text) && isFull(above, line)
  const indent = line.x - first.x
  const tolerance = INDENT * line.size
  const isDefinition = lines.length === 1 && indent > tolerance && /^\p{Ll}/u.test(line.text)
  if (line.mono !== above.mono) return isInside || isDefinition
  if (isItem(line.text) && (is === 'item' || !isInside || BULLET.test(line.text))) return false
  if (isCentred(above) && isCentred(line)) return true
  const body = lines[1]?.x
  if (body !== undefined && Math.abs(line.x - body) > tolerance) return false
  if (indent > tolerance && is === 'item') return true
  if (indent > tolerance && body === undefined) return isInside || isDefinition
  return isFull(above, line) || !(isFinished(above.text) || /^[\p{Lu}\p{N}]/u.test(line.text))
}

function isCentred({ x, right, from, to, size }: Line): boolean {
  return x - from > size && Math.abs(x - from - (to - right)) < size
}
