/** What the call gives, or a rejection with "timeout" once the time is over; the signal is then aborted. */
export async function within<T>(ms: number, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      stop.abort()
      reject(new Error('timeout'))
    }, ms)
  })
  try {
    return await Promise.race([call(stop.signal), late])
  } finally {
    clearTimeout(timer)
  }
}
