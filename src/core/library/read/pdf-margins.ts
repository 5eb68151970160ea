/** Takes out of a PDF's pages what they say again and again: running headers, footers and page numbers. */

import type { Row } from './pdf-lines.ts'

export interface Page {
  rows: Row[]
  height: number
}

/** A row near the upper or the lower end of a page. */
interface Edge {
  page: number
  row: Row
  text: string
  /** Which end it is near, and how far from it. */
  place: string
  large: boolean
  numbers: number[]
}

/** Headers and footers have no more rows than this, and lie within this part of the page. */
const MOST_ROWS = 4
const ZONE = 0.2
/** What stands on fewer pages does not run through the file. */
const FEWEST_PAGES = 3
/** A row of this size or more against the text's may be a slide's title. */
const LARGE = 1.25

const PAGE_WORD = 'page|seite|página|pagina|strona|strana|страница|p\\.'
const OF = 'of|von|sur|de|di|van|из|/'
const NUMBER = new RegExp(
  `^[-–—|\\[(\\s]*(?:(?:${PAGE_WORD})\\s*)?(\\d{1,4}|[ivxlc]{1,7})(?:\\s*(?:${OF})\\s*(\\d{1,4}))?[-–—|\\])\\s]*$`,
  'iu',
)
const STATED = new RegExp(`^(?:${PAGE_WORD})\\s*\\d{1,4}\\s*(?:${OF})\\s*\\d{1,4}$`, 'iu')

export function withoutMargins(pages: readonly Page[], bodySize: number): Page[] {
  const edges = pages.map((page, i) => [edgesOf(page, i, 'top', bodySize), edgesOf(page, i, 'end', bodySize)])
  const isRunning = createJudge(edges.flat(2), pages.length)
  return pages.map(({ rows, height }, i) => {
    const dropped = new Set<Row>()
    for (const side of edges[i] ?? []) {
      const end = side.findIndex((edge) => !isRunning(edge))
      for (const { row } of end < 0 ? side : side.slice(0, end)) dropped.add(row)
    }
    return { rows: rows.filter((row) => !dropped.has(row)), height }
  })
}

/** From the page's end inwards. */
function edgesOf({ rows, height }: Page, page: number, side: 'top' | 'end', bodySize: number): Edge[] {
  const outer = side === 'top' ? rows.slice(0, MOST_ROWS) : rows.slice(-MOST_ROWS).toReversed()
  const distance = (row: Row): number => (side === 'top' ? (row[0]?.y ?? 0) : height - (row[0]?.y ?? 0))
  return outer
    .filter((row) => distance(row) < height * ZONE)
    .map((row) => ({
      page,
      row,
      text: row.map((run) => run.text.replace(/\d+/g, '#').toLowerCase()).join(' '),
      place: `${side} ${Math.round(distance(row))}`,
      large: row.some((run) => run.size > bodySize * LARGE),
      numbers: numbersOf(row).map((number) => number - page),
    }))
}

/** The numbers at the ends of a row that could be a page's. */
function numbersOf(row: Row): number[] {
  return [...new Set([row[0], row.at(-1)])].flatMap((run) => {
    const digits = NUMBER.exec(run?.text ?? '')?.[1]
    if (digits === undefined) return []
    return /\d/.test(digits) ? [Number(digits)] : [fromRoman(digits.toLowerCase())]
  })
}

const ROMAN: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 }

function fromRoman(digits: string): number {
  const values = Array.from(digits, (digit) => ROMAN[digit] ?? 0)
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0)
}

function createJudge(edges: readonly Edge[], pages: number): (edge: Edge) => boolean {
  const most = Math.max(FEWEST_PAGES, pages / 2)
  const texts = countPages(edges, ({ text, place }) => [`${place} ${text}`])
  const offsets = countPages(edges, ({ numbers }) => numbers.map(String))
  const isRepeated = ({ text, place, large, row }: Edge): boolean => {
    const times = texts(`${place} ${text}`)
    const isTableHead = row.length > 2 && !text.includes('#')
    return !isTableHead && times >= (large ? most : FEWEST_PAGES)
  }
  const isNumbered = ({ numbers, row }: Edge): boolean =>
    numbers.some((n) => offsets(String(n)) >= (row.length > 1 ? most : Math.max(2, pages / 4)))
  const isStated = ({ row, page }: Edge): boolean =>
    (row.length === 1 && STATED.test(row[0]?.text ?? '')) || isOfTotal(row, page + 1, pages)
  const isPlain = (edge: Edge): boolean => isRepeated(edge) || isNumbered(edge) || isStated(edge)
  const kept = countPages(edges.filter(isPlain), ({ place }) => [place])
  return (edge) => isPlain(edge) || (!edge.large && kept(edge.place) >= most)
}

/** "1/2" on the first of two pages. */
function isOfTotal(row: Row, page: number, pages: number): boolean {
  return [row[0], row.at(-1)].some((run) => {
    const [, number, total] = NUMBER.exec(run?.text ?? '') ?? []
    return Number(number) === page && Number(total) === pages
  })
}

/** On how many pages each key is. */
function countPages(edges: readonly Edge[], keysOf: (edge: Edge) => string[]): (key: string) => number {
  const found = new Map<string, Set<number>>()
  for (const edge of edges)
    for (const key of keysOf(edge)) found.set(key, (found.get(key) ?? new Set()).add(edge.page))
  return (key) => found.get(key)?.size ?? 0
}
