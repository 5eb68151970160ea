/** The kill test of briefs: all are due at once, processes die at any moment, responses are lost, and each has its one brief. */

import { setTimeout as sleep } from 'node:timers/promises'
import { runId } from '../../src/core/briefs/run.ts'
import type { Id, Ref } from '../../src/core/contract.ts'
import { openStore, type Store, type StoreOptions } from '../../src/core/store/open.ts'
import { type Service, startService } from '../service.ts'
import type { Board } from './board.ts'

export interface KillBriefsOptions {
  boards: readonly Board[]
  place: StoreOptions['place']
  replicas: number
  /** In all. */
  briefs: number
  kills: number
  /** The share of posts whose response is lost, and of pins that go wrong. */
  lost: number
  /** Between kills. */
  everyMs: number
  random: () => number
}

export interface BriefFigures {
  due: number
  kills: number
  takenOver: number
  posted: number
  missed: number
  doubled: number
  unsure: number
  /** Of those that were posted for sure. */
  notPinned: number
  pinnedTwice: number
  earlierStillPinned: number
  othersUnpinned: number
  withoutOutcome: number
  told: number
}

const DAY_MS = 24 * 60 * 60 * 1000
const LEAD_MS = 3 * 60 * 1000
const LAST_MS = 15 * 60 * 1000

export async function killBriefs(options: KillBriefsOptions): Promise<BriefFigures> {
  const { boards, place, replicas, briefs, kills, lost, everyMs, random } = options
  const store = await openStore({ place, owner: 'the test', leaseMs: 0 })
  await store.prepare()
  const places = await openPlaces(store, boards, briefs)
  for (const board of boards) {
    for (let i = 0; i < (briefs / boards.length) * lost; i += 1) board.losePost()
    for (let i = 0; i < (briefs / boards.length) * lost * 4; i += 1) board.failPin(i)
  }
  const state: Record<string, string> =
    'url' in place ? { DATABASE_URL: place.url } : { STORE_PATH: place.path }
  const start = (): Service => startService({ ...envOf(boards), ...state, LOG_LEVEL: 'info' })
  const services = Array.from({ length: replicas }, start)
  const rows = () => store.db.selectFrom('runs').selectAll().where('brief', 'is not', null).execute()
  let killed = 0
  const until = Date.now() + LAST_MS
  for (;;) {
    await sleep(everyMs * (0.5 + random()))
    const found = await rows()
    const open = found.length < briefs || found.some((row) => row.state !== 'done')
    if (!open || Date.now() > until) break
    if (killed < kills) {
      const victim = Math.floor(random() * replicas)
      services[victim]?.process.kill('SIGKILL')
      services[victim] = start()
      killed += 1
      if (replicas === 1) await services[victim]?.said('connected.')
    }
  }
  for (const service of services) service.process.kill('SIGKILL')
  const figures = count(await rows(), places, killed)
  await store.close()
  return { ...figures, told: boards.reduce((sum, board) => sum + board.told(), 0) }
}

interface Opened {
  board: Board
  place: Id
  earlier: Ref
}

/** So many places, on one platform after the other, whose briefs are all due. */
export async function openPlaces(store: Store, boards: readonly Board[], briefs: number): Promise<Opened[]> {
  const places: Opened[] = []
  for (let i = 0; i < briefs; i += 1) {
    const board = boards[i % boards.length]
    if (!board) break
    const opened = await board.open()
    places.push({ board, ...opened })
    await subscribe(store, { ...opened, manager: board.manager })
  }
  return places
}

export function envOf(boards: readonly Board[]): Record<string, string> {
  return Object.assign({}, ...boards.map((board) => board.env)) as Record<string, string>
}

/** A place whose brief was due a few minutes ago, and had one the day before. */
async function subscribe(
  store: Store,
  { place, earlier, manager }: { place: Id; earlier: Ref; manager: Id },
): Promise<void> {
  const due = new Date(Date.now() - LEAD_MS).toISOString()
  const [date = '', time = ''] = due.split('T')
  const plannedAt = Date.parse(`${date}T${time.slice(0, 5)}:00Z`)
  const before = new Date(plannedAt - DAY_MS).toISOString().slice(0, 10)
  await store.subscriptions.keep({
    place,
    rhythm: { time: time.slice(0, 5), zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7] },
    quiet: false,
    topics: [],
    manager,
    since: plannedAt - 2 * DAY_MS,
    pausedUntil: 0,
    state: 'on',
    failures: 0,
    told: '',
  })
  const run = {
    id: runId(place, before, 'UTC'),
    place,
    date: before,
    zone: 'UTC',
    plannedAt: plannedAt - DAY_MS,
  }
  await store.runs.plan({ ...run, outcome: 'sent' })
  const message = JSON.stringify(earlier)
  await store.db.updateTable('runs').set({ message, pinned: 'yes' }).where('id', '=', run.id).execute()
}

type Row = { place: string; outcome: string | null; attempt: number; pinned: string | null }

function count(rows: readonly Row[], places: readonly Opened[], kills: number): Omit<BriefFigures, 'told'> {
  const byPlace = new Map(rows.map((row) => [row.place, row]))
  const stands = places.map(({ board, place, earlier }) => ({
    ...board.standing(place, earlier),
    outcome: byPlace.get(place)?.outcome ?? null,
  }))
  const sure = stands.filter(({ outcome }) => outcome === 'sent' || outcome === 'found')
  const many = (is: (one: (typeof stands)[number]) => boolean): number => stands.filter(is).length
  return {
    due: places.length,
    kills,
    takenOver: rows.filter(({ attempt }) => attempt > 2).length,
    posted: many(({ posts }) => posts > 0),
    missed: many(({ posts, outcome }) => posts === 0 && outcome !== 'unsure'),
    doubled: many(({ posts }) => posts > 1),
    unsure: many(({ outcome }) => outcome === 'unsure'),
    notPinned: sure.filter(({ pinned }) => pinned === 0).length,
    pinnedTwice: many(({ pinned }) => pinned > 1),
    earlierStillPinned: sure.filter(({ earlier }) => earlier).length,
    othersUnpinned: many(({ others }) => !others),
    withoutOutcome: many(({ outcome }) => outcome === null),
  }
}
