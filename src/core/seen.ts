import type { Id, Instant } from './contract.ts'

/** Longer than any platform goes on delivering the same act again. */
const KEPT_MS = 60 * 60 * 1000
const MOST = 10_000

/** Remembers the latest acts, for an hour at most: `first` is true the first time an id comes, false after that. */
export function createSeen(now: () => Instant) {
  const seen = new Map<Id, Instant>()
  return {
    first(id: Id): boolean {
      if (seen.has(id)) return false
      for (const [old, at] of seen) {
        if (seen.size < MOST && at > now() - KEPT_MS) break
        seen.delete(old)
      }
      seen.set(id, now())
      return true
    },
  }
}
