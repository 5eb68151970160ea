import type { LineStart } from '../document.ts'

/** A run of text as a browser would show it, with the source line of each of its parts. */
export interface Run {
  text: string
  lines: LineStart[]
}

/** Gathers the text between two block boundaries: white space collapses, but not in preformatted text. */
export type Gathering = ReturnType<typeof createRun>

export function createRun() {
  // Looking at a string that grows copies it each time.
  let parts: string[] = []
  let size = 0
  let lines: LineStart[] = []
  let space = false
  const append = (part: string): void => {
    parts.push(part)
    size += part.length
  }
  const begins = (): boolean => size === 0 || parts.at(-1) === '\n'
  const mark = (line: number | undefined): void => {
    if (line !== undefined && lines.at(-1)?.line !== line) lines.push({ at: size, line })
  }
  return {
    /** `line` is the one on which the piece begins, where the source has lines. */
    add(piece: string, line: number | undefined, preformatted: boolean): void {
      let at = line
      for (const { 0: token } of piece.matchAll(preformatted ? /[^\n]+|\n/g : /[^\S\u00A0]+|[\S\u00A0]+/g)) {
        const white = preformatted ? token === '\n' : token.trim() === '' && !token.includes('\u00A0')
        if (!white) {
          if (space && !begins()) append(' ')
          space = false
          mark(at)
          append(token.replace(/\u00A0/g, ' '))
        } else if (preformatted) append('\n')
        else space = true
        if (at !== undefined) at += token.split('\n').length - 1
      }
    },
    /** Between two blocks that are one run, as in the cell of a table. */
    space(): void {
      space = true
    },
    /** False where there was one already, or nothing yet. */
    break(): boolean {
      if (begins()) return false
      append('\n')
      space = false
      return true
    },
    /** What was gathered; the next run begins. */
    take(): Run {
      const text = parts.join('')
      const begin = text.length - text.trimStart().length
      const run = { text: text.trim(), lines: moveLines(lines, -begin) }
      parts = []
      size = 0
      lines = []
      space = false
      return run
    },
  }
}

/** The same lines for a text that begins so much later, or earlier; of those before its beginning the last stays. */
export function moveLines(lines: readonly LineStart[], by: number): LineStart[] {
  const moved = lines.map(({ at, line }) => ({ at: Math.max(0, at + by), line }))
  return moved.filter(({ at }, i) => at > 0 || moved[i + 1]?.at !== 0)
}
