/** A question as asked, read for what it asks: its words that carry meaning, and the kind of answer it wants. */

import { stripChatter } from './chatter.ts'
import { phrasesIn } from './fixed-phrases.ts'
import { ENGLISH, fold, type Language, share } from './language.ts'
import { mendSmallWords } from './small-words.ts'
import { type Wanted, wantedBy } from './wanted.ts'
import { type Word, wordsOf } from './words.ts'

export interface Question {
  /** Without what was said around it. */
  asked: string
  wanted: Wanted
  language: Language
  /** The places of the words that a question of how many there are may count; none in others. */
  counted: number[]
  /** The words to look for, in order. */
  words: QuestionWord[]
  /** All words that were asked, small ones too, in order. */
  all: Word[]
}

export interface QuestionWord extends Word {
  /** Written as a name: with a capital inside the question, or in capitals. */
  name: boolean
  number: boolean
  /** The term of the one word that a phrase stands for which ends in this one: of “manually” in “by hand”. */
  phrase?: string
}

const LEANS = /\b(?:it|its|they|them|their|he|him|his|she|her|this|that|these|those|there|then|one|ones)\b/i

/** Of a longer text the rest is not read. */
const MOST_READ = 2_000

/** In the language of the library that the question uses most small words of; `knows` tells the forms that it has. */
export function readQuestion(
  text: string,
  languages: readonly Language[] = [ENGLISH],
  knows: (form: string) => boolean = () => false,
): Question {
  const language = languageOf(text, languages)
  const plain = unshouted(text.slice(0, MOST_READ).replace(/[’ʼ]/g, "'").replace(/\s+/g, ' '), knows)
  const asked = stripChatter(language === ENGLISH ? mendSmallWords(plain, knows) : plain)
  const all = wordsOf(asked, language)
  const capital = capitalOfNames(asked, all, language)
  const content = all
    .filter((word) => !word.stop)
    .map((word) => ({
      ...word,
      name: capital.test(word.text) && (word.start > 0 || /\p{Lu}{2}/u.test(word.text)),
      number: /^\p{N}/u.test(word.form),
    }))
  const words = unique(language === ENGLISH ? withPhrases(content, all, asked) : content)
  return { asked, wanted: wantedBy(asked), language, counted: countedIn(asked, words), words, all }
}

const SHOUTED = /^[^\p{Ll}\p{Lo}]*$/u
const ASKS = /^\W*(?:what|when|where|why|how|which|is|are|was|were|do|does|did|can|could|may|should)\b/i
/** Fewer words in capitals may be acronyms. */
const FEWEST_SHOUTED = 3

/** In lower case where all is in capitals, "WHEN DOES IT OPEN", but for acronyms that the library has. */
function unshouted(text: string, knows: (form: string) => boolean): string {
  const words = text.match(/\p{Lu}+/gu) ?? []
  const shouted = SHOUTED.test(text) && (words.length >= FEWEST_SHOUTED || ASKS.test(text))
  return shouted ? text.replace(/\p{Lu}+/gu, (word) => (knows(word) ? word : word.toLowerCase())) : text
}

/** What a name has inside the question; more capitals in What Is Written as a Title, as German nouns are, and nothing where all are capitals. */
function capitalOfNames(asked: string, all: readonly Word[], { code }: Language): RegExp {
  if (SHOUTED.test(asked)) return /(?!)/
  const isLow = ({ text }: Word): boolean => /^\p{Ll}/u.test(text)
  const titled =
    all.slice(1).some((word) => word.stop && !isLow(word)) && all.every((word) => word.stop || !isLow(word))
  return titled || code === 'de' ? /\p{Lu}{2}/u : /\p{Lu}/u
}

/** A word that stands for something said before, or too little to go by. */
export function leansOnEarlier(text: string): boolean {
  return LEANS.test(text) || readQuestion(text).words.length < 2
}

function languageOf(asked: string, languages: readonly Language[]): Language {
  const [first = ENGLISH, ...others] = languages
  if (others.length === 0) return first
  const words = (asked.match(/[\p{L}\p{M}]+/gu) ?? []).map((word) => fold(word.toLowerCase()))
  return others.reduce((best, other) => (share(other, words) > share(best, words) ? other : best), first)
}

/** Without the words of phrases that say nothing, unless there is nothing else. */
function withPhrases(words: QuestionWord[], all: readonly Word[], asked: string): QuestionWord[] {
  const phrases = phrasesIn(all, asked)
  if (phrases.length === 0) return words
  const kept = words.flatMap((word) => {
    const phrase = phrases.find(({ start, end }) => start <= word.start && word.end <= end)
    if (!phrase) return [word]
    const { as, last } = phrase
    return as !== undefined && word.start === last ? [{ ...word, phrase: ENGLISH.stem(as) }] : []
  })
  return kept.length > 0 ? kept : words
}

function unique(words: QuestionWord[]): QuestionWord[] {
  return words.filter((word, i) => words.findIndex((w) => w.term === word.term) === i)
}

const HOW_MANY = /\bhow many (?:of (?:the|our|its|their) )?/i
/** "How many young birds": one of them is what is counted. */
const MOST_COUNTED = 2

function countedIn(asked: string, words: readonly QuestionWord[]): number[] {
  const found = HOW_MANY.exec(asked)
  if (!found) return []
  const from = found.index + found[0].length
  return words.flatMap(({ start }, place) => (start >= from ? [place] : [])).slice(0, MOST_COUNTED)
}
