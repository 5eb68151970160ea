/** What a line of plain text could be, by its shape alone. */

export interface HeadingShape {
  /** Smaller stands further out; headings of one rank are siblings. */
  rank: number
  /** It names its own place: "Section 6", "2.1", "IV." */
  labelled: boolean
  /** "Chapter 2" and nothing else: its title stands on the next line. */
  bare: boolean
}

interface Label {
  /** Smaller stands further out. */
  rank: number
  /** What the line says after its label. */
  rest: string
}

export const LONGEST = 120
const MOST_WORDS = 18
const FEWEST_SENTENCE_WORDS = 4
const RANK = { capitals: 7, underlined: 8, roman: 11, letter: 12, number: 13, bracket: 23, plain: 40 }

/** Label words, outermost first: their place in the list is their rank. */
const WORDS = [
  'book volume buch band livre tome libro deel книга том',
  'part teil partie parte часть část del',
  'title titre título titolo',
  'chapter kapitel chapitre capítulo capitulo capitolo hoofdstuk глава rozdział annex appendix anhang anlage annexe anexo allegato bijlage приложение schedule ch. chap. kap.',
  'section abschnitt sección seccion sezione seção secção afdeling раздел avsnitt sec.',
  'subsection unterabschnitt',
  'article artikel artículo articulo articolo artigo статья paragraph § clause rule art.',
]
const LABEL_RANK = new Map(WORDS.flatMap((words, rank) => words.split(' ').map((word) => [word, rank])))
const ARTICLE_RANK = 6

const NUMBER =
  /^(?:\d{1,4}(?:[.-]\d{1,3})*(?:[a-z]|er|re|ère|e|[º°ª])?|[ivxlcdm]{1,7}|[a-z]|one|two|three|four|five|six|seven|eight|nine|ten|premi(?:er|ère)|primer[oa]?|prim[oa])[.:)—–-]*$/iu
const ORDINAL =
  /^(?:\d{1,3}\.|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|(?:erst|zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt)e[rs]?|premi(?:er|ère)|deuxième|second|seconde|troisième|quatrième|cinquième|sixième|septième|huitième|primer[oa]?|prim[oa]|segund[oa]|second[oa]|tercer[oa]?|terz[oa]|cuart[oa]|quart[oa])$/iu
const CJK =
  /^第\s?[0-9０-９一二三四五六七八九十百千〇]+\s?([編编部章節节款項条條])(?:の[0-9０-９一二三四五六七八九十]+)?[\s:：、]*(.*)$/u
const CJK_RANK: Record<string, number> = { 編: 0, 编: 0, 部: 1, 章: 3, 節: 4, 节: 4, 款: 5, 項: 6 }

/** What kind of heading a line could be, by its shape alone; null when it is surely none. */
export function headingShape(text: string): HeadingShape | null {
  if (text.length > LONGEST || text.split(/\s+/).length > MOST_WORDS || isTabular(text)) return null
  if (/^[-*+•·‣▪–—"“«([>]/u.test(text) && !/^\(\d{1,2}\)\s/.test(text)) return null
  const label = readLabel(text)
  if (label?.rest === '') return { rank: label.rank, labelled: true, bare: true }
  if (isFinished(text.replace(/[?？]$/, '')) || /[,、，]$/.test(text)) return null
  return label ? labelled(label.rank) : (numberShape(text) ?? plainShape(text))
}

/** A line that its author underlined is a heading; what it is underlined with says how far out it stands. */
export function underlinedShape(text: string, mark: string): HeadingShape {
  const shape = headingShape(text)
  if (shape?.labelled) return shape
  const depth = /[=═]/.test(mark) ? 0 : /[-─—–]/.test(mark) ? 1 : 2
  return { rank: RANK.underlined + depth, labelled: false, bare: false }
}

/** 「（目的）」 above 第一条 is the article's title. */
export function captionShape(text: string, next: string): HeadingShape | null {
  if (!/^[（(][^（()）]{1,40}[)）]$/u.test(text) || !/^第.{1,8}[条條]/u.test(next)) return null
  return labelled(ARTICLE_RANK)
}

/** The label a line begins with, or null. A label the sentence goes on from, in lower case, is none. */
function readLabel(text: string): Label | null {
  const cjk = CJK.exec(text)
  if (cjk) return { rank: CJK_RANK[cjk[1] ?? ''] ?? ARTICLE_RANK, rest: cjk[2] ?? '' }
  const [first = '', second = '', ...words] = text.replace(/^§(?=\S)/, '§ ').split(/\s+/)
  const rank = rankOf(first) ?? rankOf(unmarked(second))
  if (rank === undefined || /^\p{Ll}/u.test(words[0] ?? '')) return null
  if (rankOf(first) === undefined ? !ORDINAL.test(first) : !NUMBER.test(second)) return null
  return { rank, rest: words.join(' ').replace(/^[:—–-]\s*/u, '') }
}

/** A label without the marks that end it. */
export function unmarked(label: string): string {
  return label.replace(/[\s.:)—–-]+$/u, '')
}

function rankOf(word: string): number | undefined {
  return LABEL_RANK.get(word.toLowerCase())
}

function numberShape(text: string): HeadingShape | null {
  const decimal = /^(\d{1,2}(?:\.\d{1,2}){0,5})[.)]?\s+(?=[\p{Lu}\p{Lo}"“‘«])/u.exec(text)
  if (decimal) return labelled(RANK.number + (decimal[1]?.split('.').length ?? 1))
  if (/^[IVXLC]{1,7}[.)]\s+[\p{Lu}\p{Lo}]/u.test(text)) return labelled(RANK.roman)
  if (/^[A-Z][.)]\s+\p{Lu}/u.test(text)) return labelled(RANK.letter)
  if (/^\(\d{1,2}\)\s+[\p{Lu}\p{Lo}]/u.test(text)) return labelled(RANK.bracket)
  return null
}

