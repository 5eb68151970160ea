import { randomUUID } from 'node:crypto'
import type { Config } from '../config.ts'
import { adviceFor } from '../core/library/advice.ts'
import type { Problem, Volume } from '../core/library/document.ts'
import { openStore } from '../core/store/open.ts'
import { amount } from '../core/wording.ts'
import { type LibraryOptions, readLibrary } from './open.ts'

export interface ListOptions {
  json: boolean
}

const SHOWN_OF_REVISION = 8

/** What is in the folder, what is wrong with it, and what would make it better; as text, or as one JSON object. */
export async function library(options: Omit<LibraryOptions, 'warn'>, { json }: ListOptions): Promise<string> {
  const opened = await readLibrary(options)
  await opened.close()
  const { volumes, problems } = opened.library.shown()
  if (json) return `${JSON.stringify({ documents: volumes.map(toObject), problems })}\n`
  return `${[...linesOf(options.dataDir, volumes), ...problemLines(problems)].join('\n')}\n`
}

/** Lets whoever runs take a library that has lost more than half of its documents. */
export async function accept({ store: place }: Pick<Config, 'store'>): Promise<void> {
  const store = await openStore({ place, owner: randomUUID(), leaseMs: 0 })
  try {
    await store.prepare()
    await store.documents.accept('library')
  } finally {
    await store.close()
  }
}

function toObject(volume: Volume): object {
  const { file, title, language, revision, url = null, date = null, passages } = volume
  return { file, title, language, revision, url, date, passages: passages.length, advice: adviceFor(volume) }
}

function* linesOf(folder: string, volumes: readonly Volume[]): Generator<string> {
  const all = volumes.reduce((sum, { passages }) => sum + passages.length, 0)
  yield `${folder}: ${amount(volumes.length, 'document')}, ${amount(all, 'passage')}`
  const width = Math.max(0, ...volumes.map(({ file }) => file.length))
  for (const volume of volumes) {
    const { file, title, language, revision, passages } = volume
    const facts = [title, amount(passages.length, 'passage'), language, revision.slice(0, SHOWN_OF_REVISION)]
    yield `  ${printable(file).padEnd(width)}  ${printable(facts.join(' · '))}`
    for (const line of adviceFor(volume)) yield `  ${' '.repeat(width)}  → ${printable(line)}`
  }
}

function* problemLines(problems: readonly Problem[]): Generator<string> {
  if (problems.length > 0) yield 'Left out or at fault:'
  for (const { file, reason } of problems) yield `  ${printable(file)}: ${printable(reason)}`
}

/** Names and titles are data: what would move the cursor is shown as a sign. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '\uFFFD')
}
