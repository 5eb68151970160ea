import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from '../config.ts'
import { createAssistant } from '../core/assistant.ts'
import type { Adapter, Core, Instant } from '../core/contract.ts'
import { createDelivery } from '../core/delivery.ts'
import type { Freshness } from '../core/fresh.ts'
import { createIntake, type Fault } from '../core/intake.ts'
import type { Ledger } from '../core/ledger.ts'
import { keepSweeping } from '../core/sweep.ts'
import type { Log } from '../log.ts'
import { type BriefSettings, openBriefs } from './briefs.ts'
import { createHowItIs } from './how-it-is.ts'
import type { Opened } from './open.ts'
import { stayFresh } from './stay-fresh.ts'

export interface ServeOptions extends BriefSettings {
  opened: Opened
  dataDir: string
  adapters: Adapter[]
  ledger: Ledger
  log: Log
  /** Aborted when it is time to stop. */
  stop: AbortSignal
  /** Milliseconds, on a clock that is never set back. */
  now: () => number
  /** The time of day, in milliseconds since the epoch. */
  clock: () => Instant
}

const LAST_WORDS_MS = 8_000
/** A claim that was not renewed for so long is a dead process's: longer than any call to a platform may take. */
const LEASE_MS = 15_000
const SWEEP_MS = 4_000
const DAY_MS = 24 * 60 * 60 * 1000
const NOTHING_UP = 1

/**
 * Connects the adapters and answers until told to stop; then finishes what is under way, for a few seconds at most.
 * Resolves to the exit code: 1 where none could be started, 0 otherwise. One that cannot be started leaves the others
 * alone.
 */
export async function serve(options: ServeOptions): Promise<number> {
  const { opened, dataDir, locale, adapters, ledger, log, stop, now, clock } = options
  const freshness: Freshness = { changed: null, held: false }
  const status = createHowItIs({ opened, ledger, freshness, started: clock() })
  const assistant = createAssistant({ index: opened.index, locale, status })
  const report = ({ id, what, cause }: Fault): void =>
    log.error(`error ${id} (${what}): ${cause.stack ?? cause.message}`)
  const deliver = createDelivery(adapters, sleep)
  const briefs = openBriefs({ ...options, index: opened.index, deliver })
  const intake = createIntake({ assistant, desk: briefs.desk, deliver, ledger, report, now })
  await ledger.open()
  const told = new Promise<'told'>((resolve) => {
    if (stop.aborted) resolve('told')
    stop.addEventListener('abort', () => resolve('told'))
  })
  const tell = { say: (line: string) => log.info(line), warn: (line: string) => log.warn(line) }
  const fresh = stayFresh({ opened, folder: dataDir, ledger, ...tell, freshness, signal: stop })
  const sweeping = keepSweeping({ intake, ledger, everyMs: SWEEP_MS, signal: stop })
  const briefing = briefs.keep(stop)
  const started = Promise.all(adapters.map((adapter) => start(adapter, intake, log)))
  const up = await Promise.race([started, told])
  if (up !== 'told' && !up.includes(true)) return NOTHING_UP
  await told
  log.info('stopping: finishing what is under way.')
  const finish = async (): Promise<void> => {
    await Promise.allSettled(adapters.map((adapter) => adapter.stop()))
    await Promise.all([sweeping, fresh, briefing])
    await opened.close()
    await intake.settled()
    await ledger.close()
  }
  await Promise.race([finish(), sleep(LAST_WORDS_MS)])
  return 0
}

async function start(adapter: Adapter, core: Core, log: Log): Promise<boolean> {
  try {
    await adapter.start(core)
    return true
  } catch (error) {
    log.error(error instanceof Error ? error.message : String(error))
    return false
  }
}

/** What is remembered where the settings say; the database's client is loaded only then. */
export async function openLedger({ store: place, retentionDays }: Config, log: Log): Promise<Ledger> {
  const { openStore } = await import('../core/store/open.ts')
  const { createStoreLedger } = await import('../core/store/ledger.ts')
  const owner = randomUUID()
  const store = await openStore({ place, owner, leaseMs: LEASE_MS })
  return createStoreLedger({
    store,
    owner,
    retentionMs: retentionDays * DAY_MS,
    say: (line) => log.warn(line),
  })
}

/** The adapters that the settings ask for; their SDKs are loaded only then. */
export async function openAdapters({ slack, discord }: Config, log: Log): Promise<Adapter[]> {
  const adapters: Adapter[] = []
  if (slack) {
    const { createSlack } = await import('../adapters/slack/shell.ts')
    adapters.push(createSlack({ ...slack, log }))
  }
  if (discord) {
    const { createDiscord } = await import('../adapters/discord/shell.ts')
    adapters.push(createDiscord({ ...discord, log }))
  }
  return adapters
}
