import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Problem } from './document.ts'
import { reasonOf } from './file/reason.ts'

/** What is said of a file that cannot say it itself. */
export interface Source {
  title?: string
  url?: string
  language?: string
  date?: string
}

export interface Sources {
  byFile: ReadonlyMap<string, Source>
  /** One for each fault; the rest holds. */
  problems: Problem[]
}

/** Beside the documents, at the top of their folder. */
export const SOURCES_FILE = 'sources.yml'

/** What `sources.yml` says; nothing where there is none. */
export async function readSources(folder: string): Promise<Sources> {
  let text: string
  try {
    text = await readFile(join(folder, SOURCES_FILE), 'utf8')
  } catch (error) {
    const none = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return { byFile: new Map(), problems: none ? [] : [{ file: SOURCES_FILE, reason: reasonOf(error) }] }
  }
  const { checkSources } = await import('./sources-schema.ts')
  const { byFile, faults } = checkSources(text)
  return { byFile, problems: faults.map((reason) => ({ file: SOURCES_FILE, reason })) }
}
