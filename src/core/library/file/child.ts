/** The other side of `createReaders`: reads files that may be built to do harm, in a process that may die over them. */

import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Unnumbered, Volume } from '../document.ts'
import { reasonOf } from './reason.ts'
import { type Job, readVolume } from './volume.ts'

/** A job with where to keep what was read, and what to write before it. */
export interface Errand extends Job {
  keep?: { path: string; name: string }
}

/** What is sent back: passages in pieces, so that the other side never takes long over one; then the end. */
export type Answer =
  | { is: 'passages'; passages: Unnumbered[] }
  | { is: 'read'; about: Omit<Volume, 'passages'> }
  | { is: 'refused'; reason: string }

const PIECE = 200
/** Memory that no limit of the engine covers: what libraries unpack into. */
const MOST_MEMORY = 1_024 * 1024 * 1024
/** On a thread of its own, since the reader may not come to rest. */
const WATCHDOG = `setInterval(() => {
  if (process.memoryUsage.rss() > ${MOST_MEMORY}) process.kill(process.pid, 'SIGKILL')
}, 100)`

/** Takes jobs from the process that forked this one until it is gone. */
export function serveReader(): void {
  new Worker(WATCHDOG, { eval: true })
  process.on('disconnect', () => process.exit(0))
  process.on('message', (errand: Errand) => void answer(errand))
}

async function answer(errand: Errand): Promise<void> {
  try {
    const volume = await readVolume(errand)
    await keep(errand, volume)
    const { passages, ...about } = volume
    for (let at = 0; at < passages.length; at += PIECE)
      await send({ is: 'passages', passages: passages.slice(at, at + PIECE) })
    await send({ is: 'read', about })
  } catch (error) {
    await send({ is: 'refused', reason: reasonOf(error) })
  }
}

function send(message: Answer): Promise<void> {
  return new Promise((resolve) => process.send?.(message, undefined, {}, () => resolve()))
}

/** Whole or not at all. Where it cannot be kept, it is read again the next time. */
async function keep({ keep: where }: Errand, volume: Volume): Promise<void> {
  if (!where) return
  try {
    await mkdir(dirname(where.path), { recursive: true })
    const part = `${where.path}.${process.pid}`
    await writeFile(part, `${where.name}\n${JSON.stringify(volume)}`)
    await rename(part, where.path)
  } catch {
    // A folder that cannot be written costs time, and nothing else.
  }
}
