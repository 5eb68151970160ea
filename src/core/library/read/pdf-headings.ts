/** Tells the headings of a PDF by the size and the weight of their letters. */

import { createLeading, gapAbove, sizeKey, type Line } from './pdf-layout.ts'
import { mainSize } from './pdf-numbers.ts'
import { headingShape, isCapitals, isDate, isListItem } from './shape.ts'

/** Letters larger than the text's by this are a heading's. */
const LARGER = 1.1
const MOST_LINES = 4
const MOST_BOLD_LINES = 2
const LONGEST = 240
const LONGEST_BOLD = 120
/** A heading in the text's own letters stands apart from what is above it by this part more than lines do. */
const APART = 1.2
/** Headings of one size rank by their numbers: "2.1" under "2". */
const DEPTHS = 10

/** The rank of each line that is a heading's, null for the others; a smaller rank stands further out. */
export function rankLines(lines: readonly Line[]): (number | null)[] {
  const body = sizeKey(mainSize(lines))
  const sizes = [...new Set(lines.map(({ size }) => sizeKey(size)))].filter((size) => size > body * LARGER)
  const ranks = new Map(sizes.toSorted((a, b) => b - a).map((size, i) => [size, i * DEPTHS]))
  const leading = createLeading(lines)
  const boldBody = lines.filter((line) => line.bold).length > lines.length / 2
  const view = { lines, leading, body, lowest: ranks.size * DEPTHS, boldBody }
  const found: (number | null)[] = []
  for (const [i, line] of lines.entries()) {
    const rank = ranks.get(sizeKey(line.size))
    if (rank !== undefined) found.push(canLead(line) ? rank + depthOf(line.text) : null)
    else found.push(sameSizeRank(i, view, found[i - 1] ?? null))
  }
  return withoutLong(found, view)
}

interface View {
  lines: readonly Line[]
  leading: (size: number) => number
  body: number
  /** The rank below those that show by their size. */
  lowest: number
  boldBody: boolean
}

function canLead({ text, cells }: Line): boolean {
  return cells.length === 1 && !isDate(text) && /\p{L}{2}|[\p{Lo}]/u.test(text) && !/^[•▪‣●○·]/u.test(text)
}

function depthOf(text: string): number {
  return (/^\d{1,2}((?:\.\d{1,2})*)\.?\s/.exec(text)?.[1]?.match(/\./g)?.length ?? 0) % DEPTHS
}

/** The rank of a line in the text's own letters; `previous` is that of the line above. */
function sameSizeRank(i: number, view: View, previous: number | null): number | null {
  const { lines, leading, body, lowest, boldBody } = view
  const [above, line, below] = [lines[i - 1], lines[i], lines[i + 1]]
  if (!line || !below || line.mono || line.size < body * 0.9) return null
  if (!canLead(line) || line.text.length > LONGEST_BOLD) return null
  const isApart = gapAbove(line, above) > leading(line.size) * APART
  if (line.bold && !boldBody) {
    const isSet = isApart || previous !== null || (above && above.right < above.to * 0.9)
    return isSet && !/[.,;]$/.test(line.text) ? lowest + depthOf(line.text) : null
  }
  return isApart && isLabel(line, below, lines.slice(Math.max(0, i - 4), i)) ? lowest + DEPTHS : null
}

/** "II. RELATED WORK", short, over running text, and no item of a list. */
function isLabel(line: Line, below: Line, above: readonly Line[]): boolean {
  const shape = headingShape(line.text)
  const width = line.right - line.x
  if (!shape || width > (line.to - line.from) * 0.8 || below.right - below.x <= width) return false
  if (!(shape.labelled || isCapitals(line.text)) || /^\d+\s/.test(line.text)) return false
  if (headingShape(below.text)?.labelled || isListItem(below.text)) return false
  return !(isListItem(line.text) && above.some(({ text }) => isListItem(text)))
}

/** Many lines of large letters are a text of its own. */
function withoutLong(ranks: (number | null)[], { lines, lowest }: View): (number | null)[] {
  for (let i = 0; i < ranks.length;) {
    let end = i + 1
    while (end < ranks.length && ranks[i] !== null && isWrapped(end, lines, ranks)) end += 1
    const letters = lines.slice(i, end).reduce((sum, line) => sum + line.text.length, 0)
    const isLarge = (ranks[i] ?? 0) < lowest
    if (end - i > (isLarge ? MOST_LINES : MOST_BOLD_LINES) || letters > LONGEST) ranks.fill(null, i, end)
    i = end
  }
  return ranks
}

/** The line goes on with the heading above it. */
export function isWrapped(i: number, lines: readonly Line[], ranks: readonly (number | null)[]): boolean {
  const [above, line] = [lines[i - 1], lines[i]]
  if (!above || !line || ranks[i] === null || sizeKey(above.size) !== sizeKey(line.size)) return false
  if (above.bold !== line.bold || gapAbove(line, above) > line.size * 1.6) return false
  return !/^\d{1,2}(?:\.\d{1,2})*\.?\s/.test(line.text) && !headingShape(line.text)?.labelled
}
