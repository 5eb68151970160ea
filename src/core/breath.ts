/** As long as anything else waits for a large piece of work. */
const SLICE_MS = 5

/** Called between small steps: what it gives is to be awaited, once in a while, so that what else there is to do is done. */
export type Breathe = () => Promise<void> | undefined

export function createBreath(): Breathe {
  let begun = 0
  return () => {
    if (performance.now() - begun < SLICE_MS) return undefined
    return new Promise((resolve) => {
      setImmediate(() => {
        begun = performance.now()
        resolve()
      })
    })
  }
}
