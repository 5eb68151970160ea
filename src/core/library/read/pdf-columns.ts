/** Finds the order in which a page is read. */

import type { Row, Run } from './pdf-lines.ts'
import { least, most } from './pdf-numbers.ts'
import { FEWEST_ROWS, isColumns } from './pdf-prose.ts'

/** A part of a page in which nothing stands side by side but the cells of a table. */
export type Region = Row[]

/** Rows `from` to `to` (not included) are set in columns, of which one begins at `x`. */
interface Band {
  from: number
  to: number
  x: number
}

/** Pages have no more columns than 2 to the power of this. */
const DEEPEST = 2
const MOST_CANDIDATES = 24
const MOST_PARTINGS = 3
/** Between columns is a gap of this many letter heights. */
const GUTTER = 0.5
/** Rows further apart than this, in letter heights, may not be of one column. */
const APART = 1.9

/** The regions of a page in reading order: a band of columns is read column by column, what spans it keeps its place. */
export function toRegions(rows: readonly Row[], depth = 0): Region[] {
  const band = depth < DEEPEST ? findBand(rows) : null
  if (!band) return rows.length > 0 ? [[...rows]] : []
  const { from, to, x } = band
  const columns = rows.slice(from, to)
  return [
    ...toRegions(rows.slice(0, from), depth),
    ...toRegions(
      side(columns, (run) => run.x < x),
      depth + 1,
    ),
    ...toRegions(
      side(columns, (run) => run.x >= x),
      depth + 1,
    ),
    ...toRegions(rows.slice(to), depth),
  ]
}

function side(rows: readonly Row[], isIn: (run: Run) => boolean): Row[] {
  return rows.map((row) => row.filter(isIn)).filter((row) => row.length > 0)
}

/** The longest band of columns, or null. */
function findBand(rows: readonly Row[]): Band | null {
  const bands = candidates(rows).flatMap((x) => bandsAt(x, rows))
  return bands.reduce<Band | null>((a, b) => (a && a.to - a.from >= b.to - b.from ? a : b), null)
}

/** Where many rows begin: there a column may begin. */
function candidates(rows: readonly Row[]): number[] {
  const times = new Map<number, number>()
  for (const row of rows) {
    for (const { x } of row) times.set(Math.floor(x), (times.get(Math.floor(x)) ?? 0) + 1)
  }
  const margin = least([...times.keys()])
  return [...times]
    .map(([x, n]) => ({ x, n: n + (times.get(x + 1) ?? 0) }))
    .filter(({ x, n }) => n >= FEWEST_ROWS && x > margin + 2)
    .toSorted((a, b) => b.n - a.n)
    .slice(0, MOST_CANDIDATES)
    .map(({ x }) => x - 1)
}

function bandsAt(x: number, rows: readonly Row[]): Band[] {
  const bands: Band[] = []
  let from = 0
  for (let i = 0; i <= rows.length; i += 1) {
    const row = rows[i]
    if (row && !row.some((run) => run.x < x && run.right > x - GUTTER * run.size)) continue
    bands.push(...columnsIn({ from, to: i, x }, rows, MOST_PARTINGS))
    from = i + 1
  }
  return bands
}

/** The part of a band that is in columns; a table that stands over it or under it is parted from it by a gap. */
function columnsIn(band: Band, rows: readonly Row[], partings: number): Band[] {
  const { from, to, x } = trim(band, rows)
  if (isColumns(rows.slice(from, to), x)) return [{ from, to, x }]
  const gaps = rows.slice(from, Math.max(from, to - 1)).map((row, i) => gapBelow(row, rows[from + i + 1]))
  const widest = most(gaps)
  if (partings === 0 || widest < APART) return []
  const middle = from + gaps.indexOf(widest) + 1
  const parts = [
    { from, to: middle, x },
    { from: middle, to, x },
  ]
  return parts.flatMap((part) => columnsIn(part, rows, partings - 1))
}

/** In letter heights. */
function gapBelow(upper: Row, lower: Row | undefined): number {
  const [above, below] = [upper[0], lower?.[0]]
  return above && below ? (below.y - above.y) / below.size : Infinity
}

/** Without the rows above and below that stand beside no other column and apart from their own; the page's last are. */
function trim({ from, to, x }: Band, rows: readonly Row[]): Band {
  const isBeside = (row: Row): boolean => row.some((run) => run.x >= x)
  let first = rows.findIndex((row, i) => i >= from && isBeside(row))
  let last = rows.findLastIndex((row, i) => i < to && isBeside(row))
  if (first < from || first >= to) return { from, to: from, x }
  while (first > from && isNear(rows[first - 1], rows[first])) first -= 1
  while (last < to - 1 && (to === rows.length || isNear(rows[last], rows[last + 1]))) last += 1
  return { from: first, to: last + 1, x }
}

function isNear(upper: Row | undefined, lower: Row | undefined): boolean {
  return upper !== undefined && gapBelow(upper, lower) < APART
}
