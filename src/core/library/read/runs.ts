/** What a line is by the run it stands in: a list, a sequence of numbers, the close of a letter. */

import type { Unit } from './lines.ts'
import { headingShape, isDate, isSentence, LONGEST } from './shape.ts'

const CLOSING =
  /^(?:--$|(?:(?:best|kind|kindest|warm) (?:regards|wishes)|regards|yours|sincerely|thanks|thank you|many thanks|cheers|signed|(?:mit )?(?:freundlichen?|besten?|herzlichen?|viele|liebe) grü(?:ße|ßen|sse|ssen)|hochachtungsvoll|vielen dank|cordialement|bien à vous|merci|salutations|(?:un )?(?:cordial )?saludos?|atentamente|cordiali saluti|distinti saluti|atenciosamente|met vriendelijke groet(?:en)?)(?![\p{L}\p{N}]))/iu
const MOST_CLOSING_WORDS = 5

/** Which units are a closing phrase or stand in the signature under it, which the next sentence or label ends. */
export function closingLines(units: readonly Unit[]): boolean[] {
  let inClosing = false
  return units.map((unit) => {
    inClosing = isClosing(unit) || (inClosing && !endsClosing(unit))
    return inClosing
  })
}

function endsClosing(unit: Unit): boolean {
  return runsOn(unit) || unit.underline !== null || headingShape(unit.text)?.labelled === true
}

function isClosing(unit: Unit): boolean {
  if (unit.text.length > LONGEST || !CLOSING.test(unit.text) || /[.?:]$/.test(unit.text)) return false
  return unit.text.split(/\s+/).length <= MOST_CLOSING_WORDS
}

/** Whether the unit is running text: a sentence at least, or too long for anything else. */
export function runsOn(unit: Unit): boolean {
  return isSentence(unit.text) || unit.lines.length > 1 || unit.text.length > LONGEST
}

/** Whether there are blank lines above the unit and below it. */
export function isAlone(i: number, units: readonly Unit[]): boolean {
  const block = units[i]?.block
  return units[i - 1]?.block !== block && units[i + 1]?.block !== block
}

const MARKER = /^(\(?)(\d{1,3}|\p{L})([.)])\s/u

/** Whether the unit and one that touches it are successive items of one list. */
export function isEnumerated(i: number, units: readonly Unit[]): boolean {
  const unit = units[i]
  const beside = [units[i - 1], units[i + 1]].filter((other) => other?.block === unit?.block)
  return beside.some((other) => unit && other && isSuccessive(unit.text, other.text))
}

/** "2." and "3.", or "(A)" and "(B)": marks of one style whose places follow each other. */
export function isSuccessive(a: string, b: string): boolean {
  const [one, other] = [MARKER.exec(a), MARKER.exec(b)]
  if (!one || !other || one[1] !== other[1] || one[3] !== other[3]) return false
  return Math.abs(ordinal(one[2] ?? '') - ordinal(other[2] ?? '')) === 1
}

function ordinal(marker: string): number {
  return /^\d/.test(marker) ? Number(marker) : 1000 + (marker.codePointAt(0) ?? 0)
}

/** False for "12 Oak Street": a number and a space is a label only where it stands alone, or where its numbers run on. */
export function inSequence(units: readonly Unit[]): boolean[] {
  const numbers = new Set<number>()
  const nested = new Set<number>()
  for (const { text } of units) {
    const [, number, dot] = /^(\d{1,2})(\.\d)?[\d.]*(?<!\.)\s/.exec(text) ?? []
    if (number !== undefined && headingShape(text)?.labelled) (dot ? nested : numbers).add(Number(number))
  }
  return units.map((unit, i) => {
    const spaced = /^(\d{1,2})\s+\S/.exec(unit.text)?.[1]
    if (spaced === undefined) return true
    const [above, below] = [units[i - 1], units[i + 1]]
    if (above?.block !== unit.block && below?.block !== unit.block) return !isDate(unit.text)
    const n = Number(spaced)
    return (
      nested.has(n) ||
      numbers.has(n - 1) ||
      numbers.has(n + 1) ||
      (n === 1 && below !== undefined && runsOn(below))
    )
  })
}
