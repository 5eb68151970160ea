/** Joins the paragraphs of a PDF that the end of a page or of a column cut in two. */

import type { Line } from './pdf-layout.ts'
import { isFinished } from './shape.ts'

/** Lines that belong together, or a row of a table. */
export type Draft =
  | { is: 'heading'; lines: Line[]; rank: number }
  | { is: 'text' | 'item'; lines: Line[] }
  | { is: 'row'; text: string; page: number; lines: [] }

/** Notes at the foot of a page are smaller than this part of the text. */
const NOTE = 0.93
const CAPTION = /^(?:fig(?:ure|ura|\.)?|table|tab(?:elle|leau|la|ella|\.)|abb(?:ildung|\.))\s*\d/i

/** A paragraph that a page or a column cut in two is whole again; notes at the page's foot stand after it. */
export function joinOverBreaks(drafts: readonly Draft[], body: number): Draft[] {
  const joined: Draft[] = []
  let open: Draft | null = null
  for (const draft of drafts) {
    if (open && isRest(open, draft)) {
      open.lines.push(...draft.lines)
      continue
    }
    joined.push(draft)
    if (draft.is === 'heading' || !isAside(draft, body)) open = draft
  }
  return joined
}

/** A note, a table or what is said of a figure may stand between the parts of a paragraph. */
function isAside({ is, lines }: Draft, body: number): boolean {
  const [first] = lines
  return is === 'row' || !first || first.size < body * NOTE || CAPTION.test(first.text)
}

function isRest(open: Draft, draft: Draft): open is Extract<Draft, { is: 'text' | 'item' }> {
  const [above, line] = [open.lines.at(-1), draft.lines[0]]
  if (draft.is !== 'text' || open.is === 'heading' || open.is === 'row' || !above || !line) return false
  if (above.region === line.region || Math.abs(above.size - line.size) > line.size * 0.15) return false
  if (isFinished(above.text) || CAPTION.test(line.text)) return false
  return /[-‐\u00AD]$/u.test(above.text) || !/^\p{Lu}/u.test(line.text) || isFull(above, line)
}

/** The first word of the next line had no room at its end. */
export function isFull(above: Line, line: Line): boolean {
  const word = /^\S+/.exec(line.text)?.[0].length ?? 0
  const width = ((line.right - line.x) / line.text.length) * (word + 1)
  return above.right + width > above.to - line.size * 0.5
}
