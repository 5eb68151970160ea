import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { after, afterEach, before } from 'node:test'
import { openStore, type Store, type StoreOptions } from '../../../src/core/store/open.ts'
import { type Postgres, startPostgres } from '../../postgres.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

export let postgres: Postgres
before(async () => {
  postgres = await startPostgres()
})
after(() => postgres.close())

const open: Store[] = []
afterEach(async () => {
  for (const store of open.splice(0)) await store.close()
})

/** The engines, each with a way to a new place for a store. */
export const ENGINES: [name: string, create: () => Promise<StoreOptions['place']>][] = [
  ['SQLite', async () => ({ path: join(temporaryFolder(), 'var', 'attache.db') })],
  ['PostgreSQL', async () => ({ url: await postgres.create(`t${randomUUID().replaceAll('-', '')}`) })],
]

/** A process on the store; with an expired lease it is a dead one. */
export async function joinStore(
  place: StoreOptions['place'],
  owner: string,
  leaseMs = 60_000,
): Promise<Store> {
  const store = await openStore({ place, owner, leaseMs })
  open.push(store)
  await store.prepare()
  return store
}
