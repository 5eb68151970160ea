import type { Message } from './render.ts'

const MOST_BLOCKS = 50
const LONGEST_TEXT = 3_000
const LONGEST_SUMMARY = 40_000
/** Slack counts the texts of all blocks together; the figure is measured, not documented. */
const MOST_CHARACTERS = 13_200

/** What Slack would refuse or cut in the message, a line each; empty where it takes it whole. */
export function overLimits({ text, blocks }: Message): string[] {
  const lengths = [...textsIn(blocks)].map((one) => one.length)
  const faults: [boolean, string][] = [
    [text.trim() === '', 'text: 0, least 1'],
    [text.length > LONGEST_SUMMARY, `text: ${text.length}, most ${LONGEST_SUMMARY}`],
    [blocks.length > MOST_BLOCKS, `blocks: ${blocks.length}, most ${MOST_BLOCKS}`],
    [lengths.includes(0), 'blocks.text: 0, least 1'],
    [Math.max(0, ...lengths) > LONGEST_TEXT, `blocks.text: ${Math.max(...lengths)}, most ${LONGEST_TEXT}`],
    [sum(lengths) > MOST_CHARACTERS, `blocks.total: ${sum(lengths)}, most ${MOST_CHARACTERS}`],
  ]
  return faults.flatMap(([over, what]) => (over ? [what] : []))
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((all, length) => all + length, 0)
}

/** Every text in blocks, in order. */
export function* textsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  if ('text' in value && typeof value.text === 'string') yield value.text
  for (const inner of Object.values(value)) yield* textsIn(inner)
}
