import { createHash } from 'node:crypto'
import type { Passage, Sentence } from '../../library/document.ts'
import type { Part, Shown } from '../run.ts'

/** Sentences of a passage that a brief shows, in the passage's order. */
export interface Line {
  passage: Passage
  sentences: readonly Sentence[]
}

const MARK_LENGTH = 16

/** The same for the same text, however its white space runs. */
export function markOf(text: string): string {
  const hash = createHash('sha256').update(text.replace(/\s+/g, ' ').trim())
  return hash.digest('base64url').slice(0, MARK_LENGTH)
}

/** What showing the line shows. */
export function shownBy({ sentences }: Line, part: Part): Shown[] {
  return sentences.map(({ text }) => ({ mark: markOf(text), part }))
}

/** How many characters it takes. */
export function lengthOf({ sentences }: Line): number {
  return sentences.reduce((sum, { text }) => sum + text.length, 0)
}
