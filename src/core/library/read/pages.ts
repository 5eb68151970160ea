/** Takes out of a plain text what belongs to its pages rather than to its words. */

import { headingShape, isCapitals, isFinished, isLeader, isListItem, isTabular, LONGEST } from './shape.ts'

/** A line of the file; `text` is trimmed, and empty where the line is blank. */
export interface Line {
  text: string
  number: number
  indent: number
}

export interface Block {
  lines: Line[]
  /** The character its one line is underlined with. */
  underline: string | null
}

const PAGE_WORD = 'page|seite|página|pagina|strona|strana|страница'
const PAGE_MARK = new RegExp(
  `(?:^|\\s{3})(?:[-–—]\\s?\\d{1,4}\\s?[-–—]|\\[?(?:${PAGE_WORD})\\s?\\d{1,4}(?:\\s?(?:of|von|sur|de|di|van|из|/)\\s?\\d{1,4})?\\]?|第\\s?\\d{1,4}\\s?[頁页])$`,
  'iu',
)
export const CONTENTS =
  /^(?:(?:table of )?contents|inhalt|inhaltsverzeichnis|table des matières|sommaire|índice|indice|sumario|inhoud|содержание|оглавление|目次|目录|目錄)[.:]?$/iu
const PAGE_NUMBER = /(?:(?:\s*[.…_]){3,}|\s{3,}|\t)\s*\d{1,4}$/
const RULE = /^([=\-~*_#─━═—–])(?:\s?\1){2,}$/u
/** A page's header and its footer are seldom longer than this many lines. */
const EDGE = 2
/** A line that a page end cut off from the rest of its sentence is longer than this. */
const SHORTEST_CUT = 40

/**
 * The runs of lines between a text's blank lines, without page headers, page footers, the table of contents and lines
 * of marks alone. A line that is underlined is a block of its own.
 */
export function readBlocks(text: string): Block[] {
  return splitBlocks(withoutContents(readLines(text)))
}

function readLines(text: string): readonly Line[] {
  const lines: Line[] = []
  const cuts: number[] = []
  text.split(/\r\n|[\n\r\u2028\u2029]/).forEach((raw, index) => {
    const words = raw.trim()
    if (raw.includes('\f')) cuts.push(raw.trimEnd().includes('\f') || words === '' ? index : index + 1)
    lines.push({ text: words, number: index + 1, indent: raw.search(/[^\s]/) - (raw.lastIndexOf('\f') + 1) })
  })
  return withoutPages(lines, cuts)
}

function withoutPages(lines: readonly Line[], formFeeds: readonly number[]): readonly Line[] {
  const marks = lines.flatMap((line, i) => (isPageMark(line.text) ? [i] : []))
  if (marks.length === 0 && formFeeds.length === 0) return lines
  const dropped = new Set(marks)
  const cuts = new Set(formFeeds)
  for (const i of edgeLines(lines, [...formFeeds, ...marks])) dropped.add(i)
  return rejoin(lines, dropped, cuts)
}

function isPageMark(text: string): boolean {
  return text.length <= LONGEST && /[\d\]頁页–—-]$/u.test(text) && PAGE_MARK.test(text)
}

/** The short lines beside the page ends that come again beside others, but for their numbers. */
function edgeLines(lines: readonly Line[], ends: readonly number[]): number[] {
  const near = new Map<string, Set<number>>()
  for (const end of ends) {
    for (const i of [...nearby(lines, end - 1, -1), ...nearby(lines, end, 1)]) {
      const text = lines[i]?.text ?? ''
      // "Chapter 1" and "Chapter 2" at the top of their pages are headings.
      if (text.length > LONGEST || isFinished(text) || headingShape(text)?.bare) continue
      const key = text.replace(/\d+/g, '0')
      near.set(key, (near.get(key) ?? new Set()).add(i))
    }
  }
  return [...near.values()].flatMap((repeats) => {
    const rows = [...repeats].toSorted((a, b) => a - b)
    return rows
      .slice(headingShape(lines[rows[0] ?? 0]?.text ?? '')?.labelled ? 1 : 0)
      .filter(() => rows.length > 1)
  })
}

function nearby(lines: readonly Line[], from: number, step: 1 | -1): number[] {
  const found: number[] = []
  for (let i = from; found.length < EDGE && Math.abs(i - from) < 8 && lines[i]; i += step) {
    if (lines[i]?.text !== '' && !isPageMark(lines[i]?.text ?? '')) found.push(i)
  }
  return found
}

/** A paragraph that a page end cut in two is closed up again. */
function rejoin(lines: readonly Line[], dropped: ReadonlySet<number>, cuts: ReadonlySet<number>): Line[] {
  const kept: Line[] = []
  let gap: Line[] = []
  let cut = false
  for (const [i, line] of lines.entries()) {
    cut ||= dropped.has(i) || cuts.has(i)
    if (dropped.has(i)) gap.push({ ...line, text: '' })
    else if (line.text === '') gap.push(line)
    else {
      const last = kept.at(-1)
      if (!(cut && last && resumes(last, line))) kept.push(...gap)
      kept.push(line)
      gap = []
      cut = false
    }
  }
  return kept
}

function resumes(above: Line, line: Line): boolean {
  if (isFinished(above.text) || isListItem(line.text) || isCapitals(line.text)) return false
  if (/^\p{Ll}/u.test(line.text)) return true
  return (
    above.text.length > SHORTEST_CUT && above.indent === line.indent && !headingShape(line.text)?.labelled
  )
}

/** An entry of the contents is a line that stands again further down; it may end in its page number. */
function withoutContents(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ text }) => isLeader(text) || CONTENTS.test(text))) return lines
  const times = new Map<string, number>()
  for (const { text } of lines) {
    if (text !== '' && text.length <= LONGEST) times.set(entryOf(text), (times.get(entryOf(text)) ?? 0) + 1)
  }
  const listed = new Set<string>()
  let inContents = false
  return lines.map((line, i) => {
    if (line.text === '' || line.text.length > LONGEST) return line
    const entry = entryOf(line.text)
    const repeated = (times.get(entry) ?? 0) > 1 && !listed.has(entry)
    const heads = CONTENTS.test(line.text) && startsContents(lines, i + 1, times)
    inContents = heads || (isLeader(line.text) ? inContents || repeated : inContents && repeated)
    if (!inContents) return line
    if (!heads) listed.add(entry)
    return { ...line, text: '' }
  })
}

