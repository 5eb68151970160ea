/** What a request costs in the store, recorded, claimed and done, beside the engine's bare insert, both flushed to the disk. Prints milliseconds. */
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Request } from '../src/core/contract.ts'
import { openStore, type StoreOptions } from '../src/core/store/open.ts'
import { startPostgres } from '../test/postgres.ts'
import { temporaryFolder } from '../test/temporary-folder.ts'
import { quantile, table } from './figures.ts'

const ROUNDS = 1000
const WARM_UP = 100

const request = (id: string): Request => ({
  id,
  at: 0,
  place: { id: 'bench:place', kind: 'channel', readers: 'team' },
  person: { id: 'bench:alice', member: true },
  intent: { do: 'ask', text: 'When was the first Central Asia-Russia summit?' },
  reply: { place: 'bench:place', thread: '1' },
})

async function measure(place: StoreOptions['place']): Promise<{ bare: number[]; ours: number[] }> {
  const { db, requests, prepare, flush, close } = await openStore({ place, owner: 'bench', leaseMs: 15_000 })
  await prepare()
  await sql`create table bare (id text primary key, value text not null)`.execute(db)
  const times = { bare: [] as number[], ours: [] as number[] }
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    const start = performance.now()
    await sql`insert into bare values (${String(round)}, 'x')`.execute(db)
    await flush()
    const between = performance.now()
    const asked = request(String(round))
    const claim = await requests.record(asked)
    await flush()
    if (claim) await requests.finish(claim, { how: 'sent', message: { target: asked.reply, id: 'bench:1' } })
    const end = performance.now()
    if (round < WARM_UP) continue
    times.bare.push(between - start)
    times.ours.push(end - between)
  }
  await close()
  return times
}

const postgres = await startPostgres()
const rows = [['', 'insert p50', 'p99', 'request p50', 'p99', 'ratio p50']]
for (const [name, place] of [
  ['SQLite (libsql)', { path: join(temporaryFolder(), 'bench.db') }],
  ['PostgreSQL (pg)', { url: await postgres.create('bench') }],
] as const) {
  const { bare, ours } = await measure(place)
  const figures = [quantile(bare, 0.5), quantile(bare, 0.99), quantile(ours, 0.5), quantile(ours, 0.99)]
  rows.push([
    name,
    ...[...figures, quantile(ours, 0.5) / quantile(bare, 0.5)].map((figure) => figure.toFixed(2)),
  ])
}
await postgres.close()
process.stdout.write(`${table(rows)}\n`)
