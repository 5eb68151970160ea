import type { RunClaim } from './run.ts'

const FIRST_MS = 1_000
const LONGEST_MS = 30_000

/** For how long a run is left alone while a platform is in trouble: longer from attempt to attempt. */
export function pauseOf({ attempt }: Pick<RunClaim, 'attempt'>): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1))
}
