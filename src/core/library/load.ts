import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { OperatorError } from '../errors.ts'
import type { Document, Problem } from './document.ts'
import { decode } from './read/decode.ts'
import { readText } from './read/text.ts'

/** Files over this many bytes are left out. */
export const LARGEST_FILE = 64 * 1024 * 1024

export interface Loaded {
  documents: Document[]
  problems: Problem[]
}

/**
 * Reads every `.txt` and `.md` below `folder`, in the order of their paths. A file that cannot be read is a problem and
 * the rest still loads. Throws an OperatorError when the folder is missing or holds no document that can be read.
 */
export async function loadFolder(folder: string): Promise<Loaded> {
  const documents: Document[] = []
  const problems: Problem[] = []
  for (const file of await listFiles(folder, problems)) {
    try {
      const document = await readDocument(folder, file)
      if (document.paragraphs.length === 0)
        problems.push({ file, reason: 'it has no text under its headings' })
      else documents.push(document)
    } catch (error) {
      problems.push({ file, reason: reasonOf(error) })
    }
  }
  const named = problems.map(({ file, reason }) => ({ file: file.replace(/\p{Cc}/gu, '\uFFFD'), reason }))
  if (documents.length === 0) throw noDocument(folder, named)
  return { documents, problems: named }
}

async function listFiles(folder: string, problems: Problem[]): Promise<string[]> {
  const root = await realpath(folder).catch((cause: unknown) => {
    throw new OperatorError(
      `The folder ${folder} cannot be opened: name an existing one (--data, DATA_DIR).`,
      { cause },
    )
  })
  await readdir(root).catch((cause: unknown) => {
    throw new OperatorError(`The folder ${folder} cannot be listed: ${reasonOf(cause)}.`, { cause })
  })
  const files = await walk(root, '', problems)
  return files.sort((a, b) => (a < b ? -1 : 1))
}

async function walk(root: string, below: string, problems: Problem[]): Promise<string[]> {
  const entries = await readdir(join(root, below), { withFileTypes: true }).catch((error: unknown) => {
    problems.push({ file: below, reason: reasonOf(error) })
    return []
  })
  const files: string[] = []
  for (const entry of entries) {
    const file = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory()) files.push(...(await walk(root, file, problems)))
    else if (!/\.(?:txt|md)$/i.test(entry.name)) continue
    else if (entry.isSymbolicLink() && !(await leadsInside(root, join(root, file)))) {
      problems.push({ file, reason: 'it is a link that leads out of the folder, or nowhere' })
    } else files.push(file)
  }
  return files
}

async function leadsInside(root: string, path: string): Promise<boolean> {
  const target = await realpath(path).catch(() => '')
  return target.startsWith(root + sep)
}

async function readDocument(folder: string, file: string): Promise<Document> {
  const path = join(folder, file)
  const found = await stat(path)
  if (!found.isFile()) throw new Error('it is no ordinary file')
  if (found.size > LARGEST_FILE) throw new Error(`it is larger than ${LARGEST_FILE / 1024 / 1024} MB`)
  const text = decode(await readFile(path))
  if (extname(file).toLowerCase() === '.txt') return readText(file, text)
  const { readMarkdown } = await import('./read/markdown.ts')
  return readMarkdown(file, text)
}

const REASONS: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'it is gone',
  EISDIR: 'it is a folder',
  ENOTDIR: 'it is not a folder',
  EIO: 'the disk failed to read it',
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'it cannot be read'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return REASONS[code] ?? (code === '' ? error.message : `it cannot be read (${code})`)
}

function noDocument(folder: string, problems: readonly Problem[]): OperatorError {
  const why = problems.map(({ file, reason }) => `\n  ${file}: ${reason}`).join('')
  return new OperatorError(`No document could be read in ${folder}: put .txt or .md files there.${why}`)
}
