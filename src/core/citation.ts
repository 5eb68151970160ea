import type { Citation } from './contract.ts'

/** A heading that begins with its label is known by it: "Section 6 Russia and Belarus" is cited as "Section 6". */
const LABEL =
  /^(\p{L}{3,}\.? (?:\d+(?:\.\d+)*|[IVXLC]+)|第\s?[\p{N}一二三四五六七八九十百]+\s?\p{L})(?=[\s.:—–-]|$)/u
const SHORT_ENOUGH = 28

/** The citation in a line: "Handbook › Chapter 2 › 1 Overview · line 11". Where it is too long the path is cut, never the place. */
export function citationLine({ document, headings, line, page }: Citation, longest = Infinity): string {
  const path = [document, ...headings.map(shorten)].join(' › ')
  const place = page !== undefined ? ` · page ${page}` : line !== undefined ? ` · line ${line}` : ''
  const room = longest - place.length
  return (path.length > room ? `${path.slice(0, room - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : path) + place
}

function shorten(heading: string): string {
  return heading.length <= SHORT_ENOUGH ? heading : (LABEL.exec(heading)?.[1] ?? heading)
}
