/** Puts the lines of a plain text back together: a paragraph may have been wrapped over several. */

import type { LineStart } from '../document.ts'
import { headingShape, isFinished, isListItem } from './shape.ts'

/** One logical line: a heading, a paragraph, a list item, a line of an address. */
export interface Unit {
  text: string
  lines: LineStart[]
  /** Which run of lines without a blank between them it belongs to. */
  block: number
}

interface Line {
  text: string
  number: number
  indent: number
}

/** No editor wraps wider than this: longer lines are paragraphs of their own. */
const WIDEST_WRAP = 132
/** The logical lines of a text, in order, each with the numbers of the lines it came from. */
export function joinLines(text: string): Unit[] {
  const blocks = splitBlocks(text)
  const width = wrapWidth(blocks)
  return blocks.flatMap((block, index) => joinBlock(block, index, width))
}

function splitBlocks(text: string): Line[][] {
  const blocks: Line[][] = []
  let block: Line[] = []
  text.split(/\r\n|[\n\r\u2028\u2029]/).forEach((raw, index) => {
    const trimmed = raw.trim()
    if (trimmed === '') {
      if (block.length > 0) blocks.push(block)
      block = []
    } else block.push({ text: trimmed, number: index + 1, indent: raw.search(/\S/) })
  })
  if (block.length > 0) blocks.push(block)
  return blocks
}

/** The width at which the text was wrapped, or null where it was not: shown by lines that go on in lower case. */
function wrapWidth(blocks: readonly Line[][]): number | null {
  const widths: number[] = []
  let pairs = 0
  for (const block of blocks) {
    for (const [i, line] of block.slice(0, -1).entries()) {
      pairs += 1
      const next = block[i + 1]?.text ?? ''
      if (goesOn(line.text, next) && line.text.length <= WIDEST_WRAP) widths.push(line.text.length)
    }
  }
  if (widths.length === 0 || widths.length < pairs * 0.2) return null
  widths.sort((a, b) => a - b)
  return widths[Math.floor((widths.length - 1) * 0.9)] ?? null
}

function goesOn(line: string, next: string): boolean {
  if (isFinished(line) || isListItem(next)) return false
  return /^\p{Ll}/u.test(next) || (/[\p{Ll},]$/u.test(line) && line.length > 40 && /^[(\p{Ll}]/u.test(next))
}

function joinBlock(block: readonly Line[], index: number, width: number | null): Unit[] {
  const units: Unit[] = []
  let above: Line | undefined
  for (const line of block) {
    const unit = units.at(-1)
    if (unit && above && continues(above, line, unit, width)) append(unit, line)
    else units.push({ text: line.text, lines: [{ at: 0, line: line.number }], block: index })
    above = line
  }
  return units
}

function continues(above: Line, line: Line, unit: Unit, width: number | null): boolean {
  if (isListItem(line.text)) return false
  if (isListItem(unit.text) && line.indent > 0 && line.indent > above.indent - 1) return true
  if (above.text.length > WIDEST_WRAP) return false
  if (goesOn(above.text, line.text)) return true
  if (width === null || headingShape(unit.text)?.labelled || headingShape(line.text)?.labelled) return false
  const firstWord = /^\S+/.exec(line.text)?.[0].length ?? 0
  return above.text.length + 1 + firstWord > width
}

/** A word broken at its hyphen closes up; its hyphen stays, since it may be the word's own. */
function append(unit: Unit, line: Line): void {
  const glue = /\p{L}-$/u.test(unit.text) && /^\p{L}/u.test(line.text) ? '' : ' '
  unit.lines.push({ at: unit.text.length + glue.length, line: line.number })
  unit.text += glue + line.text
}
