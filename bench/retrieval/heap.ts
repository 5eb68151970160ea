/**
 * What making a thing adds to the heap and to its buffers, in bytes; only with `--expose-gc`. What is made once and kept
 * by whoever makes it is no part of it: the first of the things is made twice.
 */
export async function measureHeap<T>(
  make: () => Promise<T>,
  twice = true,
): Promise<{ value: T; bytes: number }> {
  if (twice) await make()
  const before = await used()
  const value = await make()
  return { value, bytes: (await used()) - before }
}

async function used(): Promise<number> {
  if (!globalThis.gc) throw new Error('Memory is measured with node --expose-gc.')
  for (let i = 0; i < 4; i += 1) {
    globalThis.gc()
    await new Promise((resolve) => setImmediate(resolve))
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
