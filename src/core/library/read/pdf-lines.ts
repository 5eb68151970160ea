/** Puts the pieces of text on a page together to rows. */

import type { Item } from './pdf-items.ts'
import { mainSize } from './pdf-numbers.ts'

/** Words on one baseline without a wide gap between them. */
export interface Run {
  text: string
  x: number
  right: number
  /** Its baseline, from the top of the page. */
  y: number
  size: number
  bold: boolean
  mono: boolean
}

/** What stands at one height, from left to right. */
export type Row = Run[]

/** Baselines this near are one row's: the row has superscripts. In letter heights, as all of these. */
const SAME_ROW = 0.6
/** A gap this wide may part columns. */
const WIDE = 0.9
/** A gap this wide parts words. */
const NARROW = 0.2
/** How wide a blank is, about. */
const BLANK = 0.25
/** Text printed twice this near is printed so to look bold. */
const TWICE = 0.2
/** A raised number smaller than this, after a word, points to a note. */
const NOTE_SIZE = 0.85

/** The rows of a page from top to bottom. */
export function toRows(items: readonly Item[]): Row[] {
  const rows: Item[][] = []
  let first: Item | undefined
  for (const item of items.filter(({ text }) => text !== '').toSorted((a, b) => a.y - b.y)) {
    if (first && item.y - first.y <= SAME_ROW * Math.min(first.size, item.size)) rows.at(-1)?.push(item)
    else rows.push([(first = item)])
  }
  return rows.map(toRuns).filter((row) => row.length > 0)
}

function toRuns(items: readonly Item[]): Row {
  const runs: Item[][] = []
  let right = -Infinity
  let last: Item | undefined
  for (const item of items.toSorted((a, b) => a.x - b.x)) {
    if (item.text.trim() === '') {
      runs.at(-1)?.push(item)
      continue
    }
    if (last && last.text === item.text && item.x - last.x < TWICE * item.size) continue
    if (item.x + margin(item, /^ +/) - right <= WIDE * Math.min(item.size, last?.size ?? item.size))
      runs.at(-1)?.push(item)
    else runs.push([item])
    right = Math.max(right, item.x + item.width - margin(item, / +$/))
    last = item
  }
  return runs.map(toRun)
}

/** How much of an item's width is blanks at one of its ends. */
function margin({ text, size }: Item, blanks: RegExp): number {
  return (blanks.exec(text)?.[0].length ?? 0) * BLANK * size
}

function toRun(items: readonly Item[]): Run {
  const inked = items.filter(({ text }) => text.trim() !== '')
  const size = mainSize(inked)
  const base = inked.find((item) => Math.abs(item.size - size) < 0.01)?.y ?? 0
  const [first, last] = [inked[0], inked.at(-1)]
  return {
    text: textOf(items, size, base),
    x: first ? first.x + margin(first, /^ +/) : 0,
    right: last ? last.x + last.width - margin(last, / +$/) : 0,
    y: base,
    size,
    bold: isAll(inked, (item) => item.bold),
    mono: isAll(inked, (item) => item.mono),
  }
}

/** Letters and digits count, marks don't. */
function isAll(items: readonly Item[], is: (item: Item) => boolean): boolean {
  return items.some(is) && items.every((item) => is(item) || !/[\p{L}\p{N}]/u.test(item.text))
}

function textOf(items: readonly Item[], size: number, base: number): string {
  let text = ''
  let right = Infinity
  let last: Item | undefined
  for (const item of inReadingOrder(items)) {
    const gap = last && last.x > item.x ? last.x - item.x - item.width : item.x - right
    const isRaised = item.size < size * NOTE_SIZE && item.y < base - size * TWICE
    if (isRaised && /^\d{1,3}$/.test(item.text.trim()) && /\p{L}{3}$|[.,;:)”"]$/u.test(text)) continue
    const isAfterMark = last !== undefined && last.size < size * NOTE_SIZE && /(?:^|\s)\d{1,3}$/.test(text)
    if (gap > NARROW * item.size || isAfterMark) text += ' '
    text += item.text
    if (item.text.trim() === '') continue
    right = item.x + item.width
    last = item
  }
  return text.replace(/ +/g, ' ').trim()
}

function inReadingOrder(items: readonly Item[]): readonly Item[] {
  const letters = items.reduce(
    (sum, { text, rtl }) => sum + (rtl ? text.trim().length : -text.trim().length),
    0,
  )
  return letters > 0 ? items.toReversed() : items
}
