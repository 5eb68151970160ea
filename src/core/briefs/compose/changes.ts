import type { Revision } from '../../store/documents.ts'
import type { Line } from './line.ts'
import { keyOf, type Section } from './section.ts'

/** What became of a section. */
export interface SectionChange {
  how: 'added' | 'changed' | 'removed'
  document: string
  file: string
  headings: readonly string[]
  /** As it is now; undefined where it is gone. */
  section: Section | undefined
}

/** With the sentence that tells what it says now. */
export interface ChangedSection extends SectionChange {
  line: Line | null
}

/** What became of each section over all these revisions, the oldest first; what was only moved is no news. */
export function changesOver(
  revisions: readonly Revision[],
  sectionOf: (place: Pick<Section, 'file' | 'headings'>) => Section | undefined,
): SectionChange[] {
  const found = new Map<string, SectionChange>()
  const note = (revision: Revision, how: SectionChange['how'], headings: readonly string[]): void => {
    const { file, title: document } = revision
    const key = keyOf({ file, headings })
    const before = found.get(key)?.how
    // Later overlays the same section.
    found.delete(key)
    if (before === 'added' && how === 'removed') return
    const section = sectionOf({ file, headings })
    const so = before === 'added' ? 'added' : before === 'removed' && how === 'added' ? 'changed' : how
    found.set(key, { how: so, document, file, headings, section })
  }
  const rename = (from: string, to: string): void => {
    for (const [key, change] of found) {
      if (change.file !== from) continue
      found.delete(key)
      const place = { file: to, headings: change.headings }
      found.set(keyOf(place), { ...change, ...place, section: sectionOf(place) })
    }
  }
  for (const revision of revisions) {
    if (revision.was !== undefined) rename(revision.was, revision.file)
    const { added, changed, removed } = revision.difference
    for (const headings of removed) note(revision, 'removed', headings)
    for (const headings of added) note(revision, 'added', headings)
    for (const headings of changed) note(revision, 'changed', headings)
  }
  const known = [...found.values()].filter(({ how, section }) => how === 'removed' || section !== undefined)
  return known.sort((a, b) => ORDER[a.how] - ORDER[b.how])
}

const ORDER = { added: 0, changed: 1, removed: 2 }
