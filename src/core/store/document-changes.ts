import { sectionsOf } from '../library/difference.ts'
import type { Volume } from '../library/document.ts'
import type { DocumentRow } from './schema.ts'

/** A document that is not as it was recorded; null before for a new one, after for one that is gone. */
export interface Change {
  before: DocumentRow | null
  after: DocumentRow | null
  /** Nothing was recorded before: this is where it begins, and no news. */
  first: boolean
}

/** A document that is gone and one that came with the same revision are one that was renamed. */
export function changesIn(known: readonly DocumentRow[], volumes: readonly Volume[]): Change[] {
  const first = known.length === 0
  const files = new Set(volumes.map(({ file }) => file))
  const byFile = new Map(known.map((row) => [row.file, row]))
  const gone = new Map(known.filter(({ file }) => !files.has(file)).map((row) => [row.revision, row]))
  const changes: Change[] = []
  for (const volume of volumes) {
    const same = byFile.get(volume.file)
    if (same?.revision === volume.revision) continue
    const before = same ?? gone.get(volume.revision) ?? null
    if (before && before !== same) gone.delete(volume.revision)
    changes.push({ before, after: rowOf(volume), first })
  }
  const kept = new Set(changes.map(({ before }) => before))
  const lost = known.filter((row) => !files.has(row.file) && !kept.has(row))
  return [...changes, ...lost.map((before) => ({ before, after: null, first }))]
}

/** PostgreSQL takes no text with a zero in it. */
function rowOf(volume: Volume): DocumentRow {
  const { file, title, revision } = volume
  return { file, title: title.replaceAll('\0', ''), revision, sections: JSON.stringify(sectionsOf(volume)) }
}
