/** A place's briefs on a platform of the test's, each step of which can be told how to go. */

import { afterEach } from 'node:test'
import { createPinning } from '../../../src/core/briefs/pinning.ts'
import { createPosting } from '../../../src/core/briefs/posting.ts'
import { createTell } from '../../../src/core/briefs/tell.ts'
import type { Subscription } from '../../../src/core/briefs/subscription.ts'
import type { Adapter, Card, Done, Ref, Sent, Target } from '../../../src/core/contract.ts'
import { createDelivery } from '../../../src/core/delivery.ts'
import { openStore, type Store } from '../../../src/core/store/open.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

export const PLACE = 'a:1'
export const HOUR_MS = 60 * 60 * 1000
/** A Thursday, nine in London. */
export const NINE = Date.UTC(2026, 10, 26, 9)

const open: Store[] = []
afterEach(async () => {
  for (const store of open.splice(0)) await store.close()
})

export const SET: Subscription = {
  place: PLACE,
  rhythm: { time: '09:00', zone: 'Europe/London', days: [1, 2, 3, 4, 5, 6, 7] },
  quiet: false,
  topics: [],
  manager: 'a:u',
  since: NINE - HOUR_MS,
  pausedUntil: 0,
  state: 'on',
  failures: 0,
  told: '',
}

export async function openStand(set: Partial<Subscription> = {}) {
  const path = `${temporaryFolder()}/a.db`
  const store = await openStore({ place: { path }, owner: 'one', leaseMs: 60_000 })
  open.push(store)
  await store.prepare()
  await store.subscriptions.keep({ ...SET, ...set })
  const posted: { to: Target; card: Card }[] = []
  const pinned = new Set<string>()
  const time = { now: NINE }
  /** How calls go, one after the other; afterwards all go well. */
  const goes = {
    send: [] as Sent[],
    pin: [] as Done[],
    unpin: [] as Done[],
    find: 'cannot look' as 'absent' | 'cannot look',
  }
  const adapter: Adapter = {
    name: 'a',
    start: async () => {},
    stop: async () => {},
    async send(to, card) {
      const next = goes.send.shift()
      if (next) return next
      posted.push({ to, card })
      return { ok: true, message: { target: to, id: `a:1/${posted.length}` } }
    },
    edit: async () => ({ ok: true }),
    find: async () => goes.find,
    async pin({ id }: Ref) {
      const next = goes.pin.shift()
      if (next) return next
      pinned.add(id)
      return { ok: true }
    },
    async unpin({ id }: Ref) {
      const next = goes.unpin.shift()
      if (next) return next
      pinned.delete(id)
      return { ok: true }
    },
    linkTo: async () => null,
    inspect: async () => ({ readers: 'team', state: 'here', lacks: [] }),
    pace: { posts: { everyMs: 1, burst: 9 }, pins: { everyMs: 1, burst: 9 } },
  }
  const book = <T, const Otherwise>(call: (tables: Store) => Promise<T>, _otherwise: Otherwise) => call(store)
  const written: Card = { summary: 'Today', parts: [] }
  const writer = { write: async () => ({ card: written, shown: [], onlyReading: true }) }
  const sleep = async (): Promise<void> => {}
  const deliver = createDelivery([adapter], sleep)
  const tell = createTell({ deliver, now: () => time.now, warn: () => {} })
  const now = (): number => time.now
  const post = createPosting({ adapter, deliver, book, writer, tell, now, catchUpMs: 3 * HOUR_MS })
  const pin = createPinning({ adapter, book, tell, sleep })
  const plan = async (date: string, plannedAt: number) => {
    await store.runs.plan({ id: `${PLACE}@${date}`, place: PLACE, date, zone: 'Europe/London', plannedAt })
  }
  /** Works on what is there, as a process does. */
  const work = async (state: 'due' | 'posted'): Promise<void> => {
    for (const claim of await store.runClaims.claim(state, 'a:', 1))
      await (state === 'due' ? post : pin)(claim)
  }
  const channel = (): number => posted.filter(({ to }) => to.only === undefined).length
  const told = (): Card[] => posted.filter(({ to }) => to.only !== undefined).map(({ card }) => card)
  return { store, adapter, book, writer, deliver, posted, pinned, time, goes, plan, work, channel, told }
}
