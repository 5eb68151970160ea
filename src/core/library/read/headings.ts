/** Tells the headings of a plain text by their shape and by what stands around them. */

import type { Unit } from './lines.ts'
import { headingShape, isFinished, isListItem, LONGEST, type HeadingShape } from './shape.ts'

export interface Heading {
  text: string
  rank: number
}

/**
 * Which of the units are headings: `found[i]` is the heading that begins at unit i, or 'title' where unit i is the
 * title that the bare label above it took. A heading has something under it; lines that stand in a row, alike, are a list.
 */
export function findHeadings(units: readonly Unit[]): (Heading | 'title' | null)[] {
  const shapes = units.map((unit) => (unit.lines.length === 1 ? headingShape(unit.text) : null))
  const found: (Heading | 'title' | null)[] = units.map(() => null)
  for (let i = units.length - 1; i >= 0; i -= 1) {
    const shape = shapes[i]
    const unit = units[i]
    if (!shape || !unit) continue
    if (shape.bare && takesTitle(i, units, shapes, found)) {
      found[i] = { text: `${stripLabel(unit.text)} ${units[i + 1]?.text}`, rank: shape.rank }
      found[i + 1] = 'title'
    } else if (leads(i, shape, units, shapes, found)) {
      found[i] = { text: shape.bare ? stripLabel(unit.text) : unit.text, rank: shape.rank }
    }
  }
  return found
}

function stripLabel(text: string): string {
  return text.replace(/[\s.:)—–-]+$/u, '')
}

type Shapes = readonly (HeadingShape | null)[]
type Found = readonly (Heading | 'title' | null)[]

function takesTitle(i: number, units: readonly Unit[], shapes: Shapes, found: Found): boolean {
  const title = shapes[i + 1]
  if (!title || title.labelled) return false
  const below = found[i + 2]
  if (below === 'title') return false
  return below ? below.rank > (shapes[i]?.rank ?? 0) : isBody(units[i + 2])
}

function leads(
  i: number,
  shape: HeadingShape,
  units: readonly Unit[],
  shapes: Shapes,
  found: Found,
): boolean {
  const below = found[i + 1]
  const next = shapes[i + 1]
  if (next?.labelled && shape.labelled && next.rank === shape.rank) return false
  const previous = shapes[i - 1]
  if (
    previous?.labelled &&
    shape.labelled &&
    previous.rank === shape.rank &&
    !isFinished(units[i - 1]?.text ?? '')
  )
    return false
  if (below && below !== 'title')
    return below.rank > shape.rank && (shape.labelled || opens(i, units, shapes))
  if (!isBody(units[i + 1])) return false
  return shape.labelled || standsAlone(i, units)
}

/** Before any prose: the title matter of the document. */
function opens(i: number, units: readonly Unit[], shapes: Shapes): boolean {
  return units.slice(0, i).every((unit, k) => shapes[k] && !isBody(unit))
}

/** A plain line is a heading only where nothing but the text under it touches it. */
function standsAlone(i: number, units: readonly Unit[]): boolean {
  const unit = units[i]
  const above = units[i - 1]
  if (!above || !unit || above.block !== unit.block) return true
  const oneLineEach = units[i + 1]?.block === unit.block && (units[i + 1]?.text.length ?? 0) > LONGEST
  return oneLineEach && isBody(above) && isFinished(above.text)
}

function isBody(unit: Unit | undefined): boolean {
  if (!unit) return false
  return isFinished(unit.text) || unit.text.length > LONGEST || unit.lines.length > 1 || isListItem(unit.text)
}
