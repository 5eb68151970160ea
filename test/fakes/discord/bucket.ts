import type { Arrival } from './arrival.ts'
import type { Clock } from './guild.ts'

/** So many posts in so much time. */
export interface Bucket {
  limit: number
  perMs: number
}

/** Counts posts per channel when a bucket is set; else there is always room. */
export function createBucket(bucket: Bucket | undefined, clock: Clock) {
  const windows = new Map<string, { until: number; left: number }>()
  const posts = 'POST /channels/:c/messages'
  const window = (call: Arrival): { until: number; left: number } => {
    const fresh = { until: clock.now() + (bucket?.perMs ?? 1000), left: bucket?.limit ?? 1000 }
    const old = windows.get(call.path)
    if (bucket && call.name === posts && old && old.until > clock.now()) return old
    windows.set(call.path, fresh)
    return fresh
  }
  return {
    /** How long to wait when the bucket is empty. */
    take(call: Arrival): number | undefined {
      if (!bucket || call.name !== posts) return undefined
      const now = window(call)
      now.left -= 1
      return now.left < 0 ? now.until - clock.now() : undefined
    },
    headers(call: Arrival): Record<string, string> {
      const { until, left } = window(call)
      return {
        'X-RateLimit-Limit': String(bucket && call.name === posts ? bucket.limit : 1000),
        'X-RateLimit-Remaining': String(Math.max(left, 0)),
        'X-RateLimit-Reset': String(until / 1000),
        'X-RateLimit-Reset-After': String(Math.max(until - clock.now(), 0) / 1000),
        'X-RateLimit-Bucket': call.name,
      }
    },
  }
}
