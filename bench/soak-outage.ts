/**
 * People go on asking while the store is away for half a minute: PostgreSQL stopped, then SQLite locked by another
 * process. Prints how long answers took, how many were missing, and what was kept once it was back.
 */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'libsql'
import { openStore, type StoreOptions } from '../src/core/store/open.ts'
import { createFakeSlack } from '../test/fakes/slack.ts'
import { startPostgres } from '../test/postgres.ts'
import { slackEnv, startService } from '../test/service.ts'
import { temporaryFolder } from '../test/temporary-folder.ts'
import { quantile, table } from './figures.ts'

const AWAY_MS = 30_000
const BESIDE_MS = 10_000
const EVERY_MS = 100

interface Outage {
  name: string
  place: StoreOptions['place']
  leave: () => Promise<unknown>
  comeBack: () => Promise<unknown>
}

async function run({ name, place, leave, comeBack }: Outage): Promise<string[]> {
  const fake = await createFakeSlack()
  const state: Record<string, string> =
    'url' in place ? { DATABASE_URL: place.url } : { STORE_PATH: place.path }
  const service = startService({ ...slackEnv(fake), ...state })
  await service.said('connected.')
  const times: number[] = []
  const asked: Promise<unknown>[] = []
  const start = Date.now()
  const events: [number, () => Promise<unknown>][] = [
    [BESIDE_MS, leave],
    [BESIDE_MS + AWAY_MS, comeBack],
  ]
  while (Date.now() - start < AWAY_MS + 2 * BESIDE_MS) {
    if (events[0] && Date.now() - start >= events[0][0]) await events.shift()?.[1]()
    const at = performance.now()
    const { ts } = fake.mention('C0PUBLIC', 'When was the first Central Asia-Russia summit?')
    const answered = fake.waitFor(() => fake.posted.some((message) => message.thread_ts === ts), 10_000)
    asked.push(answered.then(() => times.push(performance.now() - at)).catch(() => undefined))
    await sleep(EVERY_MS)
  }
  await Promise.all(asked)
  await service.said(') is back')
  service.process.kill('SIGTERM')
  await service.ended
  const store = await openStore({ place, owner: 'the count', leaseMs: 0 })
  const done = await store.db.selectFrom('requests').select('id').where('state', '=', 'done').execute()
  await store.close()
  await fake.close()
  const figures = [quantile(times, 0.5), quantile(times, 0.99), Math.max(...times)].map((ms) => ms.toFixed(0))
  return [name, String(asked.length), String(times.length), ...figures, String(done.length)]
}

const postgres = await startPostgres()
const url = await postgres.create('outage')
const path = join(temporaryFolder(), 'outage.db')
const other = new Database(path)
const rows = [
  ['', 'asked', 'answered', 'p50 ms', 'p99 ms', 'longest ms', 'kept'],
  await run({ name: 'PostgreSQL stopped', place: { url }, leave: postgres.down, comeBack: postgres.up }),
  await run({
    name: 'SQLite locked',
    place: { path },
    leave: async () => other.exec('begin immediate; create table other (x)'),
    comeBack: async () => other.exec('commit'),
  }),
]
other.close()
await postgres.close()
process.stdout.write(`${table(rows)}\n`)
process.exit(0)
