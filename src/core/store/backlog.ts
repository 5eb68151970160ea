import { setImmediate } from 'node:timers/promises'
import { isRefused } from './fault.ts'

/** A write that waits for the store. */
export type Write = () => Promise<unknown>

/** A file's writes are made in one go; between so many, what else there is to do is done. */
const AT_ONCE = 10

/** What waits for the store, in order; the oldest is given up beyond so many. */
export function createBacklog(most: number) {
  const waiting: Write[] = []
  return {
    defer(write: Write): void {
      if (waiting.length >= most) waiting.shift()
      waiting.push(write)
    },
    size: () => waiting.length,
    /**
     * Writes what waits and resolves to how many that were. What the store will never take is given up, so that it holds
     * up nothing else; any other error rejects, and the rest goes on waiting.
     */
    async flush(refused: (error: unknown) => void): Promise<number> {
      let written = 0
      for (let write = waiting.shift(); write; write = waiting.shift()) {
        try {
          await write()
          written += 1
          if (written % AT_ONCE === 0) await setImmediate()
        } catch (error) {
          if (!isRefused(error)) {
            waiting.unshift(write)
            throw error
          }
          refused(error)
        }
      }
      return written
    },
  }
}
