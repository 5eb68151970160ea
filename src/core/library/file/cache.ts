import { createHash } from 'node:crypto'
import { readdir, readFile, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Volume } from '../document.ts'
import type { Entry } from './scan.ts'
import type { Job } from './volume.ts'

export interface CacheOptions {
  /** Where what was read is kept. */
  path: string
  folder: string
  /** Of the program: what another one read is read again. */
  stamp: string
}

export type Cache = Awaited<ReturnType<typeof openCache>>

/** What was read of files that take long to read, for the next start. Whatever is wrong with it, the file itself is read. */
export async function openCache({ path, folder, stamp }: CacheOptions) {
  const shelf = join(path, hash(await realpath(folder).catch(() => folder)))
  const placeOf = ({ file, source }: Job, { size, mtimeMs }: Entry): { path: string; name: string } => ({
    path: join(shelf, `${hash(file)}.json`),
    name: JSON.stringify([stamp, file, size, mtimeMs, source ?? {}]),
  })
  return {
    placeOf,
    async get(job: Job, entry: Entry): Promise<Volume | null> {
      const { path: at, name } = placeOf(job, entry)
      const kept = await readFile(at, 'utf8').catch(() => '')
      if (!kept.startsWith(`${name}\n`)) return null
      try {
        return JSON.parse(kept.slice(name.length)) as Volume
      } catch {
        return null
      }
    },
    /** Removes what is of no file of the library any more. */
    async prune(files: readonly string[]): Promise<void> {
      const kept = new Set(files.map((file) => `${hash(file)}.json`))
      const found = await readdir(shelf).catch(() => [])
      await Promise.all(
        found.filter((name) => !kept.has(name)).map((name) => rm(join(shelf, name), { force: true })),
      )
    },
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
