import { readFileSync } from 'node:fs'
import { openLibrary } from '../../src/commands/open.ts'
import type { Index } from '../../src/core/retrieval/index.ts'
import { PROGRAM } from '../program.ts'
import { temporaryFolder } from '../temporary-folder.ts'

/** The index of the documents that ship. */
export async function bluebookIndex(): Promise<Index> {
  const fail = (line: string): never => {
    throw new Error(line)
  }
  const options = { dataDir: 'data', cacheDir: temporaryFolder(), program: PROGRAM, warn: fail }
  return (await openLibrary(options)).index
}

/** Questions with the beginning of the sentence that answers them, and questions the document does not answer. */
export const direct = JSON.parse(readFileSync('test/bluebook/direct.json', 'utf8')) as {
  answered: [question: string, begins: string][]
  unanswered: string[]
}
