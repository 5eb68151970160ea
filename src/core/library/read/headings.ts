/** Tells the headings of a plain text by their shape and by what stands around them. */

import type { Unit } from './lines.ts'
import { closingLines, inSequence, isAlone, isEnumerated, isSuccessive, runsOn } from './runs.ts'
import {
  captionShape,
  headingShape,
  isCapitals,
  isFinished,
  isListItem,
  isTabular,
  LONGEST,
  underlinedShape,
  unmarked,
  type HeadingShape,
} from './shape.ts'

export interface Heading {
  text: string
  rank: number
}

export type Found = Heading | 'title' | null

/** What is known of the text while its headings are looked for, from the last unit to the first. */
interface View {
  units: readonly Unit[]
  shapes: readonly (HeadingShape | null)[]
  found: Found[]
  /** The lines of a signature. */
  closing: readonly boolean[]
  /** The first unit that is running text. */
  firstBody: number
}

/** A title under a bare label is broken over no more lines than this. */
const MOST_TITLE_LINES = 3
/** A heading that touches its text is no longer than this: a longer line is the text's own. */
const MOST_TOUCHING_WORDS = 8

/**
 * Which of the units are headings: `found[i]` is the heading that begins at unit i, or 'title' where unit i is part of
 * the title that the bare label above it took. A heading has something under it; lines in a row, alike, are a list.
 */
export function findHeadings(units: readonly Unit[]): Found[] {
  const closing = closingLines(units)
  const shapes = findShapes(units, closing)
  const firstBody = units.findIndex((unit, i) => !shapes[i] || isBody(unit))
  const view: View = { units, shapes, closing, firstBody, found: units.map(() => null) }
  for (let i = units.length - 1; i >= 0; i -= 1) {
    const shape = shapes[i]
    const unit = units[i]
    if (!shape || !unit) continue
    const lines = shape.bare ? titleLines(i, view) : 0
    if (lines > 0) {
      const title = units.slice(i + 1, i + 1 + lines).map((line) => line.text)
      view.found[i] = { text: [unmarked(unit.text), ...title].join(' '), rank: shape.rank }
      view.found.fill('title', i + 1, i + 1 + lines)
    } else if (leads(i, shape, view)) {
      view.found[i] = { text: shape.bare ? unmarked(unit.text) : unit.text, rank: shape.rank }
    }
  }
  return view.found
}

function findShapes(units: readonly Unit[], closing: readonly boolean[]): (HeadingShape | null)[] {
  const sequence = inSequence(units)
  return units.map((unit, i) => {
    if (unit.underline !== null) return underlinedShape(unit.text, unit.underline)
    if (unit.lines.length > 1 || closing[i] || isEnumerated(i, units) || !sequence[i]) return null
    return captionShape(unit.text, units[i + 1]?.text ?? '') ?? headingShape(unit.text)
  })
}

/** How many of the units under a bare label are its title. */
function titleLines(i: number, view: View): number {
  const { units, shapes, found } = view
  const block = units[i + 1]?.block
  let end = i + 1
  while (units[end]?.block === block && shapes[end] && !shapes[end]?.labelled) end += 1
  const run = end - i - 1
  const whole = units[end]?.block !== block || shapes[end]?.labelled === true
  const isBroken = run <= MOST_TITLE_LINES && whole && block === units[i]?.block
  const lines = isBroken ? run : Math.min(run, 1)
  const below = found[i + 1 + lines]
  if (lines === 0 || below === 'title') return 0
  if (below) return below.rank > (shapes[i]?.rank ?? 0) ? lines : 0
  const next = units[i + 1 + lines]
  const isSetApart =
    block === units[i]?.block && whole && next !== undefined && !shapes[i + 1 + lines]?.labelled
  return isSetApart || isBody(next) ? lines : 0
}

function leads(i: number, shape: HeadingShape, view: View): boolean {
  const below = view.found[i + 1]
  if (shape.labelled && (inListOfLabels(i, shape, view) || cutsProse(i, view))) return false
  if (below === 'title' || (below && below.rank <= shape.rank)) return false
  const unit = view.units[i]
  const isMarked = unit?.underline !== null || (isCapitals(unit.text) && isAlone(i, view.units))
  if (below) return shape.labelled || isMarked || i <= view.firstBody || view.firstBody < 0
  if (shape.labelled) return isBody(view.units[i + 1]) || labelsAnything(i, view)
  return isMarked ? i + 1 < view.units.length : leadsPlainly(i, view)
}

function inListOfLabels(i: number, shape: HeadingShape, { units, shapes }: View): boolean {
  const alike = (other: HeadingShape | null | undefined): boolean =>
    other?.labelled === true && other.rank === shape.rank
  if (alike(shapes[i + 1])) return true
  const [above, unit] = [units[i - 1], units[i]]
  if (!above || !unit || !alike(shapes[i - 1])) return false
  if (above.block === unit.block) return !isFinished(above.text)
  return isAlone(i - 1, units) && isAlone(i, units) && isSuccessive(above.text, unit.text)
}

/** "as the rules say in / Section 4. / of the annex": what stands in the midst of a sentence is part of it. */
function cutsProse(i: number, { units }: View): boolean {
  const above = units[i - 1]
  return (
    above !== undefined &&
    above.block === units[i]?.block &&
    above.lines.length > 1 &&
    !isFinished(above.text)
  )
}

/** A label that is set apart may lead a text of any kind, however short. */
function labelsAnything(i: number, { units, shapes }: View): boolean {
  const above = units[i - 1]
  const isSetApart = above?.block !== units[i]?.block || isFinished(above?.text ?? '')
  return isSetApart && units[i + 1] !== undefined && !shapes[i + 1]?.labelled
}

function leadsPlainly(i: number, view: View): boolean {
  const { units, closing } = view
  const [above, unit, next, after] = [units[i - 1], units[i], units[i + 1], units[i + 2]]
  if (!unit || !next || closing[i + 1]) return false
  if (isAlone(i, units)) return isBody(next) || (after?.block === next.block && !closing[i + 2])
  if (!isBody(next) || next.block !== unit.block) return false
  if (above?.block !== unit.block) return introduces(unit, next)
  return next.text.length > LONGEST && isBody(above) && isFinished(above.text)
}

function introduces(unit: Unit, next: Unit): boolean {
  if (/[?？]$/.test(unit.text) || isCapitals(unit.text) || isListItem(next.text)) return true
  return (
    unit.text.split(/\s+/).length <= MOST_TOUCHING_WORDS &&
    next.text.length > unit.text.length &&
    runsOn(next)
  )
}

function isBody(unit: Unit | undefined): boolean {
  if (!unit || isTabular(unit.text)) return false
  return runsOn(unit) || isFinished(unit.text) || isListItem(unit.text)
}
