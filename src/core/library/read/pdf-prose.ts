/** Tells columns of running text from the columns of a table. */

import type { Row, Run } from './pdf-lines.ts'
import { quantile } from './pdf-numbers.ts'

/** A column has this many rows. */
export const FEWEST_ROWS = 3
/** A quarter of a column's rows fill it to this part, with this many letters; the cells of a table seldom do. */
const FULL = 0.8
const FEWEST_LETTERS = 15
const SOME = 0.75
/** Words of one line are not further apart than this, in letter heights. */
const GAP = 1.9

/** Whether what stands left of `x` and what stands from there on are both running text. */
export function isColumns(rows: readonly Row[], x: number): boolean {
  const left = rows.map((row) => row.filter((run) => run.x < x).toReversed())
  const right = rows.map((row) => row.filter((run) => run.x >= x))
  return isProse(left.flatMap(span)) && isProse(right.flatMap(span))
}

/** The first of the runs with those that are near it: justified lines have gaps. */
function span(runs: Row): Row {
  let whole: Run | undefined = runs[0]
  if (!whole) return []
  for (const run of runs.slice(1)) {
    if (Math.max(run.x - whole.right, whole.x - run.right) > GAP * run.size) break
    const text: string = `${whole.text} ${run.text}`
    whole = { ...whole, x: Math.min(whole.x, run.x), right: Math.max(whole.right, run.right), text }
  }
  return [whole]
}

function isProse(runs: readonly Run[]): boolean {
  if (runs.length < FEWEST_ROWS) return false
  const begin = quantile(
    runs.map((run) => run.x),
    0.1,
  )
  const end = quantile(
    runs.map((run) => run.right),
    0.9,
  )
  const fill = runs.map((run) => (run.right - run.x) / (end - begin))
  const letters = runs.map((run) => run.text.replace(/[^\p{L}\p{N}]+/gu, '').length)
  return quantile(fill, SOME) > FULL && quantile(letters, SOME) >= FEWEST_LETTERS
}
