/** What a line of plain text could be, by its shape alone. */

export interface HeadingShape {
  /** Smaller stands further out; headings of one rank are siblings. */
  rank: number
  /** It names its own place: "Section 6", "2.1", "IV." */
  labelled: boolean
  /** "Chapter 2" and nothing else: its title stands on the next line. */
  bare: boolean
}

export const LONGEST = 120
const MOST_WORDS = 18

/** Label words, outermost first: their place in the list is their rank. */
const LABELS = [
  'book volume buch band livre tome libro deel книга том',
  'part teil partie parte часть część del',
  'title titre título titolo',
  'chapter kapitel chapitre capítulo capitulo capitolo hoofdstuk глава rozdział annex appendix anhang anlage annexe anexo allegato bijlage приложение schedule',
  'section abschnitt sección seccion sezione seção secção afdeling раздел avsnitt',
  'subsection unterabschnitt',
  'article artikel artículo articulo articolo artigo статья paragraph § clause rule',
]
const LABEL_RANK = new Map(LABELS.flatMap((words, rank) => words.split(' ').map((word) => [word, rank])))
const NUMBERED =
  /^(?:\d{1,4}(?:[.-]\d{1,3})*[a-z]?|[ivxlcdm]{1,7}|[a-z]|one|two|three|four|five|six|seven|eight|nine|ten)[.:)—–-]*$/i
const CJK_LABEL = /^第\s?[0-9０-９一二三四五六七八九十百千〇]+\s?([編编部章節节款項条條])[\s:：、]*(.*)$/u
const CJK_RANK: Record<string, number> = { 編: 0, 编: 0, 部: 1, 章: 3, 節: 4, 节: 4, 款: 5, 項: 6 }
const RANK = { article: 6, capitals: 7, roman: 8, letter: 9, number: 10, bracket: 20, plain: 30 }

/** What kind of heading a line could be, by its shape alone; null when it is surely none. */
export function headingShape(text: string): HeadingShape | null {
  if (text.length > LONGEST || text.split(/\s+/).length > MOST_WORDS) return null
  if (/^[-*+•·‣▪–—"“«([]/u.test(text) && !/^\(\d{1,2}\)\s/.test(text)) return null
  const label = labelShape(text)
  if (label?.bare) return label
  if (isFinished(text.replace(/[?？]$/, '')) || /[,、，]$/.test(text)) return null
  return label ?? numberShape(text) ?? plainShape(text)
}

function labelShape(text: string): HeadingShape | null {
  const cjk = CJK_LABEL.exec(text)
  if (cjk) return { rank: CJK_RANK[cjk[1] ?? ''] ?? RANK.article, labelled: true, bare: cjk[2] === '' }
  const [label = '', number = '', ...rest] = text.replace(/^§(?=\S)/, '§ ').split(/\s+/)
  const rank = LABEL_RANK.get(label.toLowerCase())
  if (rank === undefined || !NUMBERED.test(number)) return null
  if (/^\p{Ll}/u.test(rest[0] ?? '')) return null
  return { rank, labelled: true, bare: rest.length === 0 }
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
  if (!/^[\p{Lu}\p{Lo}\p{N}]/u.test(text) || !/\p{L}{2}/u.test(text) || isListItem(text)) return null
  const capitals = !/\p{Ll}/u.test(text) && /\p{Lu}/u.test(text)
  return { rank: capitals ? RANK.capitals : RANK.plain, labelled: false, bare: false }
}

const TERMINAL = /[.!?:;。！？：；…]["”’»)\]]*$/
const LIST_ITEM = /^(?:[-*+•·‣▪–—]\s|\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,5})[.)]\s)/

export function isListItem(text: string): boolean {
  return LIST_ITEM.test(text)
}

/** Whether the text reads as a finished sentence rather than a label. */
export function isFinished(text: string): boolean {
  return TERMINAL.test(text)
}
