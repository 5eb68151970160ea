/** Splits a paragraph into sentences. */

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

const TITLES =
  'Mr Mrs Ms Mx Dr Prof St Sr Jr Rev Hon Gen Col Maj Capt Lt Sgt Adm Gov Sen Rep Pres Mme Mlle Hr Fr Dipl Ing'
const SHORT =
  'vs cf ca approx est al ed eds vol vols no nos pp fig figs sec ch art arts para eq dept inc ltd co corp bros ave blvd rd jan feb mar apr jun jul aug sep sept oct nov dec bzw z.B u.a d.h usw Nr Abs Art S'
const NEVER_LAST = new Set(TITLES.toLowerCase().split(' '))
const SELDOM_LAST = new Set(SHORT.toLowerCase().split(' '))
const OPENERS =
  /^["“‘(]*(?:The|A|An|In|On|At|It|He|She|They|We|This|These|That|Those|But|And|However|After|Before|When|While|For|As|If|Its|His|Her|Their|There|By|From|With|Since)\b/

/**
 * The sentences of `text` with the offset at which each begins. Each is a slice of `text`, trimmed at both ends;
 * together they hold everything but white space. A line break ends a sentence.
 */
export function splitSentences(text: string): { start: number; text: string }[] {
  const found: { start: number; text: string }[] = []
  let start = 0
  let end = 0
  const flush = (): void => {
    const raw = text.slice(start, end)
    const trimmed = raw.trim()
    if (trimmed !== '') found.push({ start: start + raw.indexOf(trimmed), text: trimmed })
    start = end
  }
  for (const piece of segmenter.segment(text)) {
    if (piece.index > start && !continues(text.slice(start, end), piece.segment)) flush()
    end = piece.index + piece.segment.length
  }
  flush()
  return found
}

/** Whether what follows belongs to the sentence so far, though the segmenter saw an end between them. */
function continues(before: string, after: string): boolean {
  if (/[\n\u2028\u2029]\s*$/.test(before)) return false
  const next = after.trimStart()
  if (/^[)\]”’"']+\s*$/.test(next)) return true
  if (/^\p{Ll}/u.test(next) && !/[!?…]["”’)]*\s*$/.test(before)) return /[.…]["”’)]*\s*$/.test(before)
  const last = /(?:^|[\s("“‘[])(\p{L}[\p{L}.]*)\.\s*$/u.exec(before)?.[1]
  if (last === undefined) return false
  return isAbbreviation(last, next)
}

function isAbbreviation(word: string, next: string): boolean {
  const folded = word.toLowerCase()
  if (NEVER_LAST.has(folded) && /^\p{Lu}/u.test(word)) return true
  if (SELDOM_LAST.has(folded)) return /^[\d(]/.test(next) || folded === 'vs' || folded === 'cf'
  if (/^\p{Lu}$/u.test(word)) return !OPENERS.test(next) && /^\p{Lu}/u.test(next)
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return !OPENERS.test(next)
  return false
}
