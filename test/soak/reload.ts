import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate as turn } from 'node:timers/promises'
import { keepFresh } from '../../src/core/fresh.ts'
import { readVolume } from '../../src/core/library/file/volume.ts'
import { watchFolder } from '../../src/core/library/file/watch.ts'
import { createLibrary } from '../../src/core/library/library.ts'
import { createIndex, type Index } from '../../src/core/retrieval/index.ts'
import { retrieve } from '../../src/core/retrieval/retrieve.ts'

export interface ReloadOptions {
  /** Empty. */
  folder: string
  documents: number
  edits: number
  questions: number
  random: () => number
}

export interface ReloadFigures {
  questions: number
  edits: number
  /** Times the library became another while questions were asked. */
  revisions: number
  unanswered: number
  /** Answers that mix revisions of a document, or go back to an older one. */
  torn: number
  /** Files left out, and the like: none should be. */
  warnings: number
  /** Passages in the end that a fresh start would not have, or the other way round. */
  stale: number
  /** Of the event loop, in milliseconds. */
  delayP99: number
}

const PARTS = 5
const PACE = { rescan: 500, quiet: 20, settle: 120, patience: 600 }
/** Every part of a document says which revision it is of. */
const written = (i: number, revision: number): string =>
  [
    `# Register ${i}`,
    ...Array.from(
      { length: PARTS },
      (_, k) => `## Part ${k}\n\nThe token of register ${i} part ${k} is r${revision}e.`,
    ),
  ].join('\n\n')

/** Edits files at random while questions are asked, and looks whether each answer is of one revision. */
export async function reload({
  folder,
  documents,
  edits,
  questions,
  random,
}: ReloadOptions): Promise<ReloadFigures> {
  const nameOf = (i: number): string => join(folder, `register-${i}.md`)
  const latest = Array.from({ length: documents }, () => 0)
  for (const i of latest.keys()) await writeFile(nameOf(i), written(i, 0))
  const edit = async (): Promise<void> => {
    const i = Math.floor(random() * documents)
    const text = written(i, (latest[i] = (latest[i] ?? 0) + 1))
    const way = random()
    if (way < 0.4) return writeFile(nameOf(i), text)
    if (way < 0.6) {
      await writeFile(nameOf(i), text.slice(0, text.length / 2))
      await turn()
      return writeFile(nameOf(i), text)
    }
    if (way < 0.8) await rm(nameOf(i), { force: true })
    await writeFile(join(folder, '.part'), text)
    await rename(join(folder, '.part'), nameOf(i))
  }

  const library = createLibrary({ folder, read: readVolume })
  const index = createIndex([])
  const stop = new AbortController()
  const figures = {
    questions,
    edits,
    revisions: 0,
    unanswered: 0,
    torn: 0,
    warnings: 0,
    stale: 0,
    delayP99: 0,
  }
  const warn = (line: string): void => {
    figures.warnings += 1
    process.stderr.write(`${line}\n`)
  }
  let current = (): void => {}
  const running = keepFresh({
    library,
    index,
    ledger: { keepDocuments: async () => current(), acceptedLibrary: async () => false },
    watch: (changed) => watchFolder(folder, changed, ({ message }) => warn(message)),
    say: () => (figures.revisions += 1),
    warn,
    now: Date.now,
    pace: PACE,
    signal: stop.signal,
  })
  const untilLooked = (): Promise<void> => new Promise((resolve) => (current = resolve))
  await untilLooked()
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const seen = new Map<number, number>()
  let edited = 0
  for (let asked = 0; asked < questions; asked += 1) {
    if (edited < (edits * asked) / questions) {
      edited += 1
      await edit()
    }
    const i = Math.floor(random() * documents)
    const revisions = ask(index, i, Math.floor(random() * PARTS))
    const [revision = -1, ...others] = revisions
    if (revisions.size === 0) figures.unanswered += 1
    if (others.length > 0 || revision < (seen.get(i) ?? 0)) figures.torn += 1
    seen.set(i, Math.max(revision, seen.get(i) ?? 0))
    await turn()
  }
  delay.disable()
  figures.delayP99 = delay.percentile(99) / 1e6
  figures.stale = await staleIn(folder, index, untilLooked)
  stop.abort()
  await running
  return figures
}

/** The revisions that the passages found of a document are of. */
function ask(index: Index, register: number, part: number): Set<number> {
  const { passages } = retrieve(index, `What is the token of register ${register} part ${part}?`)
  const own = passages.filter(({ passage }) => passage.file === `register-${register}.md`)
  return new Set(own.map(({ passage }) => Number(/ is r(\d+)e\.$/.exec(passage.text)?.[1] ?? Number.NaN)))
}

/** Once the folder is at rest, the index holds what a fresh start would. */
async function staleIn(folder: string, index: Index, untilLooked: () => Promise<void>): Promise<number> {
  const fresh = createLibrary({ folder, read: readVolume })
  await fresh.look()
  const wanted = new Set(fresh.shown().volumes.flatMap(({ passages }) => passages.map(({ key }) => key)))
  const differing = (): number => {
    const held = new Set(index.passages.map(({ key }) => key))
    return (
      [...wanted].filter((key) => !held.has(key)).length + [...held].filter((key) => !wanted.has(key)).length
    )
  }
  for (let looks = 0; looks < 5 && differing() > 0; looks += 1) await untilLooked()
  return differing()
}
