/** Reads the tables of a PDF: rows whose cells stand below one another. */

import { most, quantile } from './pdf-numbers.ts'
import { columnsOf, nearestColumn, SAME, type Column } from './pdf-table-columns.ts'
import { gapAbove, type Line } from './pdf-layout.ts'
import type { Run } from './pdf-lines.ts'

export interface Table {
  /** The first line that is no longer the table's. */
  end: number
  /** Empty where the table names no columns. */
  header: string[]
  rows: { cells: string[]; page: number }[]
  columns: Column[]
}

interface Draft {
  first: Line
  cells: string[]
}

/** Rows of a table are not further apart than this, in letter heights; the lines of a cell not further than that. */
const FARTHEST_ROW = 3.5
const FARTHEST_LINE = 1.5
/** No page has more lines than this; if it has, it is read in parts. */
const MOST_LINES = 200
const MOST_PARTINGS = 3
/** Which column a lone cell is in shows in one of this many lines above it. */
const NEAREST_ROWS = 6
/** A table's rows are apart by more than its lines, by this. */
const APART = 1.3
const LONGEST_NAME = 40

/** The table that begins at line `from`, or null. A table that goes on from `above` takes its names of columns. */
export function readTable(lines: readonly Line[], from: number, above: Table | null): Table | null {
  const found = longest(lines, from, endOf(lines, from), MOST_PARTINGS)
  if (!found) return null
  const { columns, end } = found
  const body = lines.slice(from, end)
  const drafts = toRows(body, columns)
  const rows = drafts.map(({ cells, first }) => ({ cells, page: first.page }))
  const first = rows[0]?.cells ?? []
  if (above && lines[from]?.region !== lines[from - 1]?.region && isSame(above.columns, columns)) {
    const again = first.join('\n') === above.header.join('\n')
    return { end, header: above.header, rows: again ? rows.slice(1) : rows, columns }
  }
  const named = isHeader(drafts)
  return { end, header: named ? first : [], rows: named ? rows.slice(1) : rows, columns }
}

/** What stands under a table may look like its rows; the widest gap parts them. */
function longest(
  lines: readonly Line[],
  from: number,
  end: number,
  partings: number,
): Pick<Table, 'columns' | 'end'> | null {
  const body = lines.slice(from, end)
  const columns = columnsOf(body)
  if (columns) return { columns, end }
  if (partings === 0 || body.length < 3) return null
  const gaps = body.slice(1).map((line, i) => gapAbove(line, body[i]))
  return longest(lines, from, from + 1 + gaps.indexOf(most(gaps)), partings - 1)
}

function isSame(a: readonly Column[], b: readonly Column[]): boolean {
  return a.length === b.length && a.every(({ from }, i) => Math.abs(from - (b[i]?.from ?? 0)) < SAME)
}

function endOf(lines: readonly Line[], from: number): number {
  let end = from
  let last = from
  for (let i = from; i < Math.min(lines.length, from + MOST_LINES); i += 1) {
    const [line, above] = [lines[i], lines[i - 1]]
    if (!line || (i > from && gapAbove(line, above) > FARTHEST_ROW * line.size)) break
    if (line.cells.length > 1) end = last = i + 1
    else if (i - last >= 2 || !goesOn(line, above, lines.slice(Math.max(from, i - NEAREST_ROWS), i))) break
    else if (line.x > (lines[last - 1]?.cells[0]?.right ?? Infinity)) end = i + 1
  }
  return end
}

/** A cell may go on below, within its column. */
function goesOn(line: Line, above: Line | undefined, rows: readonly Line[]): boolean {
  if (gapAbove(line, above) > FARTHEST_LINE * line.size) return false
  return rows.some(({ cells }) => {
    const cell = cells.findIndex(({ x }) => Math.abs(x - line.x) < SAME)
    return cell >= 0 && cells.length > 1 && line.right < (cells[cell + 1]?.x ?? Infinity)
  })
}

function toRows(lines: readonly Line[], columns: readonly Column[]): Draft[] {
  const gaps = lines.slice(1).map((line, i) => gapAbove(line, lines[i]))
  const [tight, loose] = [quantile(gaps, 0.1), quantile(gaps, 0.8)]
  const nearest = loose > tight * APART ? (tight + loose) / 2 : 0
  const rows: Draft[] = []
  for (const [i, line] of lines.entries()) {
    const cells = columns.map((_, column) => textIn(line.runs, column, columns))
    const gap = gapAbove(line, lines[i - 1])
    const open = rows.at(-1)
    if (open && gap <= Math.max(nearest, cells[0] === '' ? FARTHEST_LINE * line.size : 0))
      open.cells = open.cells.map((text, c) => `${text} ${cells[c] ?? ''}`.trim())
    else rows.push({ first: line, cells })
  }
  return rows
}

function textIn(cells: readonly Run[], column: number, columns: readonly Column[]): string {
  return cells
    .filter((cell) => nearestColumn(cell, columns) === column)
    .map(({ text }) => text)
    .join(' ')
}

/** A first row of short names without a figure, set apart by its letters or by what stands under it. */
function isHeader(rows: readonly Draft[]): boolean {
  const [names, ...others] = rows
  if (!names || others.length === 0) return false
  if (names.cells.some((cell) => cell.length > LONGEST_NAME || /\d/.test(cell))) return false
  if (names.cells.filter((cell) => cell === '').length > 1) return false
  if (names.first.bold && !others.every(({ first }) => first.bold)) return true
  const isFigures = names.cells.some(
    (_, i) => i > 0 && others.every(({ cells }) => /\d/.test(cells[i] ?? '')),
  )
  return [others.length > 1, names.cells.length > 2, isFigures].filter(Boolean).length > 1
}
