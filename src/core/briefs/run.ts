import type { Card, Id, Instant, Ref } from '../contract.ts'

/** A brief that is due, was posted, or was not. There is one for a place and a local date. */
export interface Run {
  id: Id
  place: Id
  /** The local date it was planned for, YYYY-MM-DD, in this zone. */
  date: string
  zone: string
  plannedAt: Instant
  /** due: to be posted; posted: to be pinned. */
  state: 'due' | 'posted' | 'done'
  /** What is posted, from before the first attempt on. */
  brief: Brief | null
  /** sent, found, unsure, missed, skipped, or failed with why. */
  outcome: string | null
  reason: string | null
  message: Ref | null
  postedAt: Instant | null
  /** yes, or why not; null where it is not known yet. */
  pinned: string | null
  unpinned: string | null
}

/** A run that this process works on. Whoever holds a later attempt has taken it over. */
export interface RunClaim {
  run: Run
  owner: string
  attempt: number
}

/** What a brief says, and what of the documents it shows. */
export interface Brief {
  card: Card
  shown: readonly Shown[]
}

export interface Shown {
  /** The same for the same text. */
  mark: string
  part: Part
}

export type Part = 'changed' | 'dated' | 'topic' | 'reading'

/** What was shown at a place, the latest first. */
export interface Showing extends Shown {
  run: Id
  at: Instant
}

/** The reason of a run that somebody asked for: it is posted where a planned one would be skipped. */
export const ASKED = 'asked'

export function runId(place: Id, date: string, zone: string): Id {
  return `${place}@${date}@${zone}`
}
