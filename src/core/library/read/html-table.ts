import type { Run } from './html-text.ts'
import { tableRow } from './table-row.ts'

/** A table while it is read: rows as runs of their own, with the names of the columns. */
export function createTable() {
  let header: string[] = []
  let cells: Run[] = []
  let titles = 0
  return {
    /** Set where a cell holds blocks of its own: then the table only lays out, and is read as if it were none. */
    layout: false,
    addCell(cell: Run, title: boolean): void {
      cells.push(cell)
      if (title) titles += 1
    },
    /** The row as a run, or null for the one that names the columns. */
    endRow(): Run | null {
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
