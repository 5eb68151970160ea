/** What a page of a PDF says and where, turned the way most of its text is read. */

/** A piece of text as the file places it. Distances are in points, `y` is the baseline's from the top of the page. */
export interface Item {
  text: string
  x: number
  y: number
  width: number
  /** The height of its letters' box. */
  size: number
  bold: boolean
  /** Its letters are all of one width. */
  mono: boolean
  /** It is read from right to left. */
  rtl: boolean
}

/** A matrix as PDF writes it: [a b c d e f]. */
export type Matrix = readonly number[]

/** Text with its matrix on the page, whose origin is the upper left corner. */
export interface Placed {
  text: string
  matrix: Matrix
  width: number
  bold: boolean
  mono: boolean
  rtl: boolean
}

export interface Size {
  width: number
  height: number
}

/** Text that leans from its quarter turn by more than this part of one is a watermark. */
const SLANT = 0.05
/** Latin, Armenian and Arabic ligatures and presentation forms. No other letter is changed. */
const LIGATURE = /[\uFB00-\uFB06\uFB13-\uFB17\uFB50-\uFDFB\uFE70-\uFEFC]/g

/** The matrix that does `second` after `first`. */
export function multiply(second: Matrix, first: Matrix): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = second
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = first
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** The items that run the way most of the page's text runs; what stands across it (a stamp, a watermark) is left out. */
export function toItems(placed: readonly Placed[], page: Size): { items: Item[]; size: Size } {
  const turns = placed.map((item) => turnOf(item.matrix))
  const turn = mainTurn(placed, turns)
  const items = placed.filter((_, i) => turns[i] === turn).map((item) => toItem(item, turn, page))
  return { items, size: turn % 2 === 0 ? page : { width: page.height, height: page.width } }
}

/** In which of the four directions text runs, clockwise from the reader's, or null where it slants. */
function turnOf([a = 1, b = 0]: Matrix): number | null {
  const turns = Math.atan2(b, a) / (Math.PI / 2)
  return Math.abs(turns - Math.round(turns)) > SLANT ? null : (Math.round(turns) + 4) % 4
}

function mainTurn(placed: readonly Placed[], turns: readonly (number | null)[]): number {
  const letters = [0, 0, 0, 0]
  placed.forEach(({ text }, i) => {
    const turn = turns[i] ?? null
    if (turn !== null) letters[turn] = (letters[turn] ?? 0) + text.trim().length
  })
  return letters.indexOf(Math.max(...letters))
}

function toItem({ matrix, ...rest }: Placed, turn: number, page: Size): Item {
  const [, , c = 0, d = 1, e = 0, f = 0] = matrix
  const [x, y] = [
    [e, f],
    [f, page.width - e],
    [page.width - e, page.height - f],
    [page.height - f, e],
  ][turn] ?? [e, f]
  return { ...rest, text: plainLetters(rest.text), x: x ?? 0, y: y ?? 0, size: Math.hypot(c, d) }
}

/** Ligatures as the letters they are made of; blanks of every kind as spaces; without what cannot be seen. */
function plainLetters(text: string): string {
  return text
    .replace(LIGATURE, (letter) => letter.normalize('NFKC'))
    .replace(/[\p{Zs}\t]/gu, ' ')
    .replace(/[\p{Cc}\u200B\u2060\uFEFF\uFFFD]/gu, '')
}
