import type { Message } from './render.ts'

const LONGEST_CONTENT = 2_000
const MOST_EMBEDS = 10
const LONGEST_DESCRIPTION = 4_096
const MOST_IN_EMBEDS = 6_000

/** What Discord would refuse in the message, a line each; empty where it takes it whole. */
export function overLimits({ content, embeds }: Message): string[] {
  const lengths = embeds.map(({ description }) => description.length)
  const all = lengths.reduce((sum, length) => sum + length, 0)
  const longest = Math.max(0, ...lengths)
  const faults: [boolean, string][] = [
    [content.trim() === '' && all === 0, 'content: 0, least 1'],
    [content.length > LONGEST_CONTENT, `content: ${content.length}, most ${LONGEST_CONTENT}`],
    [embeds.length > MOST_EMBEDS, `embeds: ${embeds.length}, most ${MOST_EMBEDS}`],
    [longest > LONGEST_DESCRIPTION, `embeds.description: ${longest}, most ${LONGEST_DESCRIPTION}`],
    [all > MOST_IN_EMBEDS, `embeds.total: ${all}, most ${MOST_IN_EMBEDS}`],
  ]
  return faults.flatMap(([over, what]) => (over ? [what] : []))
}
