/** The kill test: processes die at any moment, responses are lost, and still each request has its one answer. */

import { setTimeout as sleep } from 'node:timers/promises'
import { openStore, type StoreOptions } from '../../src/core/store/open.ts'
import { type Service, startService } from '../service.ts'
import type { Platform } from './platform.ts'

export interface KillOptions {
  platform: Platform
  place: StoreOptions['place']
  replicas: number
  requests: number
  /** At least so many processes are killed while requests come in. */
  kills: number
  /** The share of posts whose response is lost. */
  lost: number
  everyMs: number
  random: () => number
}

export interface Figures {
  recorded: number
  kills: number
  takenOver: number
  withoutOutcome: number
  unanswered: number
  duplicates: number
  notices: number
  acknowledgedButLost: number
}

const REDELIVER_MS = 300
const LAST_MS = 60_000

export async function kill(options: KillOptions): Promise<Figures> {
  const { platform, place, replicas, requests, kills, lost, everyMs, random } = options
  const state: Record<string, string> =
    'url' in place ? { DATABASE_URL: place.url } : { STORE_PATH: place.path }
  const start = (): Service => startService({ ...platform.env, ...state, LOG_LEVEL: 'info' })
  const services = Array.from({ length: replicas }, start)
  await Promise.all(services.map((service) => service.said('connected.')))
  const redelivering = setInterval(platform.redeliver, REDELIVER_MS)
  let killed = 0
  for (let asked = 0; asked < requests; asked += 1) {
    platform.ask(random() < lost)
    if (killed < Math.floor(((asked + 1) / requests) * kills)) {
      killed += 1
      const victim = Math.floor(random() * replicas)
      services[victim]?.process.kill('SIGKILL')
      services[victim] = start()
      // One process alone is let come up, or it would be killed before it has heard anything.
      if (replicas === 1) await services[victim]?.said('connected.')
    }
    await sleep(random() * 2 * everyMs)
  }
  const figures = await count(platform, place, killed)
  clearInterval(redelivering)
  for (const service of services) service.process.kill('SIGKILL')
  return figures
}

/** Waits until no request is open, and counts from the recorded rows. */
async function count(platform: Platform, place: StoreOptions['place'], kills: number): Promise<Figures> {
  const store = await openStore({ place, owner: 'the count', leaseMs: 0 })
  await store.prepare()
  const rows = () => store.db.selectFrom('requests').select(['id', 'state', 'outcome', 'attempt']).execute()
  const lost = async (): Promise<number> => {
    const known = new Set((await rows()).map((row) => row.id))
    return platform.acknowledged().filter((id) => !known.has(id)).length
  }
  const until = Date.now() + LAST_MS
  while (Date.now() < until && (await rows()).some((row) => row.state !== 'done')) await sleep(250)
  const recorded = await rows()
  const answers = recorded.map((row) => platform.answers(row.id))
  const figures = {
    recorded: recorded.length,
    kills,
    takenOver: recorded.filter((row) => row.attempt > 1).length,
    withoutOutcome: recorded.filter((row) => row.outcome === null).length,
    unanswered: answers.filter(({ everyone, asker }) => everyone + asker === 0).length,
    duplicates: answers.filter(({ everyone }) => everyone > 1).length,
    notices: recorded.filter((row) => row.outcome === 'notice').length,
    acknowledgedButLost: await lost(),
  }
  await store.close()
  return figures
}
