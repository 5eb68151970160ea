import { readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { OperatorError } from '../../errors.ts'
import type { Problem } from '../document.ts'
import { isReadable } from './formats.ts'
import { reasonOf } from './reason.ts'

/** Files over this many bytes are left out. */
export const LARGEST_FILE = 64 * 1024 * 1024

/** A file that may be a document, and what tells whether it changed. */
export interface Entry {
  /** Path below the folder, with `/`. */
  file: string
  size: number
  mtimeMs: number
  /** Changes with the permissions too. */
  ctimeMs: number
}

export interface Scanned {
  /** In the order of their paths. */
  entries: Entry[]
  problems: Problem[]
}

/**
 * The files below `folder` in a format that can be read, without opening any. Hidden ones are passed over; what cannot
 * be one of the library's is a problem. Throws an OperatorError when the folder is missing.
 */
export async function scan(folder: string): Promise<Scanned> {
  const root = await realpath(folder).catch((cause: unknown) => {
    throw new OperatorError(
      `The folder ${folder} cannot be opened: name an existing one (--data, DATA_DIR).`,
      { cause },
    )
  })
  await readdir(root).catch((cause: unknown) => {
    throw new OperatorError(`The folder ${folder} cannot be listed: ${reasonOf(cause)}.`, { cause })
  })
  const found: Scanned = { entries: [], problems: [] }
  await walk(root, '', found)
  found.entries.sort((a, b) => (a.file < b.file ? -1 : 1))
  found.problems.sort((a, b) => (a.file < b.file ? -1 : 1))
  return found
}

async function walk(root: string, below: string, found: Scanned): Promise<void> {
  const names = await readdir(join(root, below), { withFileTypes: true }).catch((error: unknown) => {
    found.problems.push({ file: below, reason: reasonOf(error) })
    return []
  })
  await Promise.all(
    names.map(async (name) => {
      const file = below === '' ? name.name : `${below}/${name.name}`
      if (name.name.startsWith('.')) return
      if (name.isDirectory()) return walk(root, file, found)
      if (!name.isSymbolicLink() && !isReadable(file)) return
      try {
        const entry = await look(root, file, name.isSymbolicLink())
        if (entry) found.entries.push(entry)
      } catch (error) {
        found.problems.push({ file, reason: reasonOf(error) })
      }
    }),
  )
}

/** Null for a link that is no document, or leads to a folder that is read where it stands. */
async function look(root: string, file: string, linked: boolean): Promise<Entry | null> {
  const path = join(root, file)
  const found = await stat(path).catch((error: unknown) => {
    if (linked) return null
    throw file.includes('\uFFFD') ? new Error('its name is not written in UTF-8: rename it') : error
  })
  if (linked && !isReadable(file) && !found?.isDirectory()) return null
  if (linked && !(await realpath(path).catch(() => '')).startsWith(root + sep))
    throw new Error('it is a link that leads out of the folder, or nowhere')
  if (!found || (linked && found.isDirectory())) return null
  if (!found.isFile()) throw new Error('it is no ordinary file')
  if (found.size > LARGEST_FILE) throw new Error(`it is larger than ${LARGEST_FILE / 1024 / 1024} MB`)
  return { file, size: found.size, mtimeMs: found.mtimeMs, ctimeMs: found.ctimeMs }
}
