/** The kind of answer that a question wants, told by the words that ask. */

export type Wanted =
  | 'time'
  | 'year'
  | 'count'
  | 'duration'
  | 'money'
  | 'number'
  | 'person'
  | 'place'
  | 'name'
  | 'reason'
  | 'anything'

const WH = /\b(?:who|whom|whose|what|which|when|where|why|how)\b/gi
/** These may also begin a clause, in a question for yes or no: "Is there a fee for children whose parents …" */
const RELATIVE = /^(?:who|whom|whose|which|when|where)$/i
/** ... but ask after these: "Do we know who", "Is it free and since when". */
const ASKING =
  /(?:[;:?–-]|\b(?:and|or|but|since|from|until|by|of|about|knows?|known|says?|said|tell|heard?|clear|sure|decided|explains?|check|ask|(?:find|figure|point) out|look up|show me|describes?|mentions?|states?|specif(?:y|ies)|announced|written|anywhere|idea|clue|info|information))\s*$/i
const AFTER_COMMA = /^(?:who|when)$/i
/** Further back nothing tells whether a word asks. */
const LOOKED_BACK = 30
const AUXILIARY = /^(?:is|are|was|were|am|do|does|did|can|could|will|would|should|may|must|has|have|had)\b/i
const PRICE = '(?:costs?|price|fee|fare|fine|salary|budget)'
const PAID =
  '(?:costs?|prices?|priced|charges?|charged|fees?|pay|pays|paid|spend|spends|spent|fares?|fines?|salary|wages?|budget|money|earns?|earned)'
const MEASURE =
  '(?:number|percentage|percent|share|amount|proportion|size|age|rate|population|temperature|maximum|minimum|limit|height|weight|length|width|depth|speed)'

/** What is long in space or in text: "how long" asks of everything else how much time. */
const LENGTHY =
  '(?:roads?|bridges?|rivers?|straits?|coasts?|coastline|runways?|tunnels?|ships?|vessels?|boats?|walls?|fences?|tracks?|trails?|stretch|cables?|pipes?|ropes?|tables?|texts?|letters?|reports?|proposals?|essays?|titles?|passwords?|messages?)'

const ASKED: readonly [Wanted, RegExp][] = [
  ['year', /^(?:what|which) year\b/i],
  ['time', /^(?:when\b|(?:what|which) (?:date|day|month|century|decade|time|era|period)\b)/i],
  [
    'number',
    new RegExp(
      String.raw`^how long (?:is|are|was|were|can|may|must|should|does|do)(?: the| an?| my| our| your| their)?(?: [a-z]+)? ${LENGTHY}(?: be| have to be| of\b.*)?\W*$`,
      'i',
    ),
  ],
  ['duration', /^how (?:long|quickly|soon)\b/i],
  ['money', new RegExp(String.raw`^how much\b.*\b${PAID}\b`, 'i')],
  ['money', /^what (?:does|do|did|would|will)\b.*\b(?:cost|charge)\b/i],
  ['money', new RegExp(String.raw`^what(?:'s| is| was| are) the .*\b${PRICE}\b`, 'i')],
  ['money', new RegExp(String.raw`^(?:what|which) ${PRICE}\b`, 'i')],
  ['count', /^how many\b/i],
  [
    'number',
    /^how (?:much|large|old|tall|big|far|high|often|fast|deep|wide|heavy|hot|cold|low|small|thick|early|late)\b/i,
  ],
  ['number', new RegExp(String.raw`^(?:what|which)(?:'s| is| was| are)?(?: the)? ${MEASURE}\b`, 'i')],
  ['person', /^(?:who|whom|whose)\b/i],
  ['place', /^where\b/i],
  [
    'name',
    /^(?:what|which) (?:[a-z]+ )?(?:city|country|town|state|continent|province|river|island|company|organization|organisation|university|airline|party|bank|person|president|king|queen|leader|author)\b/i,
  ],
  ['reason', /^(?:why\b|what (?:caused|led to|(?:was|is|were|are) the (?:reason|cause)s?)\b)/i],
]
/** In what is typed into a search box, without a word that asks. */
const TYPED: readonly [Wanted, RegExp][] = [
  ['year', /\byear\b/i],
  ['money', new RegExp(String.raw`\b${PAID}\b`, 'i')],
  ['duration', /\b(?:duration|period)\b/i],
  ['time', /\b(?:dates?|deadline|day|expiry)\b/i],
  ['number', new RegExp(String.raw`\b(?:${MEASURE}|max|min|threshold)\b`, 'i')],
]

/**
 * By its first word that asks; where that only opens a clause ("When it rains, who …"), by the one after the comma. In a
 * question for yes or no, words that only begin a clause are passed over.
 */
export function wantedBy(asked: string): Wanted {
  const yesOrNo = AUXILIARY.test(asked)
  const words = Array.from(asked.matchAll(WH), ({ 0: word, index }) => ({ word, index }))
    .filter(({ word, index }) => !yesOrNo || !RELATIVE.test(word) || asks(asked, index, word))
    .map(({ index }) => index)
  const [first, second] = words
  if (first === undefined) return yesOrNo ? 'anything' : matching(TYPED, asked)
  const clause = second !== undefined && /^when\b[^?]*,\s*(?:[a-z]+\s+)?$/i.test(asked.slice(first, second))
  return matching(ASKED, asked.slice(clause ? second : first))
}

function asks(asked: string, index: number, word: string): boolean {
  const before = asked.slice(Math.max(0, index - LOOKED_BACK), index)
  return ASKING.test(before) || (AFTER_COMMA.test(word) && /,\s*$/.test(before))
}

function matching(kinds: readonly [Wanted, RegExp][], text: string): Wanted {
  return kinds.find(([, pattern]) => pattern.test(text))?.[0] ?? 'anything'
}
