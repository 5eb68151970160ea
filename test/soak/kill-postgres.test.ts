import test, { after, before } from 'node:test'
import { type Postgres, startPostgres } from '../postgres.ts'
import { killAndCount } from './short.ts'
import { killBriefsAndCount } from './short-briefs.ts'

let postgres: Postgres
before(async () => {
  postgres = await startPostgres()
})
after(() => postgres.close())

test('three processes on PostgreSQL, killed while people ask: each has one answer', async () => {
  await killAndCount({ url: await postgres.create('kill') }, 3)
})

test('three processes on PostgreSQL, killed while briefs are due: each place has one, pinned', async () => {
  await killBriefsAndCount({ url: await postgres.create('briefs') }, 3)
})
