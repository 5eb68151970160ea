import type { Message } from './render.ts'

const MOST_BLOCKS = 50
const LONGEST_TEXT = 3_000
const LONGEST_SUMMARY = 40_000
/** Slack counts the texts of all blocks together; the figure is measured, not documented. */
const MOST_CHARACTERS = 13_200

/** What Slack would refuse or cut in the message, a line each; empty where it takes it whole. */
export function overLimits({ text, blocks }: Message): string[] {
  const texts = [...textsIn(blocks)]
  const all = texts.reduce((sum, one) => sum + one.length, 0)
  const faults: [boolean, string][] = [
    [text.trim() === '', 'text is empty'],
    [text.length > LONGEST_SUMMARY, `text has ${text.length} of ${LONGEST_SUMMARY} characters`],
    [blocks.length > MOST_BLOCKS, `${blocks.length} of ${MOST_BLOCKS} blocks`],
    [texts.includes(''), 'a text in blocks is empty'],
    [texts.some((one) => one.length > LONGEST_TEXT), `a text in blocks has over ${LONGEST_TEXT} characters`],
    [all > MOST_CHARACTERS, `blocks have ${all} of ${MOST_CHARACTERS} characters`],
  ]
  return faults.flatMap(([over, what]) => (over ? [what] : []))
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  if ('text' in value && typeof value.text === 'string') yield value.text
  for (const inner of Object.values(value)) yield* textsIn(inner)
}
