/** Tells the ends of sentences that a segmenter sees from those that are none: after abbreviations, labels, quotations. */

const TITLES =
  'Mr Mrs Ms Mx Dr Prof St Sr Jr Rev Hon Gen Col Maj Capt Lt Sgt Adm Gov Sen Rep Pres Mme Mlle Hr Fr Dipl Ing'
const SHORT =
  'vs cf ca approx est al ed eds vol vols no nos p pp fig figs sec ch art arts para eq dept inc ltd co corp bros ave blvd rd tel fax jan feb mar apr jun jul aug sep sept oct nov dec bzw u.a d.h usw Nr Abs Art S'
const NEVER_LAST = new Set(TITLES.toLowerCase().split(' '))
const SELDOM_LAST = new Set(SHORT.toLowerCase().split(' '))
const OPENERS =
  /^["“‘(]*(?:The|A|An|In|On|At|It|He|She|They|We|This|These|That|Those|But|And|However|After|Before|When|While|For|As|If|Its|His|Her|Their|There|By|From|With|Since)\b/
const LIST_LABEL = /^\s*\(?(?:\d{1,3}|\p{L}|[ivx]{1,5})[.)]\s*$/u
/** What may follow a time of day in its sentence, though it has a capital. */
const OF_A_TIME =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|^(?:Eastern|Central|Mountain|Pacific|Greenwich|British|European|Local)\b/
/** "3. Oktober", "2. Kapitel": an ordinal, where a sentence would not end in a bare small number. */
const ORDINAL = /(?:^|[^\d.,])\b\d{1,2}\.\s*$/
const ORDINAL_NEXT =
  /^(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Kapitel|Abschnitt|Teil|Auflage|Jahrhundert)\b/

/**
 * Whether `after` belongs to the sentence that ends in `before`, though a segmenter saw an end between them. `whole`:
 * `before` is all of the sentence so far, not only its last characters.
 */
export function continuesSentence(before: string, after: string, whole: boolean): boolean {
  if (/[\n\u2028\u2029]\s*$/.test(before)) return false
  const next = after.trimStart()
  if (whole && LIST_LABEL.test(before)) return true
  if (/^[)\]”’"']+\s*$/.test(next)) return true
  if (/^\p{Ll}/u.test(next)) return /[.…]["”’)]*\s*$|[!?…]["”’“»)]+\s*$/.test(before)
  if (ORDINAL.test(before) && ORDINAL_NEXT.test(next)) return true
  const last = /(?:^|[\s("“‘[])(\p{L}[\p{L}.]*)\.\s*$/u.exec(before)?.[1]
  if (last === undefined) return false
  return isAbbreviation(last, next)
}

function isAbbreviation(word: string, next: string): boolean {
  const folded = word.toLowerCase()
  if (NEVER_LAST.has(folded) && /^\p{Lu}/u.test(word)) return true
  if (SELDOM_LAST.has(folded)) return /^[\d(+]/.test(next) || folded === 'vs' || folded === 'cf'
  if (/^[pP]\.?[sS]$/.test(word)) return true
  // "z. B.", "J. Smith"
  if (/^\p{Ll}$/u.test(word)) return /^\p{Lu}\.(?:\s|$)/u.test(next)
  if (/^\p{Lu}$/u.test(word)) return !OPENERS.test(next) && /^\p{Lu}/u.test(next)
  if (/^[ap]\.m$/.test(folded)) return !/^\p{Lu}\p{Ll}/u.test(next) || OF_A_TIME.test(next)
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return !OPENERS.test(next)
  return false
}
