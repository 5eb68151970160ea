import { setTimeout as sleep } from 'node:timers/promises'
import { createConsole } from '../adapters/console/shell.ts'
import type { Look } from '../adapters/console/render.ts'
import { type Assistant, createAssistant } from '../core/assistant.ts'
import type { Desk } from '../core/briefs/desk.ts'
import { createDelivery, type Deliver } from '../core/delivery.ts'
import type { Freshness } from '../core/fresh.ts'
import { createIntake, type Fault } from '../core/intake.ts'
import { createMemoryLedger, type Ledger } from '../core/ledger.ts'
import { createHowItIs } from './how-it-is.ts'
import { openLibrary, type OpenOptions } from './open.ts'
import { stayFresh } from './stay-fresh.ts'

export interface ChatOptions {
  input: NodeJS.ReadableStream
  output: NodeJS.WritableStream
  interactive: boolean
  look: () => Look
  now: () => number
  warn: (line: string) => void
}

/** Talks in the terminal until the input ends; what changes in the folder meanwhile is in the answers. */
export async function chat(open: OpenOptions & { zone: string | null }, options: ChatOptions): Promise<void> {
  const opened = await openLibrary(open)
  const stop = new AbortController()
  const { interactive, warn, now } = options
  const ledger = createMemoryLedger()
  const freshness: Freshness = { changed: null, held: false }
  const status = createHowItIs({ opened, ledger, freshness, started: now() })
  const fresh =
    interactive &&
    stayFresh({ opened, ledger, freshness, folder: open.dataDir, say: () => {}, warn, signal: stop.signal })
  const desk: Desk = async (request) => {
    const { openBriefs } = await import('./briefs.ts')
    const log = { warn, error: warn }
    const nowhere = { adapters: [], admins: [], catchUpHours: 0, deliver: refuse }
    const briefs = { ...open, ...nowhere, index: opened.index, ledger, clock: now, log }
    return openBriefs(briefs).desk(request)
  }
  await converse(
    { assistant: createAssistant({ ...open, index: opened.index, status }), desk, ledger },
    options,
  )
  stop.abort()
  await fresh
  await opened.close()
}

/** The terminal is no place for briefs to be posted in. */
const refuse: Deliver = async () => ({ ok: false, why: 'gone', cause: new Error('There is no such place.') })

async function converse(
  core: { assistant: Assistant; desk: Desk; ledger: Ledger },
  { warn, ...options }: ChatOptions,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const onEnd = (error?: Error): void => (error ? reject(error) : resolve())
    const console = createConsole({ ...options, onEnd })
    const report = ({ id, what, cause }: Fault): void =>
      warn(`Error ${id} (${what}): ${cause.stack ?? cause.message}`)
    const deliver = createDelivery([console], sleep)
    const intake = createIntake({ ...core, deliver, report, now: options.now })
    console.start(intake).catch(reject)
  })
}
