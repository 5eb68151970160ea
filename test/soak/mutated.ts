import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readers } from '../../src/core/library/file/readers.ts'
import { type Format, FORMATS, makeFile } from '../office-files.ts'

export interface MutatedOptions {
  folder: string
  files: number
  readers: Readers
  random: () => number
}

export interface MutatedFigures {
  files: number
  read: number
  refused: number
  /** How often each reason was given. */
  reasons: Record<string, number>
  /** Refusals without a reason that an operator can read. */
  unnamed: string[]
  longestMs: number
}

const AT_ONCE = 4
const LONGEST_REASON = 120

/** Reads files that were damaged at random: none may end the program, or take longer than the limit. */
export async function readMutated({
  folder,
  files,
  readers,
  random,
}: MutatedOptions): Promise<MutatedFigures> {
  const whole = new Map<Format, Buffer>()
  for (const format of FORMATS) whole.set(format, await makeFile(format, 7))
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const figures: MutatedFigures = { files, read: 0, refused: 0, reasons: {}, unnamed: [], longestMs: 0 }
  let made = 0
  const work = async (): Promise<void> => {
    while (made < files) {
      made += 1
      const file = `${made}.${pick(FORMATS)}`
      // Mostly under its own name, sometimes under another's.
      const format = random() < 0.8 ? (file.split('.')[1] as Format) : pick(FORMATS)
      await writeFile(join(folder, file), mutate(whole.get(format) ?? Buffer.alloc(0), random))
      const start = performance.now()
      const reason = await readers.read({ folder, file }).then(
        () => null,
        (error: unknown) => String(error instanceof Error ? error.message : error),
      )
      figures.longestMs = Math.max(figures.longestMs, performance.now() - start)
      if (reason === null) figures.read += 1
      else {
        figures.refused += 1
        figures.reasons[reason] = (figures.reasons[reason] ?? 0) + 1
        if (!/^(?:it|reading it) /.test(reason) || reason.length > LONGEST_REASON)
          figures.unnamed.push(`${file}: ${reason}`)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return figures
}

function mutate(whole: Buffer, random: () => number): Buffer {
  const bytes = Buffer.from(whole)
  const at = (): number => Math.floor(random() * bytes.length)
  const way = random()
  if (way < 0.5) {
    const flips = 1 + Math.floor(random() * 40)
    for (let i = 0; i < flips; i += 1) {
      const place = at()
      bytes[place] = (bytes[place] ?? 0) ^ (1 << Math.floor(random() * 8))
    }
    return bytes
  }
  if (way < 0.75) return bytes.subarray(0, at())
  if (way < 0.9) {
    const from = at()
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(Math.max(0, from - at()))])
  }
  return Buffer.from(Array.from({ length: Math.floor(random() * 5_000) }, () => Math.floor(random() * 256)))
}
