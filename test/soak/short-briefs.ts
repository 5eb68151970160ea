/** The kill test of briefs in its short form. */

import assert from 'node:assert/strict'
import type { StoreOptions } from '../../src/core/store/open.ts'
import { discordBoard, slackBoard } from './board.ts'
import { killBriefs } from './kill-briefs.ts'
import { createRandom } from './random.ts'

const BRIEFS = 8
const KILLS = 1

/** Kills processes while briefs are due on both platforms, and checks that each place has its one brief, pinned. */
export async function killBriefsAndCount(place: StoreOptions['place'], replicas: number): Promise<void> {
  const boards = [await slackBoard('full'), await discordBoard()]
  const options = { boards, place, replicas, briefs: BRIEFS, kills: KILLS, lost: 0.25, everyMs: 400 }
  const { takenOver: _some, ...figures } = await killBriefs({ ...options, random: createRandom(1) })
  await Promise.all(boards.map((board) => board.close()))
  assert.deepEqual(figures, {
    due: BRIEFS,
    kills: KILLS,
    posted: BRIEFS,
    missed: 0,
    doubled: 0,
    unsure: 0,
    notPinned: 0,
    pinnedTwice: 0,
    earlierStillPinned: 0,
    othersUnpinned: 0,
    withoutOutcome: 0,
    told: 0,
  })
}
