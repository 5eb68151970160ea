import type { LineStart } from '../document.ts'

/** Between two words of a text lies at most this much markup. */
const REACH = 2000

/**
 * On which source line each part of a text stands: the text's words are found again, one after the other, in the
 * source they were read from, whatever markup lies between them. `firstLine` is the source's first line in the file.
 */
export function alignLines(text: string, source: string, firstLine: number): LineStart[] {
  const lines: LineStart[] = []
  let line = firstLine
  let at = 0
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    const found = source.slice(at, at + REACH).indexOf(word)
    if (found >= 0) {
      line += countBreaks(source.slice(at, at + found))
      at += found + word.length
    }
    if (lines.at(-1)?.line !== line) lines.push({ at: lines.length === 0 ? 0 : index, line })
  }
  return lines.length > 0 ? lines : [{ at: 0, line: firstLine }]
}

/** Line breaks as editors count them. */
export function countBreaks(text: string): number {
  return text.match(/\r\n|[\n\r\u2028\u2029]/g)?.length ?? 0
}
