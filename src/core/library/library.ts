import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { OperatorError } from '../errors.ts'
import type { Problem, Volume } from './document.ts'
import { isQuick } from './file/formats.ts'
import { reasonOf } from './file/reason.ts'
import { type Entry, scan } from './file/scan.ts'
import type { Job } from './file/volume.ts'
import { createNumbering, type Renumbered } from './renumber.ts'
import { readSources, type Sources, SOURCES_FILE } from './sources.ts'

/** What is known of the folder. */
export interface Holdings {
  /** In the order of their paths. */
  volumes: readonly Volume[]
  problems: readonly Problem[]
}

/** What a look at the folder gave. `unsettled`: something is being written; `held`: so much is gone that it may be a mishap. */
export type Look =
  | { is: 'same' | 'unsettled' }
  | { is: 'held'; lost: number; of: number; now: Holdings }
  | ({ is: 'new'; before: Holdings; now: Holdings } & Renumbered)

export interface LibraryOptions {
  folder: string
  /** Reads a file; rejects with the reason why it cannot be read. Its own limits hold back how many are read at once. */
  read: (job: Job, entry: Entry) => Promise<Volume>
  onProgress?: (done: number, of: number) => void
}

export type Library = ReturnType<typeof createLibrary>

export interface LookOptions {
  /** Milliseconds since the epoch, as the file system's clock: what was written just before is left for the next look. */
  settledAt?: number
  /** Wait until all is settled; otherwise take what is, and leave the rest as it was. */
  patient?: boolean
  /** Even if more than half of the documents are gone. */
  accept?: boolean
}

/** Reads what changed in a folder each time it is looked at. One look at a time. */
export function createLibrary({ folder, read, onProgress }: LibraryOptions) {
  /** By file: what was made of it, and the mark of the bytes it was made from. */
  const readings = new Map<string, Reading>()
  const renumber = createNumbering()
  let shown: Holdings = { volumes: [], problems: [] }
  const unsettledIn = createSettling()

  /** False where a file changed meanwhile, or cannot be read and may be half there: it is then as it was read before. */
  const readAll = async (entries: readonly Entry[], sources: Sources, settledAt: number) => {
    const changed = entries.filter((entry) => readings.get(entry.file)?.mark !== markOf(entry, sources))
    let done = 0
    let steady = true
    const readOne = async (entry: Entry): Promise<void> => {
      const { file } = entry
      const source = sources.byFile.get(file)
      const reading = await outcomeOf(read({ folder, file, ...(source && { source }) }, entry))
      const isHalf = reading.reason && readings.get(file)?.volume && entry.mtimeMs > settledAt - HALF_MS
      if (isHalf || (await hasChanged(folder, entry))) steady = false
      else readings.set(file, { mark: markOf(entry, sources), ...reading })
      onProgress?.((done += 1), changed.length)
    }
    // One by one, so that nothing else waits long; what is read elsewhere goes on beside it.
    const slow = changed.filter((entry) => !isQuick(entry)).map(readOne)
    for (const entry of changed.filter(isQuick)) await readOne(entry)
    await Promise.all(slow)
    return steady
  }
  const collect = (names: readonly string[], problems: readonly Problem[], sources: Sources): Holdings => {
    const files = new Set(names)
    for (const file of readings.keys()) if (!files.has(file)) readings.delete(file)
    const found = names.map((file) => ({ file, ...readings.get(file) }))
    const unread = found.flatMap(({ file, reason }) => (reason === undefined ? [] : [{ file, reason }]))
    return {
      volumes: found.flatMap(({ volume }) => (volume ? [volume] : [])),
      problems: [...problems, ...unread, ...faultsOf(sources, files)].map(printable),
    }
  }
  return {
    shown: (): Holdings => shown,
    /** Rejects with an OperatorError where the folder is missing. */
    async look({ settledAt = Infinity, patient = true, accept = false }: LookOptions = {}): Promise<Look> {
      const [scanned, sources] = await Promise.all([scan(folder), readSources(folder)])
      const unsettled = unsettledIn(shown, scanned.entries, settledAt)
      if (unsettled.size > 0 && patient) return { is: 'unsettled' }
      const settled = scanned.entries.filter(({ file }) => !unsettled.has(file))
      if (!(await readAll(settled, sources, settledAt)) && patient) return { is: 'unsettled' }
      // What is not settled stays as it was read before.
      const kept = [...unsettled].filter((file) => readings.has(file))
      const now = collect(inOrder(settled, kept), scanned.problems, sources)
      const before = shown
      if (isSame(before, now)) return { is: 'same' }
      const [lost, of] = [lostIn(before, now), before.volumes.length]
      if (!accept && lost > of / 2) return { is: 'held', lost, of, now }
      shown = now
      return { is: 'new', before, now, ...renumber(now.volumes) }
    },
  }
}

