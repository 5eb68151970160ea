/** Finds the columns of a table. */

import type { Line } from './pdf-layout.ts'
import type { Run } from './pdf-lines.ts'
import { least, most, quantile } from './pdf-numbers.ts'

export interface Column {
  from: number
  to: number
}

/** What is this near is at the same place. */
export const SAME = 4
/** This part of a column's cells are below one another. */
const ALIGNED = 0.75

/** The columns of the rows that have most cells; null where they do not stand below one another. */
export function columnsOf(lines: readonly Line[]): Column[] | null {
  const times = new Map<number, number>()
  for (const { cells } of lines) times.set(cells.length, (times.get(cells.length) ?? 0) + 1)
  const count = Math.max(1, ...[...times].filter(([, n]) => n > 1).map(([cells]) => cells))
  if (count === 1) return null
  const full = lines.filter(({ cells }) => cells.length === count)
  const columns = Array.from({ length: count }, (_, i) => ({
    from: least(full.map(({ cells }) => cells[i]?.x ?? 0)),
    to: most(full.map(({ cells }) => cells[i]?.right ?? 0)),
  }))
  const isApart = columns.every(({ to }, i) => to < (columns[i + 1]?.from ?? Infinity))
  return isApart && columns.every((_, i) => isAligned(full.flatMap(({ cells }) => cells[i] ?? [])))
    ? columns
    : null
}

/** The cells of a column begin, end or have their middle below one another. */
function isAligned(cells: readonly Run[]): boolean {
  return [({ x }: Run) => x, ({ right }: Run) => right, ({ x, right }: Run) => (x + right) / 2].some(
    (place) => {
      const middle = quantile(cells.map(place), 0.5)
      return cells.filter((cell) => Math.abs(place(cell) - middle) < SAME).length >= cells.length * ALIGNED
    },
  )
}

/** The column that most of a cell is in. */
export function nearestColumn({ x, right }: Run, columns: readonly Column[]): number {
  const overlaps = columns.map(({ from, to }) => Math.min(right, to) - Math.max(x, from))
  return overlaps.indexOf(Math.max(...overlaps))
}
