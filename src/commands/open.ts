import { type Assistant, createAssistant } from '../core/assistant.ts'
import { shelve } from '../core/shelve.ts'
import { createFileReader } from '../core/library/file/read.ts'
import { createLibrary, type Library, type Look, requireDocuments } from '../core/library/library.ts'
import { createIndex, type Index } from '../core/retrieval/index.ts'
import * as wording from '../core/wording.ts'

export interface OpenOptions extends LibraryOptions {
  locale: string
  welcome?: string
}

export interface LibraryOptions {
  dataDir: string
  /** Where what took long to read is kept. */
  cacheDir: string
  /** This program, as it reads files in a process of its own: see `createReaders`. */
  program: readonly [path: string, ...args: string[]]
  /** Told of each file that was left out, a line each. */
  warn: (line: string) => void
  /** Told how far the reading is. */
  progress?: (done: number, of: number) => void
}

export interface Opened {
  library: Library
  index: Index
  close: () => Promise<void>
}

/** The folder, read, with what can be asked of it. Throws an OperatorError where it holds nothing to answer from. */
export async function openLibrary(options: LibraryOptions): Promise<Opened> {
  const { library, look, close } = await readLibrary(options)
  const { problems } = library.shown()
  requireDocuments(options.dataDir, library.shown())
  for (const { file, reason } of problems) options.warn(wording.leftOut(file, reason))
  const index = createIndex([])
  if (look.is === 'new') await shelve(index, look)
  return { library, index, close }
}

/** What is written without end is left for later. */
const MOST_LOOKS = 3

/** The folder, read. Throws an OperatorError where it is missing. */
export async function readLibrary(
  options: Omit<LibraryOptions, 'warn'>,
): Promise<Omit<Opened, 'index'> & { look: Look }> {
  const { dataDir: folder, cacheDir: cachePath, program, progress } = options
  const reader = createFileReader({ folder, program, cachePath })
  const library = createLibrary({ folder, read: reader.read, ...(progress && { onProgress: progress }) })
  let look = await library.look()
  for (let again = 0; look.is === 'unsettled' && again < MOST_LOOKS; again += 1) look = await library.look()
  if (look.is === 'unsettled') look = await library.look({ patient: false })
  await reader.prune(library.shown().volumes.map(({ file }) => file))
  return { library, look, close: reader.close }
}

/** An assistant that has read the folder. */
export async function openAssistant({ locale, welcome, ...options }: OpenOptions): Promise<Assistant> {
  const { index, close } = await openLibrary(options)
  await close()
  return createAssistant({ index, locale, ...(welcome !== undefined && { welcome }) })
}
