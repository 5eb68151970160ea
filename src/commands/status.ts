import { randomUUID } from 'node:crypto'
import type { Config } from '../config.ts'
import { OperatorError } from '../core/errors.ts'
import { faultOf } from '../core/store/fault.ts'
import { openStore } from '../core/store/open.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * What became of the requests of the last day, as lines. Where the store is away, that is what they say. Throws an
 * OperatorError for what only the operator can mend.
 */
export async function status({ store: place }: Config): Promise<string[]> {
  const store = await openStore({ place, owner: randomUUID(), leaseMs: 0 })
  const where = 'path' in place ? `SQLite, ${place.path}` : 'PostgreSQL, DATABASE_URL'
  try {
    await store.prepare()
    const outcomes = await store.history.summary(DAY_MS)
    const total = outcomes.reduce((sum, { count }) => sum + count, 0)
    const each = outcomes.map(({ outcome, count }) => `  ${outcome}: ${count}`)
    return [`Store: ${where}`, `Requests in the last 24 hours: ${total}`, ...each]
  } catch (error) {
    if (error instanceof OperatorError) throw error
    return [
      `Store: ${where}`,
      `It is away: ${faultOf(error).line} Whoever runs answers from memory until it is back.`,
    ]
  } finally {
    await store.close()
  }
}
