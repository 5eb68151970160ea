import { setTimeout as sleep } from 'node:timers/promises'
import type { Instant } from './contract.ts'
import type { Ledger } from './ledger.ts'
import { type Holdings, isSame, type Library, type Look } from './library/library.ts'
import type { Watch } from './library/file/watch.ts'
import type { Index } from './retrieval/index.ts'
import { shelve } from './shelve.ts'
import * as wording from './wording.ts'

export interface FreshOptions {
  library: Library
  index: Index
  ledger: Pick<Ledger, 'keepDocuments' | 'acceptedLibrary'>
  /** Calls back when something in the folder may have changed. */
  watch: (changed: () => void) => Promise<Watch>
  /** Told what the operator may want to know, and what they should, a line each. */
  say: (line: string) => void
  warn: (line: string) => void
  /** The clock that files are dated by. */
  now: () => Instant
  pace?: Partial<Pace>
  /** Kept up to date. */
  freshness?: Freshness
  signal: AbortSignal
}

/** What became of the library since the start. */
export interface Freshness {
  /** When it last became another; null for never. */
  changed: Instant | null
  /** It stays as it was, since more than half of it is gone. */
  held: boolean
}

/** In milliseconds. */
export interface Pace {
  /** Between looks where nobody told of a change. */
  rescan: number
  /** The same while the library is held. */
  heldRescan: number
  /** Between a change and the look at it, and between looks while something is being written. */
  quiet: number
  /** A file that was written so shortly before may not be whole. */
  settle: number
  /** Something is always being written: after so long what is settled is taken, and the rest later. */
  patience: number
  /** What is not accepted by then, and has not changed, is. */
  hold: number
}

const PACE: Pace = {
  rescan: 60_000,
  heldRescan: 2_000,
  quiet: 100,
  settle: 250,
  patience: 1_000,
  hold: 600_000,
}

/**
 * Until told to stop: what changes in the folder is in the answers shortly after, whole. Where more than half of the
 * documents are gone, the answers stay as they were until that is accepted, or was so for a while.
 */
export async function keepFresh({ pace, signal, watch, now, ...options }: FreshOptions): Promise<void> {
  const { rescan, heldRescan, quiet, settle, patience, hold } = { ...PACE, ...pace }
  const { library, index, ledger, say, warn, freshness = { changed: null, held: false } } = options
  let wake = (): void => {}
  let dirty = true
  let held: { since: Instant; now: Holdings } | null = null
  let said = ''
  const warnOnce = (line: string): void => {
    if (line !== said) warn(line)
    said = line
  }
  const lookNow = async (): Promise<Look> => {
    const since = now()
    for (;;) {
      await pause(quiet, signal)
      const accept = held !== null && (now() - held.since >= hold || (await ledger.acceptedLibrary(hold)))
      const patient = now() - since <= patience
      const look = await library.look({ settledAt: now() - settle, patient, accept })
      if (!patient) dirty = true
      if (look.is !== 'unsettled' || signal.aborted) return look
    }
  }
  const take = async (look: Look): Promise<void> => {
    freshness.held = look.is === 'held'
    if (look.is === 'held') {
      if (!held || !isSame(held.now, look.now)) held = { since: now(), now: look.now }
      return warnOnce(wording.libraryHeld(look.lost, look.of))
    }
    held = null
    said = ''
    if (look.is !== 'new') return
    await shelve(index, look)
    freshness.changed = now()
    say(wording.libraryIs(look.now.volumes.length, look.passages.length))
    const known = new Set(look.before.problems.map(({ file, reason }) => `${file} ${reason}`))
    for (const { file, reason } of look.now.problems)
      if (!known.has(`${file} ${reason}`)) warn(wording.leftOut(file, reason))
  }
  const watcher = await watch(() => {
    dirty = true
    wake()
  })
  while (!signal.aborted) {
    dirty = false
    try {
      await take(await lookNow())
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      warnOnce(`${reason} ${wording.STILL_ANSWERING}`)
    }
    await ledger.keepDocuments(library.shown().volumes)
    const woken = new AbortController()
    wake = () => woken.abort()
    if (!dirty) await pause(held ? heldRescan : rescan, AbortSignal.any([signal, woken.signal]))
  }
  await watcher.close()
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined)
}
