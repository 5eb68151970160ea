import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { languageIn } from '../../retrieval/language.ts'
import type { Volume } from '../document.ts'
import { passagesOf } from '../passages.ts'
import type { Source } from '../sources.ts'
import { readBytes } from './formats.ts'

export interface Job {
  folder: string
  file: string
  /** What `sources.yml` says of the file. */
  source?: Source
}

/** Reads one file. Throws an Error whose message is the reason why it cannot be read. */
export async function readVolume({ folder, file, source }: Job): Promise<Volume> {
  const bytes = await readFile(join(folder, file))
  const document = { ...(await readBytes(file, bytes)), ...source }
  const passages = passagesOf(document)
  if (passages.length === 0) throw new Error('it has no text under its headings')
  const revision = createHash('sha256')
    .update(bytes)
    .update(JSON.stringify(source ?? {}))
    .digest('hex')
  const { paragraphs: _read, ...about } = document
  return { ...about, revision, language: await languageIn(document), passages }
}
