/** All briefs are due at the same minute: people who ask meanwhile do not wait for them. */

import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openStore } from '../../src/core/store/open.ts'
import { startService } from '../service.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import type { Board } from './board.ts'
import { envOf, openPlaces } from './kill-briefs.ts'

export interface RushFigures {
  briefs: number
  /** Until the last was posted, and until the last was pinned, in seconds. */
  posted: number
  pinned: number
  /** Pairs of neighbours on a platform that were not posted in the order in which they were due. */
  outOfOrder: number
  asked: number
  /** From the question to the answer, in milliseconds. */
  p50: number
  p99: number
  longest: number
}

const EVERY_MS = 250

export async function rush(boards: readonly Board[], briefs: number): Promise<RushFigures> {
  const place = { path: join(temporaryFolder(), 'rush.db') }
  const store = await openStore({ place, owner: 'the test', leaseMs: 0 })
  await store.prepare()
  const places = await openPlaces(store, boards, briefs)
  const before = boards.map((board) => board.order().length)
  const service = startService({ ...envOf(boards), STORE_PATH: place.path, LOG_LEVEL: 'info' })
  await service.said('connected.')
  const begun = performance.now()
  const seconds = (): number => Math.round((performance.now() - begun) / 1000)
  const times: Promise<number>[] = []
  const left = async (state: 'due' | 'posted'): Promise<number> =>
    (await store.db.selectFrom('runs').select('id').where('state', '=', state).execute()).length
  let posted = 0
  for (let i = 0; ; i += 1) {
    times.push(timed(boards[i % boards.length]))
    await sleep(EVERY_MS)
    const isPosted = boards.reduce((sum, board) => sum + board.order().length, 0) >= briefs * 2
    if (isPosted && posted === 0) posted = seconds()
    if (posted > 0 && (await left('due')) + (await left('posted')) === 0) break
  }
  const waited = (await Promise.all(times)).toSorted((a, b) => a - b)
  const at = (share: number): number => Math.round(waited[Math.floor(waited.length * share)] ?? 0)
  const figures = { briefs: places.length, posted, pinned: seconds(), asked: waited.length }
  service.process.kill('SIGKILL')
  await store.close()
  const outOfOrder = boards.reduce((sum, board, i) => sum + turns(board.order().slice(before[i])), 0)
  return { ...figures, outOfOrder, p50: at(0.5), p99: at(0.99), longest: at(1 - Number.EPSILON) }
}

async function timed(board: Board | undefined): Promise<number> {
  const start = performance.now()
  await board?.ask()
  return performance.now() - start
}

function turns(places: readonly string[]): number {
  return places.filter((place, i) => i > 0 && place < (places[i - 1] ?? '')).length
}
