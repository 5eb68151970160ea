import { createHash } from 'node:crypto'
import type { Volume } from './document.ts'

/** A part of a document between two headings, as it is compared. */
export interface Section {
  /** From the outermost in; none above the first heading. */
  headings: string[]
  /** The same for the same text. */
  mark: string
}

/** What became of a document's sections from one revision to the next, each by its headings. */
export interface Difference {
  added: string[][]
  changed: string[][]
  removed: string[][]
  /** The same text, under other headings or in another place. */
  moved: { from: string[]; to: string[] }[]
}

const MARK_LENGTH = 16

/** A document's sections in order; what stands under the same headings twice is two sections. */
export function sectionsOf({ passages }: Pick<Volume, 'passages'>): Section[] {
  const sections: { headings: string[]; texts: string[] }[] = []
  for (const { headings, text } of passages) {
    const last = sections.at(-1)
    if (last && nameOf(last.headings) === nameOf(headings)) last.texts.push(text)
    else sections.push({ headings, texts: [text] })
  }
  return sections.map(({ headings, texts }) => {
    const hash = createHash('sha256').update(texts.join('\n')).digest('base64url')
    return { headings, mark: hash.slice(0, MARK_LENGTH) }
  })
}

export function differenceOf(before: readonly Section[], after: readonly Section[]): Difference {
  const [old, now] = [byName(before), byName(after)]
  const gone = new Map([...old].filter(([name]) => !now.has(name)))
  const byMark = new Map(Array.from(gone.values(), (section) => [section.mark, section]))
  const added: Section[] = []
  const moved: Difference['moved'] = []
  for (const section of now.values()) {
    if (old.has(section.name)) continue
    const from = byMark.get(section.mark)
    if (from && gone.delete(from.name)) moved.push({ from: from.headings, to: section.headings })
    else added.push(section)
  }
  const stayed = [...now.values()].filter(({ name }) => old.has(name))
  const changed = stayed.filter(({ name, mark }) => old.get(name)?.mark !== mark)
  const places = new Map(Array.from(old.keys(), (name, place) => [name, place]))
  const inOrder = longestRising(stayed.map(({ name }) => places.get(name) ?? 0))
  for (const [i, { headings, name, mark }] of stayed.entries()) {
    if (!inOrder.has(i) && old.get(name)?.mark === mark) moved.push({ from: headings, to: headings })
  }
  const paths = (sections: readonly Section[]): string[][] => sections.map(({ headings }) => headings)
  return { added: paths(added), changed: paths(changed), removed: paths([...gone.values()]), moved }
}

function byName(sections: readonly Section[]): Map<string, Section & { name: string }> {
  const found = new Map<string, Section & { name: string }>()
  for (const section of sections) {
    let name = nameOf(section.headings)
    while (found.has(name)) name += '\n'
    found.set(name, { ...section, name })
  }
  return found
}

function nameOf(headings: readonly string[]): string {
  return JSON.stringify(headings)
}

/** The places of a longest rising run of the numbers, by patience sorting: all others have moved. */
function longestRising(numbers: readonly number[]): Set<number> {
  const piles: number[] = []
  const below: number[] = []
  for (const [i, number] of numbers.entries()) {
    let [pile, end] = [0, piles.length]
    while (pile < end) {
      const middle = (pile + end) >> 1
      if ((numbers[piles[middle] ?? 0] ?? 0) < number) pile = middle + 1
      else end = middle
    }
    below[i] = piles[pile - 1] ?? -1
    piles[pile] = i
  }
  const run = new Set<number>()
  for (let at = piles.at(-1) ?? -1; at >= 0; at = below[at] ?? -1) run.add(at)
  return run
}
