import { type Assistant, createAssistant } from '../core/assistant.ts'
import { loadFolder } from '../core/library/load.ts'
import { toPassages } from '../core/library/passages.ts'
import { createIndex } from '../core/retrieval/index.ts'
import { languagesOf } from '../core/retrieval/language.ts'

export interface OpenOptions {
  dataDir: string
  locale: string
  welcome?: string
  /** Told of each file that was left out, a line each. */
  warn: (line: string) => void
}

/** An assistant that has read the folder. */
export async function openAssistant({ dataDir, warn, ...rest }: OpenOptions): Promise<Assistant> {
  const { documents, problems } = await loadFolder(dataDir)
  for (const { file, reason } of problems) warn(`Left out ${file}: ${reason}.`)
  const languages = await languagesOf(documents)
  return createAssistant({ index: createIndex(toPassages(documents), languages), ...rest })
}
