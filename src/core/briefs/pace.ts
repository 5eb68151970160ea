import type { Instant, Pace } from '../contract.ts'

/** Tells how long the next one has to wait, and counts it (the generic cell rate algorithm, ITU-T I.371). */
export function createPace({ everyMs, burst }: Pace): (now: Instant) => number {
  let due = 0
  return (now) => {
    const wait = Math.max(0, due - now - (burst - 1) * everyMs)
    due = Math.max(due, now) + everyMs
    return wait
  }
}
