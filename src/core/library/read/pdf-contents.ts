/** Takes the contents list out of a PDF: it says nothing that the headings don't. */

import { CONTENTS } from './pages.ts'
import type { Line } from './pdf-layout.ts'

/** A contents list has this many entries in a row, with dots that lead to a page number. */
const FEWEST_ENTRIES = 3
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
    for (; isEntry(lines[end], lines[end - 1]); end += 1) if (named || isDotted(lines[end])) entries += 1
    if (entries < FEWEST_ENTRIES) kept.push(...lines.slice(i, Math.max(end, i + 1)))
    i = Math.max(end, i + 1)
  }
  return kept
}

function isEntry(line: Line | undefined, above: Line | undefined): boolean {
  return isDotted(line) || (line !== undefined && PAGE_ENTRY.test(line.text) && above?.page === line.page)
}

function isDotted(line: Line | undefined): boolean {
  return line !== undefined && ENTRY.test(line.text.slice(-LONGEST_END))
}
