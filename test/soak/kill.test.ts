import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import { startPostgres } from '../postgres.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { type Figures, kill } from './kill.ts'
import { slackPlatform } from './platform.ts'

const usual = { requests: 40, kills: 2, lost: 0.05, everyMs: 15 }

/** Every fifth draw is low: as many responses are lost as the long form loses in a row. */
function createDraws(): () => number {
  let count = 0
  return () => (count++ % 5 === 0 ? 0.01 : 0.5)
}

function holds({
  recorded,
  withoutOutcome,
  unanswered,
  duplicates,
  notices,
  acknowledgedButLost,
}: Figures): void {
  assert.equal(recorded, usual.requests)
  assert.deepEqual(
    { withoutOutcome, unanswered, duplicates, notices, acknowledgedButLost },
    {
      withoutOutcome: 0,
      unanswered: 0,
      duplicates: 0,
      notices: 0,
      acknowledgedButLost: 0,
    },
  )
}

test('one process on SQLite, killed while people ask: each has one answer', async () => {
  const platform = await slackPlatform('full')
  const place = { path: join(temporaryFolder(), 'a.db') }
  holds(await kill({ ...usual, platform, place, replicas: 1, random: createDraws() }))
  await platform.close()
})

test('three processes on PostgreSQL, killed while people ask: each has one answer', async () => {
  const postgres = await startPostgres()
  const platform = await slackPlatform('full')
  const place = { url: await postgres.create('kill') }
  holds(await kill({ ...usual, platform, place, replicas: 3, random: createDraws() }))
  await platform.close()
  await postgres.close()
})
