import type { Document, Paragraph } from '../document.ts'
import { findHeadings } from './headings.ts'
import { titleOf } from '../title.ts'
import { createOutline } from './outline.ts'
import { joinLines, type Unit } from './lines.ts'
import { headingShape, isFinished, isListItem } from './shape.ts'

/** Reads a plain text: its title, its headings and its paragraphs. */
export function readText(file: string, source: string): Document {
  const units = joinLines(source)
  const headings = findHeadings(units)
  const titled = isTitle(units)
  const outline = createOutline()
  const paragraphs: Paragraph[] = []
  let open: { paragraph: Paragraph; block: number } | null = null
  for (const [i, unit] of units.entries()) {
    const heading = headings[i]
    if (titled && i === 0) continue
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
  const title = titled ? (units[0]?.text ?? '') : titleOf(file)
  return { title, file, paragraphs }
}

/** The first line is the title when it could be a heading, names no place of its own, and is no part of a longer run. */
function isTitle(units: readonly Unit[]): boolean {
  const [first, second, third] = units
  if (!first || !second || first.lines.length > 1) return false
  const shape = headingShape(first.text)
  if (!shape || shape.labelled) return false
  const loose = (unit: Unit | undefined): boolean =>
    unit?.block === first.block && isLoose(unit) && !headingShape(unit.text)?.labelled
  return !(loose(second) && loose(third))
}

/** A line of an address, a signature, a table: neither prose nor an item of its own. */
function isLoose(unit: Unit): boolean {
  return unit.lines.length === 1 && unit.text.length < 80 && !isFinished(unit.text) && !isListItem(unit.text)
}

function append(paragraph: Paragraph, unit: Unit): void {
  const at = paragraph.text.length + 1
  paragraph.lines.push(...unit.lines.map((l) => ({ at: at + l.at, line: l.line })))
  paragraph.text += `\n${unit.text}`
}
