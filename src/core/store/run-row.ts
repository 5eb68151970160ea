import type { Brief, Run } from '../briefs/run.ts'
import type { Ref } from '../contract.ts'
import type { RunRow } from './schema.ts'

export function toRun(row: RunRow): Run {
  const { id, place, date, zone, state, outcome, reason, pinned, unpinned } = row
  return {
    id,
    place,
    date,
    zone,
    plannedAt: row.planned_at,
    state,
    brief: row.brief === null ? null : (JSON.parse(row.brief) as Brief),
    outcome,
    reason,
    message: row.message === null ? null : (JSON.parse(row.message) as Ref),
    postedAt: row.posted_at,
    pinned,
    unpinned,
  }
}
