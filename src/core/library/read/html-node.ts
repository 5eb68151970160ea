/** The part of a parsed node that is looked at. */
export interface Node {
  type: string
  name?: string
  data?: string
  attribs?: Record<string, string>
  children?: Node[]
  sourceCodeLocation?: { startLine: number; endLine: number } | null
}

const set = (names: string): Set<string> => new Set(names.split(' '))
const BLOCKS = set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu ol p pre search section summary table tbody td tfoot th thead tr ul',
)
const DROPPED = set(
  'script style template noscript nav aside footer head title iframe object embed svg math canvas audio video select option textarea button input map area',
)
const LANDMARK = /^(?:navigation|banner|contentinfo|search|complementary)$/
const UNSEEN = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-list\s*:\s*ignore/i
/** What wikis and generators of documentation put beside headings and around a text. */
const AROUND =
  /(?:^|\s)(?:mw-editsection|mw-cite-backlink|mw-jump-link|headerlink|printfooter|toc|toc-macro)(?:\s|$)/
/** To a note, or from it back to the text. */
const NOTE =
  /#(?:_(?:ft|ed)n(?:ref)?\d+|(?:ftnt|cmnt)(?:_ref)?\d+|(?:foot|end)note-(?:ref-)?\d+|cite_(?:note|ref)-.+|fn(?:ref)?:?\d+)$/i
const NOTE_MARK = /^\s*[[(]?[\p{L}\p{N}*†‡§↑↩^]\S{0,3}\s*$/u
/** As word processors name the paragraph that is a document's title. */
const TITLE = /(?:^|\s)(?:title|msotitle)(?:\s|$)/i

export function isBlock({ name = '' }: Node): boolean {
  return BLOCKS.has(name)
}

/** What surrounds a page's text, or is not shown. A button is part of the heading that unfolds by it. */
export function isDropped(node: Node, inHeading: boolean): boolean {
  const { type, name = '', attribs = {} } = node
  return (
    type !== 'tag' ||
    (DROPPED.has(name) && !(inHeading && name === 'button')) ||
    (name !== 'body' && AROUND.test(attribs['class'] ?? '')) ||
    (NOTE.test(attribs['href'] ?? '') && NOTE_MARK.test(firstText(node))) ||
    'hidden' in attribs ||
    attribs['aria-hidden'] === 'true' ||
    LANDMARK.test(attribs['role'] ?? '') ||
    UNSEEN.test(attribs['style'] ?? '')
  )
}

/** Of a heading, from 0 for a document's title; null for what is none. */
export function rankOf({ name = '', attribs = {} }: Node): number | null {
  const rank = /^h([1-6])$/.exec(name)?.[1]
  if (rank !== undefined) return Number(rank)
  return name === 'p' && TITLE.test(attribs['class'] ?? '') ? 0 : null
}

/** The source line on which a text begins. The line break that a parser takes off preformatted text is none of it. */
export function lineOf(
  { data = '', sourceCodeLocation: place }: Node,
  preformatted: boolean,
): number | undefined {
  if (!place) return undefined
  const taken = preformatted && place.endLine - place.startLine === data.split('\n').length
  return place.startLine + (taken ? 1 : 0)
}

function firstText(node: Node): string {
  let inner: Node | undefined = node
  while (inner && inner.data === undefined) inner = inner.children?.[0]
  return inner?.data ?? ''
}

export function isMain({ name = '', attribs = {} }: Node): boolean {
  return name === 'main' || name === 'article' || attribs['role'] === 'main'
}
