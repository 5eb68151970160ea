const WAIT_MS = 2_000

/** Lets tests wait for a state without asking again and again: `changed` is told, waiters look. */
export function createWatch() {
  const waiters = new Set<() => void>()
  return {
    changed: (): void => {
      for (const look of waiters) look()
    },
    /** Resolves with what `find` returns once that is truthy; rejects after `timeoutMs`, saying what it waited for. */
    waitFor: <T>(find: () => T, timeoutMs = WAIT_MS): Promise<NonNullable<T>> =>
      new Promise((resolve, reject) => {
        const stop = (): void => {
          clearTimeout(timer)
          waiters.delete(look)
        }
        const look = (): void => {
          try {
            const found = find()
            if (!found) return
            stop()
            resolve(found)
          } catch (error) {
            stop()
            reject(error as Error)
          }
        }
        const timer = setTimeout(() => {
          stop()
          reject(new Error(`Waited ${timeoutMs} ms in vain for ${String(find)}`))
        }, timeoutMs)
        waiters.add(look)
        look()
      }),
  }
}
