import { createBreath } from './breath.ts'
import type { Look } from './library/library.ts'
import type { Index } from './retrieval/index.ts'
import { ENGLISH, languagesBy } from './retrieval/language.ts'

/** Brings the index to what the look gave, while it answers. */
export async function shelve(index: Index, look: Extract<Look, { is: 'new' }>): Promise<void> {
  const { passages, added, removed, now } = look
  const byCode = await languagesBy(new Set(now.volumes.map(({ language }) => language)))
  const languages = new Map(now.volumes.map(({ file, language }) => [file, byCode.get(language) ?? ENGLISH]))
  await index.update({ passages, added, removed, languages }, createBreath())
}
