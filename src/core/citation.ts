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

/** Longer addresses are cut or refused somewhere. */
const LONGEST_URL = 1_500

/** Where the citation leads: to the page where the document shows pages. Undefined where it has no address that opens. */
export function citationUrl({ url, page }: Citation): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  const target = new URL(url)
  // A name before the host makes an address look like another's.
  if (!/^https?:$/.test(target.protocol) || target.username !== '') return undefined
  if (page !== undefined && target.hash === '' && /\.pdf$/i.test(target.pathname))
    target.hash = `page=${page}`
  // What URLs may hold, and messages may not.
  const written = target.href.replace(
    /[|<>()`\\@[\]]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return written.length > LONGEST_URL ? undefined : written
}
