/** The lines of a PDF in reading order, with what is usual among them. */

import type { Region } from './pdf-columns.ts'
import type { Row, Run } from './pdf-lines.ts'
import { least, quantile } from './pdf-numbers.ts'
import { isFinished } from './shape.ts'

export interface Line extends Run {
  /** More than one where wide gaps part them. */
  cells: Run[]
  /** The same, parted at every gap that may part columns. */
  runs: Run[]
  page: number
  /** Unique in the file. */
  region: number
  /** Where the lines of its region begin and end. */
  from: number
  to: number
}

/** A gap this wide, in letter heights, parts the cells of a table. */
const CELL = 0.99
/** The mark or the number of an item or a heading stands apart from its words. */
const LABEL = /^(?:[^\p{L}\p{N}\s]|o|\(?(?:\d{1,3}|\p{L}|[ivxlc]{1,5})[.)]|\d{1,2}(?:\.\d{1,2})*\.?)$/iu
const FARTHEST_LABEL = 4
export function toLines(pages: readonly (readonly Region[])[]): Line[] {
  let region = 0
  return pages.flatMap((regions, i) => regions.flatMap((rows) => linesOf(rows, i + 1, (region += 1))))
}

function linesOf(rows: Region, page: number, region: number): Line[] {
  const from = least(rows.map((row) => row[0]?.x ?? Infinity))
  const to = quantile(
    rows.map((row) => row.at(-1)?.right ?? 0),
    0.95,
  )
  return rows.map((row) => {
    const cells = toCells(row)
    const main = cells.reduce((a, b) => (b.text.length > a.text.length ? b : a))
    const [x, right] = [cells[0]?.x ?? 0, cells.at(-1)?.right ?? 0]
    const text = cells.map((cell) => cell.text).join(' ')
    const [bold, mono] = [cells.every((cell) => cell.bold), cells.every((cell) => cell.mono)]
    const { y, size } = main
    return { text, cells, runs: row, x, right, y, size, bold, mono, page, region, from, to }
  })
}

function toCells(row: Row): Run[] {
  const cells: Run[] = []
  for (const run of row) {
    const last = cells.at(-1)
    const gap = (run.x - (last?.right ?? 0)) / run.size
    const isLabel = row.length === 2 && gap < FARTHEST_LABEL && LABEL.test(last?.text ?? '')
    if (last && (gap < CELL || isLabel)) cells[cells.length - 1] = merge(last, run)
    else cells.push(run)
  }
  return cells
}

function merge(a: Run, b: Run): Run {
  const main = b.text.length > a.text.length ? b : a
  const [bold, mono] = [a.bold && b.bold, a.mono && b.mono]
  return { ...main, text: `${a.text} ${b.text}`, x: a.x, right: b.right, bold, mono }
}

/** Sizes this near look the same. */
export function sizeKey(size: number): number {
  return Math.round(size * 4) / 4
}

/** How far the next line of a paragraph is below, by letter size, as this file sets it. */
export function createLeading(lines: readonly Line[]): (size: number) => number {
  const gaps = new Map<number, number[]>()
  lines.forEach((line, i) => {
    const above = lines[i - 1]
    const gap = gapAbove(line, above)
    if (!above || sizeKey(above.size) !== sizeKey(line.size) || isFinished(above.text)) return
    if (gap < line.size * 0.8 || gap > line.size * 2.4) return
    const found = gaps.get(sizeKey(line.size))
    if (found) found.push(gap)
    else gaps.set(sizeKey(line.size), [gap])
  })
  const usual = new Map([...gaps].map(([size, found]) => [size, quantile(found, 0.2)]))
  return (size) => usual.get(sizeKey(size)) ?? size * 1.3
}

/** From the line above in the same region, or infinite. */
export function gapAbove(line: Line, above: Line | undefined): number {
  if (above?.region !== line.region) return Infinity
  return Math.abs(line.y - above.y)
}
