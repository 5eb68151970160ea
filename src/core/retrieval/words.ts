/** Words as retrieval sees them: where they stand in the text, and the term they are matched by. */

import { ENGLISH, fold, type Language } from './language.ts'

export interface Word {
  /** Offsets into the text it was found in. */
  start: number
  end: number
  /** As written. */
  text: string
  /** Folded: lower case, no accents, no possessive, no dots in an acronym, no commas in a number. */
  form: string
  /** What it is matched by: the stem of the form, or the form where it is no ordinary word. */
  term: string
  /** It carries no meaning of its own. */
  stop: boolean
}

const WORD =
  /[£$€¥%]|(?:\p{Lu}\.)+\p{Lu}(?![\p{L}.]|\s+\p{Lu})|(?:\p{Lu}\.){2,}|(?<!\p{L})[ap]\.m(?!\p{L})|\p{N}+(?:[.,:]\p{N}+)+|(?![\p{M}\p{Cf}])(?:(?![\u200B\u0E00-\u0E7F\u3040-\u30FF\u3400-\u9FFF])[\p{L}\p{N}\p{M}\p{Cf}])+(?:['’ʼ](?=\p{L})\p{L}+)?|[\u0E00-\u0E7F\u3040-\u30FF\u3400-\u9FFF]+/gu
const UNSPACED = /^[\u0E00-\u0E7F\u3040-\u30FF\u3400-\u9FFF]/u
/** By the word as written: a library repeats its words, and reading them is much of the cost of indexing it. */
const known = new Map<Language, Map<string, Read>>()
const MOST_KNOWN = 50_000
let segmenter: Intl.Segmenter | undefined

/** The words of a text, in order. Scripts written without spaces are split by dictionary. */
export function wordsOf(text: string, language: Language = ENGLISH): Word[] {
  const found: Word[] = []
  for (const { 0: match, index } of text.matchAll(WORD)) {
    if (UNSPACED.test(match)) found.push(...unspaced(match, index, language))
    else found.push(toWord(match, index, language))
  }
  return found
}

function unspaced(run: string, offset: number, language: Language): Word[] {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' })
  return Array.from(segmenter.segment(run), ({ segment, index }) => toWord(segment, offset + index, language))
}

function toWord(text: string, start: number, language: Language): Word {
  const { form, term, stop } = read(text, language)
  return { start, end: start + text.length, text, form, term, stop }
}

type Read = Pick<Word, 'form' | 'term' | 'stop'>

function read(text: string, language: Language): Read {
  let words = known.get(language)
  if (words === undefined) known.set(language, (words = new Map()))
  let word = words.get(text)
  if (word === undefined) {
    word = readWord(text, language)
    if (words.size >= MOST_KNOWN) words.clear()
    words.set(text, word)
  }
  return word
}

function readWord(text: string, language: Language): Read {
  if (/^[£$€¥%]$/.test(text)) return { form: text, term: text, stop: true }
  const { stops } = language
  const acronym = /^(?:\p{Lu}\.)+\p{Lu}?$/u.test(text) || /^\p{Lu}{2,}$/u.test(text)
  const lower = lowerCase(text)
  const form = fold(lower)
  // "US" must not meet "us", nor "WHO" meet "who", in the index.
  if (acronym && stops.has(form)) return { form: form.toUpperCase(), term: form.toUpperCase(), stop: false }
  return { form, term: language.stem(lower), stop: stops.has(form) }
}

/** Where a word may be broken, or its letters are joined; the selectors of emoji. */
const INVISIBLE = /\p{Cf}|\uFE0E|\uFE0F/gu

/** Equal for words that differ only in case, width, possessive, or the punctuation inside. */
function lowerCase(text: string): string {
  const lower = text.normalize('NFKC').toLowerCase().replace(INVISIBLE, '')
  return lower.replace(/['’ʼ](?:s$)?/g, '').replace(/(?<=\p{L})\.|(?<=\p{N}),(?=\p{N}{3})/gu, '')
}
