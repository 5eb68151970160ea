import type { Passage, Unnumbered, Volume } from './document.ts'

/** How the passages of one revision of a library follow on those of the last. */
export interface Renumbered {
  /** All, in the library's order. */
  passages: Passage[]
  added: Passage[]
  removed: Passage[]
}

interface Numbered {
  volume: Volume
  passages: Passage[]
}

/**
 * Numbers a library's passages, in place: one that is found by the same words as before keeps its number, though its
 * line may be another. The number of one that was removed is used again from the next revision on.
 */
export function createNumbering(): (volumes: readonly Volume[]) => Renumbered {
  let before = new Map<string, Numbered>()
  let free: number[] = []
  let next = 0
  const take = (): number => free.pop() ?? next++
  return (volumes) => {
    const now = new Map<string, Numbered>()
    const added: Passage[] = []
    const removed: Passage[] = []
    for (const volume of volumes) {
      const last = before.get(volume.file)
      const passages =
        last?.volume === volume ? last.passages : number(volume, last, take, { added, removed })
      now.set(volume.file, { volume, passages })
    }
    for (const [file, { passages }] of before) if (!now.has(file)) removed.push(...passages)
    free = [...free, ...removed.map(({ id }) => id)]
    before = now
    return { passages: [...now.values()].flatMap(({ passages }) => passages), added, removed }
  }
}

function number(
  volume: Volume,
  last: Numbered | undefined,
  take: () => number,
  { added, removed }: Pick<Renumbered, 'added' | 'removed'>,
): Passage[] {
  const known = new Map(last?.passages.map((passage) => [passage.key, passage]))
  const passages = volume.passages.map((passage) => {
    const earlier = known.get(passage.key)
    const stays = earlier && last?.volume.language === volume.language && isFoundAlike(earlier, passage)
    const numbered = Object.assign(passage, { id: stays ? earlier.id : take() })
    if (stays) known.delete(passage.key)
    else added.push(numbered)
    return numbered
  })
  for (const passage of known.values()) removed.push(passage)
  return passages
}

function isFoundAlike(one: Passage, other: Unnumbered): boolean {
  return (
    one.text === other.text &&
    one.document === other.document &&
    one.headings.length === other.headings.length &&
    one.headings.every((heading, i) => heading === other.headings[i])
  )
}
