import * as wording from '../wording.ts'
import { sectionsOf } from './difference.ts'
import type { Volume } from './document.ts'

/** A document with more passages than this is easier to cite with headings. */
const MANY = 12
/** As many characters below one heading as nobody finds a sentence in. */
const GIANT = 15_000
const MOST_NAMED = 3

/** What would make a document's answers easier to find, a line each. */
export function adviceFor(volume: Volume): string[] {
  const { passages } = volume
  if (passages.length > MANY && passages.every(({ headings }) => headings.length === 0))
    return [wording.NO_HEADINGS]
  const advice: string[] = []
  const sizes = new Map<string, number>()
  for (const { headings, text } of passages) {
    const name = headings.join(' › ')
    sizes.set(name, (sizes.get(name) ?? 0) + text.length)
  }
  const giant = [...sizes].filter(([name, size]) => name !== '' && size > GIANT).map(([name]) => name)
  for (const name of giant.slice(0, MOST_NAMED)) advice.push(wording.giantSection(name))
  const names = sectionsOf(volume).map(({ headings }) => headings.join(' › '))
  const twice = new Set(names.filter((name, at) => name !== '' && names.indexOf(name) !== at))
  for (const name of [...twice].slice(0, MOST_NAMED)) advice.push(wording.headingTwice(name))
  return advice
}
