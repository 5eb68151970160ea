import test from 'node:test'
import { startPostgres } from '../postgres.ts'
import { killAndCount } from './short.ts'

test('three processes on PostgreSQL, killed while people ask: each has one answer', async () => {
  const postgres = await startPostgres()
  try {
    await killAndCount({ url: await postgres.create('kill') }, 3)
  } finally {
    await postgres.close()
  }
})
