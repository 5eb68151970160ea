/** In so many parts the time is counted. */
const PARTS = 7

/**
 * What the call gives, or a rejection with "timeout" once the time is over; the signal is then aborted. While this
 * process itself is held up its time hardly counts: what it waits for may have come long ago.
 */
export async function within<T>(ms: number, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    let parts = 0
    timer = setInterval(() => {
      parts += 1
      if (parts < PARTS) return
      stop.abort()
      reject(new Error('timeout'))
    }, ms / PARTS)
  })
  try {
    return await Promise.race([call(stop.signal), late])
  } finally {
    clearInterval(timer)
  }
}
