/** Words as retrieval sees them: where they stand in the text, and the term they are matched by. */

import stem from 'wink-porter2-stemmer'

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
  /(?:\p{Lu}\.){2,}|\p{N}+(?:[.,:]\p{N}+)+|(?:(?![\u0E00-\u0E7F\u3040-\u30FF\u3400-\u9FFF])[\p{L}\p{N}\p{M}])+(?:['’ʼ](?=\p{L})\p{L}+)?|[\u0E00-\u0E7F\u3040-\u30FF\u3400-\u9FFF]+/gu
const UNSPACED = /^[\u0E00-\u0E7F\u3040-\u30FF\u3400-\u9FFF]/u
const STOPS = new Set(
  `a about after all also am among an and another any are aren as at be because been before being between both but by
  can cant could couldnt d did didnt do does doesnt doing don dont during each either else etc few for from further
  get got had hadnt has hasnt have havent having he her here hers herself him himself his how i if im in into is isnt
  it its itself ive just lets ll m many may me might more most much must my myself neither no nor not of off on once
  only onto or other our ours out over own per re s same shall she should shouldnt since so some still such t than
  that the their theirs them themselves then there these they this those though through to too under until up upon us
  ve very via was wasnt we well were werent what when where whether which while who whom whose why will with within
  without wont would wouldnt yet you your youre yours yourself`.split(/\s+/),
)

/** By the word as written: a library repeats its words, and reading them is most of the cost of a question. */
const known = new Map<string, Pick<Word, 'form' | 'term' | 'stop'>>()
const MOST_KNOWN = 20_000
let segmenter: Intl.Segmenter | undefined

/** The words of a text, in order. Scripts written without spaces are split by dictionary. */
export function wordsOf(text: string): Word[] {
  const found: Word[] = []
  for (const { 0: match, index } of text.matchAll(WORD)) {
    if (UNSPACED.test(match)) found.push(...unspaced(match, index))
    else found.push(toWord(match, index))
  }
  return found
}

function unspaced(run: string, offset: number): Word[] {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' })
  return Array.from(segmenter.segment(run), ({ segment, index }) => toWord(segment, offset + index))
}

function toWord(text: string, start: number): Word {
  let read = known.get(text)
  if (read === undefined) {
    read = readWord(text)
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(text, read)
  }
  return { start, end: start + text.length, text, form: read.form, term: read.term, stop: read.stop }
}

function readWord(text: string): Pick<Word, 'form' | 'term' | 'stop'> {
  const acronym = /^(?:\p{Lu}\.){2,}$/u.test(text) || /^\p{Lu}{2,}$/u.test(text)
  const form = foldWord(text)
  const stop = !acronym && STOPS.has(form)
  // "US" must not meet "us", nor "WHO" meet "who", in the index.
  const term = acronym && STOPS.has(form) ? form.toUpperCase() : stemOf(form)
  return { form, term, stop }
}

/** Equal for words that differ only in case, accents, width, possessive, or the punctuation inside. */
export function foldWord(text: string): string {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .normalize('NFC')
  return folded.replace(/['’ʼ](?:s$)?/g, '').replace(/(?<=\p{L})\.|(?<=\p{N}),(?=\p{N}{3})/gu, '')
}

function stemOf(form: string): string {
  return /^[a-z]{3,}$/.test(form) ? stem(form) : form
}
