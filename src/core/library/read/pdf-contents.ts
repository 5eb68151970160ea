/** Takes the contents list out of a PDF: it says nothing that the headings don't. */

import { CONTENTS } from './pages.ts'
import type { Line } from './pdf-layout.ts'

/** A contents list has this many entries in a row, with dots that lead to a page number. */
const FEWEST_ENTRIES = 3
/** In lines. */
const LONGEST_ENTRY = 2
/** The dots and the number show in this many letters. */
const LONGEST_END = 60
const PAGE_ENTRY = /^.{2,100}\s(?:\d{1,4}|[ivxlc]{1,6})$/u
const ENTRY = /(?:\s*[.…·]){4,}\s*(?:\d{1,4}|[ivxlc]{1,6})?$/iu

export function withoutContents(lines: readonly Line[]): Line[] {
  const kept: Line[] = []
  for (let i = 0; i < lines.length;) {
    const named = CONTENTS.test(lines[i]?.text ?? '') ? 1 : 0
    let end = i + named
    let entries = 0
    for (; isEntry(lines, end, entries > 0); end += 1) if (named || isDotted(lines[end])) entries += 1
    end = Math.max(end, i + 1)
    if (entries < FEWEST_ENTRIES) kept.push(...lines.slice(i, end))
    i = end
  }
  return kept
}

/** Within a list, an entry may go on over several lines before its dots. */
function isEntry(lines: readonly Line[], i: number, isWithin: boolean): boolean {
  const [above, line] = [lines[i - 1], lines[i]]
  if (!line || isDotted(line)) return line !== undefined
  if (above?.page !== line.page) return false
  return PAGE_ENTRY.test(line.text) || (isWithin && lines.slice(i + 1, i + 1 + LONGEST_ENTRY).some(isDotted))
}

function isDotted(line: Line | undefined): boolean {
  return line !== undefined && ENTRY.test(line.text.slice(-LONGEST_END))
}
