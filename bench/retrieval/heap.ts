/** What making a thing adds to the heap and to its buffers, in bytes; only with `--expose-gc`. */
export async function measureHeap<T>(make: () => Promise<T>): Promise<{ value: T; bytes: number }> {
  const before = used()
  const value = await make()
  return { value, bytes: used() - before }
}

function used(): number {
  if (!globalThis.gc) throw new Error('Memory is measured with node --expose-gc.')
  globalThis.gc()
  globalThis.gc()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