function labelled(rank: number): HeadingShape {
  return { rank, labelled: true, bare: false }
}

function plainShape(text: string): HeadingShape | null {
  if (!/^[\p{Lu}\p{Lo}\p{N}]/u.test(text) || !/\p{L}{2}/u.test(text) || isListItem(text) || isDate(text))
    return null
  // A number and a word is a quantity or an address; four digits may be a year.
  if (/^\p{N}+\s/u.test(text) && !/^\d{4}\s\p{Lu}/u.test(text)) return null
  if (isCapitals(text)) return { rank: RANK.capitals, labelled: false, bare: false }
  if (hasSentenceEnd(text) || (isField(text) && !/[?？]$/.test(text))) return null
  return { rank: RANK.plain, labelled: false, bare: false }
}

const TERMINAL = /[.!?:;。！？：；…]["”’»)\]]*$/
const LIST_ITEM = /^(?:[-*+•·‣▪–—]\s|o\s{2}|\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,5})[.)]\s)/
const SENTENCE_END =
  /(?:[!?]|(?<=\p{L}{3})(?<!\b(?:Inc|Ltd|Corp|Bros|Mrs|Prof))\.|[。！？])\s+["“(]?[\p{Lu}\p{Lo}]/u
const FIELD = /^\p{Lu}[^\s:：]{0,30}(?:\s[^\s:：]{1,30}){0,2}\s?[:：]\s+\S/u
const DATE = /^(?:\p{L}+,?\s){0,3}\d{1,2}(?:st|nd|rd|th|\.)?,?\s(?:\p{L}+\.?,?\s)?(?:19|20)\d{2}$/u
const LEADER = /(?:\s*[.…]){3,}\s*\d{0,4}$/

export function isListItem(text: string): boolean {
  return LIST_ITEM.test(text)
}

/** Whether the text reads as a finished sentence rather than a label. */
export function isFinished(text: string): boolean {
  return TERMINAL.test(text)
}

/** Whether a sentence ends and another begins within the text. */
export function hasSentenceEnd(text: string): boolean {
  return SENTENCE_END.test(text)
}

/** "5 May 2023", "Berlin, May 5, 2023" */
export function isDate(text: string): boolean {
  return DATE.test(text)
}

/** Whether the text is long enough for a sentence, and ends like one. */
export function isSentence(text: string): boolean {
  return isFinished(text) && (text.split(/\s+/).length >= FEWEST_SENTENCE_WORDS || /[。！？]$/.test(text))
}

/** "Place: Room 4" */
export function isField(text: string): boolean {
  return FIELD.test(text)
}

export function isCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text) && /\p{Lu}.*\p{Lu}/u.test(text)
}

/** Set in columns: by wide gaps, or by a row of dots that leads to a page number. */
export function isTabular(text: string): boolean {
  return /^\S+\s.*\S\s{3,}\S|^[\p{L}&]+\s{3,}\S/u.test(text) || isLeader(text)
}

/** "Our Year ........ 3" */
export function isLeader(text: string): boolean {
  return text.length <= LONGEST && /\d$/.test(text) && LEADER.test(text)
}
