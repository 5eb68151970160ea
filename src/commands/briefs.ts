import { setTimeout as sleep } from 'node:timers/promises'
import { createAlmanac } from '../core/briefs/compose/almanac.ts'
import { createDesk, type Desk } from '../core/briefs/desk.ts'
import { keepBriefs } from '../core/briefs/keep.ts'
import { createPinning } from '../core/briefs/pinning.ts'
import { createPlanner } from '../core/briefs/plan.ts'
import { createPosting } from '../core/briefs/posting.ts'
import { findZone } from '../core/briefs/typed/zone.ts'
import { createTell } from '../core/briefs/tell.ts'
import { createWriter, type Writer } from '../core/briefs/compose/write.ts'
import type { Adapter, Id, Instant } from '../core/contract.ts'
import type { Deliver } from '../core/delivery.ts'
import type { Ledger } from '../core/ledger.ts'
import type { Index } from '../core/retrieval/index.ts'
import { createBreath } from '../core/breath.ts'
import type { Log } from '../log.ts'

/** How briefs are set where nobody says otherwise. */
export interface BriefSettings {
  locale: string
  /** Null for the machine's. */
  zone: string | null
  catchUpHours: number
  admins: readonly Id[]
}

export interface BriefOptions extends BriefSettings {
  index: Index
  adapters: readonly Adapter[]
  ledger: Pick<Ledger, 'briefs'>
  deliver: Deliver
  clock: () => Instant
  log: Pick<Log, 'warn' | 'error'>
  /** Between looks for what is due. */
  everyMs?: number
}

const HOUR_MS = 60 * 60 * 1000
/** Briefs of the same minute go out one after the other: those at the end are not missed. */
const LEAST_CATCH_UP_MS = 10 * 60 * 1000

/** What answers of briefs, and what posts them until told to stop. */
export function openBriefs({
  adapters,
  ledger,
  deliver,
  clock: now,
  log,
  everyMs,
  ...settings
}: BriefOptions): {
  desk: Desk
  keep: (signal: AbortSignal) => Promise<void>
} {
  const { index, locale, admins } = settings
  const book = ledger.briefs
  const report = (cause: Error, run?: Id): void =>
    log.error(`the brief ${run ?? ''}: ${cause.stack ?? cause.message}`)
  const { pages, writer } = openWriter({ index, locale, ledger })
  const zone = zoneOf(settings.zone)
  const desk = createDesk({ adapters, book, writer, deliver, now, locale, zone, admins, report })
  const catchUpMs = Math.max(LEAST_CATCH_UP_MS, settings.catchUpHours * HOUR_MS)
  const tell = createTell({ deliver, now, warn: (line) => log.warn(line) })
  const plan = createPlanner({ book, catchUpMs, breathe: createBreath(), report })
  return {
    desk,
    async keep(signal) {
      // Read ahead of the first brief, which is then written in a moment.
      await pages()
      const one = (adapter: Adapter): Promise<void> => {
        const post = createPosting({ adapter, deliver, book, writer, tell, now, catchUpMs })
        const pin = createPinning({ adapter, book, tell, sleep })
        const every = everyMs === undefined ? {} : { everyMs }
        return keepBriefs({ ...every, adapter, book, plan: () => plan(now()), post, pin, report, signal })
      }
      await Promise.all(adapters.map(one))
    },
  }
}

/** What writes briefs about what is in the index. */
export function openWriter({ index, locale, ledger }: Pick<BriefOptions, 'index' | 'locale' | 'ledger'>): {
  pages: ReturnType<typeof createAlmanac>
  writer: Writer
} {
  const breathe = createBreath()
  const pages = createAlmanac(index, breathe)
  return { pages, writer: createWriter({ index, pages, book: ledger.briefs, locale, breathe }) }
}

/** The zone by the name that is kept, or that of this machine's clock. */
export function zoneOf(zone: string | null): string {
  const named = zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone
  const read = findZone(named)
  return read && 'value' in read ? read.value : 'UTC'
}
