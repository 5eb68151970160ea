import type { Look } from './library/library.ts'
import type { Index } from './retrieval/index.ts'
import { ENGLISH, languagesBy } from './retrieval/language.ts'

/** As long as anything else waits for a large change. */
const SLICE_MS = 5

/** Brings the index to what the look gave, while it answers. */
export async function shelve(index: Index, look: Extract<Look, { is: 'new' }>): Promise<void> {
  const { passages, added, removed, now } = look
  const byCode = await languagesBy(new Set(now.volumes.map(({ language }) => language)))
  const languages = new Map(now.volumes.map(({ file, language }) => [file, byCode.get(language) ?? ENGLISH]))
  let begun = 0
  const breathe = (): Promise<void> | undefined => {
    if (performance.now() - begun < SLICE_MS) return undefined
    return new Promise((resolve) => {
      setImmediate(() => {
        begun = performance.now()
        resolve()
      })
    })
  }
  await index.update({ passages, added, removed, languages }, breathe)
}
