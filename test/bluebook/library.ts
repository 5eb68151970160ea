import { readFileSync } from 'node:fs'
import { loadFolder } from '../../src/core/library/load.ts'
import { toPassages } from '../../src/core/library/passages.ts'
import { createIndex, type Index } from '../../src/core/retrieval/index.ts'

/** The index of the documents that ship. */
export async function bluebookIndex(): Promise<Index> {
  const { documents } = await loadFolder('data')
  return createIndex(toPassages(documents))
}

/** Questions with the beginning of the sentence that answers them, and questions the document does not answer. */
export const direct = JSON.parse(readFileSync('test/bluebook/direct.json', 'utf8')) as {
  answered: [question: string, begins: string][]
  unanswered: string[]
}
