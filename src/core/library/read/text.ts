import type { Document, Paragraph } from '../document.ts'
import { findHeadings, type Found } from './headings.ts'
import { titleOf } from '../title.ts'
import { createOutline } from './outline.ts'
import { isAlone } from './runs.ts'
import { joinLines, type Unit } from './lines.ts'
import { headingShape, isField, isFinished, isListItem, isTabular } from './shape.ts'

/** Reads a plain text: its title, its headings and its paragraphs. */
export function readText(file: string, source: string): Document {
  const units = joinLines(source)
  const headings = findHeadings(units)
  const title = findTitle(units, headings)
  const outline = createOutline()
  const paragraphs: Paragraph[] = []
  let open: { paragraph: Paragraph; block: number } | null = null
  for (const [i, unit] of units.entries()) {
    const heading = headings[i]
    if (i === title) continue
    if (heading) {
      if (heading !== 'title') outline.enter(heading.text, heading.rank)
      open = null
    } else if (open && open.block === unit.block && isLoose(unit)) {
      append(open.paragraph, unit)
    } else {
      const paragraph = { headings: outline.path(), text: unit.text, lines: [...unit.lines] }
      paragraphs.push(paragraph)
      open = isLoose(unit) ? { paragraph, block: unit.block } : null
    }
  }
  return { title: title === null ? titleOf(file) : (units[title]?.text ?? ''), file, paragraphs }
}

/** A line set in by this much more than the text is centred. */
const CENTRED = 8
/** A title page has no more lines above its title than this. */
const TITLE_PAGE = 12

/** Which unit is the document's title, or null where it has none: its first line, or the one centred on its first page. */
function findTitle(units: readonly Unit[], headings: readonly Found[]): number | null {
  if (isTitle(units, headings)) return 0
  const prose = units.findIndex((unit) => unit.lines.length > 1 || isFinished(unit.text))
  const page = units.slice(0, prose < 0 ? 0 : Math.min(prose, TITLE_PAGE))
  const margin = (units[prose]?.indent ?? 0) + CENTRED
  const centred = page.findIndex((unit, i) => unit.indent > margin && isNamed(unit) && isAlone(i, units))
  return centred > 0 ? centred : null
}

/** The first line is the title when it could be a heading, names no place of its own, and begins no address. */
function isTitle(units: readonly Unit[], headings: readonly Found[]): boolean {
  const first = units[0]
  if (!first || units.length < 2 || first.lines.length > 1) return false
  if (first.underline !== null) return true
  if (!isNamed(first) && !isHeadline(units)) return false
  const end = units.findIndex(
    (unit, i) => unit.block !== first.block || (i > 0 && (headings[i] || !isLoose(unit))),
  )
  const page = units.slice(0, end < 0 ? units.length : end)
  if (page.slice(1).every((unit) => isField(unit.text))) return true
  if (end < 0 || (page.length > 2 && units[end]?.block === first.block && !headings[end])) return false
  return !page.some((unit) => isAddress(unit.text))
}

const HEADLINE_WORDS = 5

/** "Runbook: moving the database to a new host", alone above the text: looks like a field, but no other field follows. */
function isHeadline([first, next]: readonly Unit[]): boolean {
  if (!first || !next || !isField(first.text) || isFinished(first.text) || isField(next.text)) return false
  return next.block !== first.block && first.text.split(/\s+/).length >= HEADLINE_WORDS
}

function isNamed(unit: Unit): boolean {
  const shape = headingShape(unit.text)
  return shape !== null && !shape.labelled
}

/** A street with its number, a postcode, a telephone or an e-mail address. */
function isAddress(text: string): boolean {
  if (text.length > 80) return false
  const street = /^\d{1,5}[a-z]?,?\s\p{Lu}|(?<!version|edition|release|revision|issue)\s\d{1,3}[a-z]?$/iu
  const postcode =
    /(?:^|\s)(?:[A-Z]{1,3}-?)?\d{4,6}\s\p{Lu}|\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b|\b[A-Z]{2}\s\d{5}\b/u
  return street.test(text) || postcode.test(text) || /\S@\S|\d[\d\s()/-]{6,}\d/.test(text)
}

/** A line of an address, a signature, a table: neither prose nor an item of its own. */
function isLoose(unit: Unit): boolean {
  if (unit.lines.length > 1 || unit.text.length >= 80) return false
  return isTabular(unit.text) || (!isFinished(unit.text) && !isListItem(unit.text))
}

function append(paragraph: Paragraph, unit: Unit): void {
  const at = paragraph.text.length + 1
  paragraph.lines.push(...unit.lines.map((l) => ({ at: at + l.at, line: l.line })))
  paragraph.text += `\n${unit.text}`
}