/** Tells the files that are being written or replaced: one may be half there, or gone for a moment. */
function createSettling() {
  let missing = new Set<string>()
  return ({ volumes }: Holdings, entries: readonly Entry[], settledAt: number): Set<string> => {
    const files = new Set(entries.map(({ file }) => file))
    const gone = volumes.filter(({ file }) => !files.has(file)).map(({ file }) => file)
    const justGone = gone.filter((file) => !missing.has(file))
    missing = new Set(gone)
    if (settledAt === Infinity) return new Set()
    const fresh = entries.filter(({ mtimeMs }) => mtimeMs > settledAt && mtimeMs <= settledAt + FUTURE_MS)
    return new Set([...justGone, ...fresh.map(({ file }) => file)])
  }
}

async function outcomeOf(read: Promise<Volume>): Promise<Omit<Reading, 'mark'>> {
  try {
    return { volume: await read }
  } catch (error) {
    return { reason: reasonOf(error) }
  }
}

interface Reading {
  mark: string
  volume?: Volume
  reason?: string
}

/** What was readable and is no longer is left as it was for so long after it was written: the rest may come. */
const HALF_MS = 3_000
/** Clocks of file servers may be ahead; what is further ahead than this is not being written now. */
const FUTURE_MS = 5_000

/** Since it was seen: then what was read of it may be half of it. */
async function hasChanged(folder: string, { file, size, mtimeMs }: Entry): Promise<boolean> {
  const now = await stat(join(folder, file)).catch(() => null)
  return now?.size !== size || now.mtimeMs !== mtimeMs
}

function inOrder(entries: readonly Entry[], others: readonly string[]): string[] {
  return [...entries.map(({ file }) => file), ...others].sort((a, b) => (a < b ? -1 : 1))
}

function markOf({ file, size, mtimeMs, ctimeMs }: Entry, { byFile }: Sources): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${JSON.stringify(byFile.get(file) ?? {})}`
}

function faultsOf({ byFile, problems }: Sources, files: ReadonlySet<string>): Problem[] {
  const unknown = [...byFile.keys()].filter((file) => !files.has(file))
  return [...problems, ...unknown.map((file) => ({ file: SOURCES_FILE, reason: `there is no file ${file}` }))]
}

/** The same documents in the same revisions, with the same problems. */
export function isSame(one: Holdings, other: Holdings): boolean {
  return (
    alike(one.volumes, other.volumes, (a, b) => a.file === b.file && a.revision === b.revision) &&
    alike(one.problems, other.problems, (a, b) => a.file === b.file && a.reason === b.reason)
  )
}

function alike<Item>(
  one: readonly Item[],
  other: readonly Item[],
  same: (a: Item, b: Item) => boolean,
): boolean {
  return (
    one.length === other.length &&
    one.every((item, i) => {
      const counterpart = other[i]
      return counterpart !== undefined && same(item, counterpart)
    })
  )
}

/** A file that has another name now is not lost. */
function lostIn(before: Holdings, now: Holdings): number {
  const known = new Set(now.volumes.flatMap(({ file, revision }) => [file, revision]))
  return before.volumes.filter(({ file, revision }) => !known.has(file) && !known.has(revision)).length
}

function printable({ file, reason }: Problem): Problem {
  return { file: file.replace(/\p{Cc}/gu, '\uFFFD'), reason }
}

/** Throws where there is nothing to answer from. */
export function requireDocuments(folder: string, { volumes, problems }: Holdings): void {
  if (volumes.length > 0) return
  const why = problems.map(({ file, reason }) => `\n  ${file}: ${reason}`).join('')
  throw new OperatorError(
    `No document could be read in ${folder}: put documents there (.txt, .md, .html, .pdf, .docx).${why}`,
  )
}
