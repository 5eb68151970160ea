import type { Message } from './render.ts'

const LONGEST_CONTENT = 2_000
const MOST_EMBEDS = 10
const LONGEST_DESCRIPTION = 4_096
const MOST_IN_EMBEDS = 6_000

/** What Discord would refuse in the message, a line each; empty where it takes it whole. */
export function overLimits({ content, embeds }: Message): string[] {
  const lengths = embeds.map(({ description }) => description.length)
  const all = lengths.reduce((sum, length) => sum + length, 0)
  const faults: [boolean, string][] = [
    [content.trim() === '' && all === 0, 'there is nothing to see'],
    [content.length > LONGEST_CONTENT, `content has ${content.length} of ${LONGEST_CONTENT} characters`],
    [embeds.length > MOST_EMBEDS, `${embeds.length} of ${MOST_EMBEDS} embeds`],
    [
      lengths.some((length) => length > LONGEST_DESCRIPTION),
      `an embed has over ${LONGEST_DESCRIPTION} characters`,
    ],
    [all > MOST_IN_EMBEDS, `embeds have ${all} of ${MOST_IN_EMBEDS} characters`],
  ]
  return faults.flatMap(([over, what]) => (over ? [what] : []))
}
