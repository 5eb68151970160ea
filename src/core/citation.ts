import type { Citation, Span } from './contract.ts'

/** A heading that begins with its label is known by it: "Section 6 Russia and Belarus" is cited as "Section 6". */
const LABEL =
  /^(\p{L}{3,}\.? (?:\d+(?:\.\d+)*|[IVXLC]+)|第\s?[\p{N}一二三四五六七八九十百]+\s?\p{L})(?!\.?\d)(?=[\s.:—–-]|$)/u
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

/** Longer addresses are cut or refused somewhere. */
const LONGEST_URL = 1_500

/** Where the citation leads: to the page where the document shows pages. Undefined where it has no address that opens. */
export function citationUrl({ url, page }: Citation): string | undefined {
  const target = openable(url)
  if (target && page !== undefined && target.hash === '' && /\.pdf$/i.test(target.pathname))
    target.hash = `page=${page}`
  return target && written(target)
}

/** Where the span leads. Undefined where it has no address that opens, or nothing to see. */
export function spanUrl({ url, text }: Span): string | undefined {
  const target = text.trim() === '' ? undefined : openable(url)
  return target && written(target)
}

function openable(url: string | undefined): URL | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  const target = new URL(url)
  // A name before the host makes an address look like another's.
  return /^https?:$/.test(target.protocol) && target.username === '' ? target : undefined
}

/** Without what URLs may hold, and messages may not. */
function written({ href }: URL): string | undefined {
  const safe = href.replace(/[|<>()`\\@[\]]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return safe.length > LONGEST_URL ? undefined : safe
}