function startsContents(lines: readonly Line[], from: number, times: ReadonlyMap<string, number>): boolean {
  const next = lines.slice(from, from + 4).find((line) => line.text !== '')
  return next !== undefined && (isLeader(next.text) || (times.get(entryOf(next.text)) ?? 0) > 1)
}

function entryOf(text: string): string {
  return text.replace(PAGE_NUMBER, '').replace(/\s+/g, ' ').toLowerCase()
}

function splitBlocks(lines: readonly Line[]): Block[] {
  const blocks: Block[] = []
  let block: Line[] = []
  const flush = (underline: string | null): void => {
    if (block.length > 0) blocks.push({ lines: block, underline })
    block = []
  }
  for (const line of lines) {
    const rule = line.text.length <= LONGEST ? RULE.exec(line.text)?.[1] : undefined
    if (rule !== undefined && underlines(line, block)) {
      const heading = block.splice(-1)
      flush(null)
      block = heading
      flush(rule)
    } else if (line.text === '' || rule !== undefined) flush(null)
    else block.push(line)
  }
  flush(null)
  return blocks
}

function underlines(rule: Line, block: readonly Line[]): boolean {
  const above = block.at(-1)?.text ?? ''
  if (
    above === '' ||
    above.length > LONGEST ||
    rule.text.includes(' ') ||
    isListItem(above) ||
    isTabular(above)
  )
    return false
  return block.length === 1 || Math.abs(above.length - rule.text.length) <= 1
}
