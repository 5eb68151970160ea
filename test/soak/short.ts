/** The kill test in its short form. */

import assert from 'node:assert/strict'
import type { StoreOptions } from '../../src/core/store/open.ts'
import { kill } from './kill.ts'
import { slackPlatform } from './platform.ts'

const REQUESTS = 40
const usual = { requests: REQUESTS, kills: 2, lost: 0.05, everyMs: 15 }

/** Every fifth draw is low: as many responses are lost as the long form loses in a row. */
function createDraws(): () => number {
  let count = 0
  return () => (count++ % 5 === 0 ? 0.01 : 0.5)
}

/** Kills processes while people ask, and checks that each question has one answer. */
export async function killAndCount(place: StoreOptions['place'], replicas: number): Promise<void> {
  const platform = await slackPlatform('full')
  const counted = await kill({ ...usual, platform, place, replicas, random: createDraws() })
  await platform.close()
  const { kills, takenOver: _some, ...figures } = counted
  assert.equal(kills, usual.kills)
  assert.deepEqual(figures, {
    recorded: REQUESTS,
    withoutOutcome: 0,
    unanswered: 0,
    duplicates: 0,
    notices: 0,
    acknowledgedButLost: 0,
  })
}
