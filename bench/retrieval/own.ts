/** Documents of our own, with questions as colleagues put them. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Unnumbered } from '../../src/core/library/document.ts'
import { createIndex, type Index } from '../../src/core/retrieval/index.ts'
import { readVolume } from '../../src/core/library/file/volume.ts'

/** A question; `gold` is the sentence that answers it, if one does. */
export interface Asked {
  kind: 'direct' | 'keyword' | 'misspelt' | 'chatty' | 'paraphrased' | 'near-topic' | 'far'
  question: string
  gold?: string
}

export interface OwnDocument {
  document: string
  passages: Unnumbered[]
  asked: Asked[]
}

/** Those that are learned from, and those that are only measured on. */
export const FOLDERS = { learned: 'bench/questions', heldOut: 'bench/held-out' } as const

/** In the order of their names. */
export async function readOwn(which: keyof typeof FOLDERS): Promise<OwnDocument[]> {
  const names = readdirSync(FOLDERS[which]).sort()
  return Promise.all(
    names.map(async (document) => {
      const folder = join(FOLDERS[which], document)
      const { passages } = await readVolume({ folder, file: 'document.txt' })
      const asked = JSON.parse(readFileSync(join(folder, 'questions.json'), 'utf8')) as Asked[]
      const own = passages.map((one) => ({ ...one, file: document, key: `${document}/${one.key}` }))
      return { document, passages: own, asked }
    }),
  )
}

/** A library of these documents. */
export function libraryOf(documents: readonly OwnDocument[]): Index {
  return createIndex(documents.flatMap(({ passages }) => passages).map((passage, id) => ({ ...passage, id })))
}
