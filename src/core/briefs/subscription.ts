import type { Id, Instant } from '../contract.ts'
import type { Rhythm } from './schedule.ts'

/** A place that has, or had, a brief. */
export interface Subscription {
  place: Id
  rhythm: Rhythm
  /** No brief on days on which only the reading would be in it. */
  quiet: boolean
  /** What the place follows, in its own words. */
  topics: readonly string[]
  /** Who set it up last. */
  manager: Id
  /** Runs count from here on. */
  since: Instant
  /** None before; 0 where it is not paused. */
  pausedUntil: Instant
  /** failing: it failed so often in a row that it was stopped. */
  state: 'on' | 'off' | 'failing'
  /** Runs in a row that failed. */
  failures: number
  /** The trouble that the manager was told of; empty where there is none. */
  told: string
}
