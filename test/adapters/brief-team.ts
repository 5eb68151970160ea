import { afterEach } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openBriefs } from '../../src/commands/briefs.ts'
import { createAssistant } from '../../src/core/assistant.ts'
import { createDelivery } from '../../src/core/delivery.ts'
import { createIntake } from '../../src/core/intake.ts'
import { createStoreLedger } from '../../src/core/store/ledger.ts'
import { openStore } from '../../src/core/store/open.ts'
import { bluebookIndex } from '../bluebook/library.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { createLines } from './answering.ts'
import type { Stage } from './stage.ts'

export const MINUTE_MS = 60 * 1000
export const DAY_MS = 24 * 60 * MINUTE_MS
/** A Thursday, an hour before nine in London. */
export const EIGHT = Date.UTC(2026, 10, 26, 8)
const index = await bluebookIndex()

const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close()
})

/** A team with a channel, and a process that keeps its briefs, whose time of day is the test's. */
export async function start<S extends Stage>(createStage: () => Promise<S>, catchUpHours = 3) {
  const stage = await createStage()
  const { adapter } = stage
  const place = { path: `${temporaryFolder()}/attache.db` }
  const store = await openStore({ place, owner: 'one', leaseMs: 15_000 })
  const log = createLines()
  const ledger = createStoreLedger({
    store,
    owner: 'one',
    retentionMs: DAY_MS,
    say: (line) => log.warn(line),
  })
  await ledger.open()
  const deliver = createDelivery([adapter], (ms) => sleep(ms / 50))
  const time = { now: EIGHT }
  const settings = { index, locale: 'en-GB', zone: 'Europe/London', catchUpHours, admins: [] }
  const options = { ...settings, adapters: [adapter], ledger, deliver, log, everyMs: 20 }
  const briefs = openBriefs({ ...options, clock: () => time.now })
  const intake = createIntake({
    assistant: createAssistant({ index, locale: 'en-GB' }),
    desk: briefs.desk,
    deliver,
    ledger,
    report: ({ cause }) => log.error(cause.message),
    now: () => performance.now(),
  })
  await adapter.start(intake)
  const stop = new AbortController()
  const keeping = briefs.keep(stop.signal)
  open.push(stage.close, async () => {
    await adapter.stop()
    stop.abort()
    await keeping
    await intake.settled()
    await ledger.close()
  })
  /** Resolves when so many runs of the channel are over. */
  const over = async (runs: number): Promise<void> => {
    for (;;) {
      const known = await store.runHistory.of(stage.place, runs)
      if (known.length === runs && known.every(({ state }) => state === 'done')) return
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return { ...stage, intake, store, time, over }
}
