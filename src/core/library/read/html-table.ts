import type { Run } from './html-text.ts'
import { tableRow } from './table-row.ts'

/** How many columns and rows a cell covers. */
export interface Spans {
  across: number
  down: number
}

/** Wider cells are read as this wide. */
const MOST_ACROSS = 50

/** A table while it is read: rows as runs of their own, with the names of the columns. */
export function createTable() {
  let header: string[] = []
  let cells: Run[] = []
  let titles = 0
  /** By column: a cell that goes on below, and for how many rows. */
  const spanning = new Map<number, { cell: Run; rows: number }>()
  /** Puts in what goes on from the rows above. */
  const fill = (): void => {
    for (let at = spanning.get(cells.length); at; at = spanning.get(cells.length)) {
      at.rows -= 1
      if (at.rows === 0) spanning.delete(cells.length)
      cells.push(at.cell)
    }
  }
  return {
    /** Set where a cell holds blocks of its own: then the table only lays out, and is read as if it were none. */
    layout: false,
    addCell(cell: Run, title: boolean, { across, down }: Spans): void {
      fill()
      for (let i = 0; i < Math.min(across, MOST_ACROSS); i += 1) {
        // The name of several columns stands over each; what is said across several is said once.
        const here = i === 0 || title ? cell : { text: '', lines: [] }
        if (down > 1) spanning.set(cells.length, { cell: here, rows: down - 1 })
        cells.push(here)
        if (title) titles += 1
      }
    },
    /** The row as a run, or null for the one that names the columns. */
    endRow(): Run | null {
      fill()
      const row = cells
      const texts = row.map(({ text }) => text.replace(/\s+/g, ' '))
      const names = row.length > 1 && titles === row.length
      cells = []
      titles = 0
      if (names) {
        header = texts
        return null
      }
      const line = row.find(({ text }) => text !== '')?.lines[0]
      return { text: tableRow(header, texts), lines: line ? [{ at: 0, line: line.line }] : [] }
    },
    /** The cells so far, each by itself. */
    takeCells(): Run[] {
      titles = 0
      return cells.splice(0)
    },
  }
}
