/** Memory after 50,000 and after 100,000 requests through the core and a store on SQLite. Run with --expose-gc. */
import { join } from 'node:path'
import type { Adapter } from '../src/core/contract.ts'
import { createDelivery } from '../src/core/delivery.ts'
import { createIntake } from '../src/core/intake.ts'
import { createStoreLedger } from '../src/core/store/ledger.ts'
import { openStore } from '../src/core/store/open.ts'
import { idle } from '../test/idle-adapter.ts'
import { temporaryFolder } from '../test/temporary-folder.ts'
import { table } from './figures.ts'
import { openShipped } from './shipped.ts'

const REQUESTS = 100_000
const AT_ONCE = 20

const adapter: Adapter = {
  ...idle,
  name: 'bench',
  send: async (target) => ({ ok: true, message: { target, id: 'bench:1' } }),
}
const assistant = await openShipped()
const store = await openStore({
  place: { path: join(temporaryFolder(), 'a.db') },
  owner: 'bench',
  leaseMs: 15_000,
})
const ledger = createStoreLedger({ store, owner: 'bench', retentionMs: 86_400_000, say: () => {} })
await ledger.open()
const intake = createIntake({
  assistant,
  deliver: createDelivery([adapter], async () => {}),
  ledger,
  report: ({ cause }) => {
    throw cause
  },
  now: Date.now,
})

const rows = [['requests', 'heap MB', 'RSS MB', 'rows']]
for (let count = 0; count < REQUESTS; count += AT_ONCE) {
  const batch = Array.from({ length: AT_ONCE }, (_, i) =>
    intake.accept({
      id: `bench:${count + i}`,
      at: Date.now(),
      place: { id: `bench:${count % 97}`, kind: 'channel', readers: 'team' },
      person: { id: 'bench:alice', member: true },
      intent: { do: 'ask', text: `How many countries adopted resolution ${count + i}?` },
      reply: { place: `bench:${count % 97}`, thread: String(count + i) },
    }),
  )
  await Promise.all(batch)
  await intake.settled()
  await new Promise((resolve) => setImmediate(resolve))
  if ((count + AT_ONCE) % (REQUESTS / 4) > 0) continue
  globalThis.gc?.()
  const { heapUsed, rss } = process.memoryUsage()
  const kept = await store.db.selectFrom('requests').select('id').execute()
  const mb = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1)
  rows.push([String(count + AT_ONCE), mb(heapUsed), mb(rss), String(kept.length)])
}
await ledger.close()
process.stdout.write(`${table(rows)}\n`)
