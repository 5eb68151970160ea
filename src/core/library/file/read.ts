import { readFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import type { Volume } from '../document.ts'
import { type Cache, openCache } from './cache.ts'
import { isQuick } from './formats.ts'
import type { Readers, ReadersOptions } from './readers.ts'
import type { Entry } from './scan.ts'
import { type Job, readVolume } from './volume.ts'

export interface FileReaderOptions {
  folder: string
  /** See `createReaders`. */
  program: ReadersOptions['program']
  /** Where what took long to read is kept. */
  cachePath: string
}

export interface FileReader {
  /** Rejects with the reason why the file cannot be read. */
  read: (job: Job, entry: Entry) => Promise<Volume>
  /** Forgets what was kept of other files. */
  prune: (files: readonly string[]) => Promise<void>
  close: () => Promise<void>
}

/** Reads what is small and plain here; everything else in another process, or not at all where it was read before. */
export function createFileReader({ folder, program, cachePath }: FileReaderOptions): FileReader {
  let opened: Promise<{ readers: Readers; cache: Cache }> | undefined
  const open = async (): Promise<{ readers: Readers; cache: Cache }> => {
    const { createReaders } = await import('./readers.ts')
    const stamp = createHash('sha256')
      .update(await readFile(program[0]))
      .digest('hex')
    const cache = await openCache({ path: cachePath, folder, stamp })
    return { readers: createReaders({ program }), cache }
  }
  return {
    async read(job: Job, entry: Entry): Promise<Volume> {
      if (isQuick(entry)) return readVolume(job)
      const { readers, cache } = await (opened ??= open())
      return (await cache.get(job, entry)) ?? readers.read({ ...job, keep: cache.placeOf(job, entry) })
    },
    async prune(files: readonly string[]): Promise<void> {
      await (await opened)?.cache.prune(files)
    },
    async close(): Promise<void> {
      ;(await opened)?.readers.close()
    },
  }
}
