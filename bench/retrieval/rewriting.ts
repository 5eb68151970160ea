/** Questions as people put them who have not read the text. */

import { ENGLISH } from '../../src/core/retrieval/language.ts'
import { wordsOf } from '../../src/core/retrieval/words.ts'
import type { Text } from './sets.ts'

const CHANCE = 0.3

/** As some people write: keywords alone, without capitals, with a slip or two; or as it was. */
export function rewritten(question: string, random: () => number): string {
  const chance = random()
  if (chance < CHANCE)
    return question
      .replace(
        /\b(?:what|which|who|when|where|how|did|does|do|is|was|were|are|the|a|an|in|of|to|many|much)\b|\?/gi,
        ' ',
      )
      .replace(/\s+/g, ' ')
      .trim()
      .toLowerCase()
  if (chance < 2 * CHANCE) return slipIn(slipIn(question, random), random)
  return chance < 2.5 * CHANCE ? question.toLowerCase() : question
}

/** One letter of a longer word left out, doubled, or swapped with the next. */
function slipIn(question: string, random: () => number): string {
  const words = question.split(' ')
  const long = words.flatMap((word, i) => (/^\p{L}{6,}/u.test(word) ? [i] : []))
  const chosen = long[Math.floor(random() * long.length)]
  if (chosen === undefined) return question
  const word = words[chosen] ?? ''
  const at = 1 + Math.floor(random() * 4)
  const how = random()
  const [a, b] = [word[at] ?? '', word[at + 1] ?? '']
  const middle = how < 0.4 ? b : how < 0.6 ? a + a + b : b + a
  words[chosen] = word.slice(0, at) + middle + word.slice(at + 2)
  return words.join(' ')
}

/** A word that stands in so many articles is of no subject. */
const EVERYDAY_SHARE = 0.5
const WORD = /^[a-z]{3,}$/

/** The words that texts on any subject use, small ones left out; in order. */
export function everydayWords(texts: readonly Text[]): string[] {
  const articles = new Map<string, Set<string>>()
  for (const { document, text } of texts) {
    for (const { text: word, stop } of wordsOf(text)) {
      if (stop || !WORD.test(word)) continue
      const known = articles.get(word)
      if (known) known.add(document)
      else articles.set(word, new Set([document]))
    }
  }
  const least = new Set(texts.map(({ document }) => document)).size * EVERYDAY_SHARE
  return [...articles].flatMap(([word, { size }]) => (size >= least ? [word] : [])).sort()
}

/** With an everyday word more, or another in the place of one. */
export function reworded(question: string, everyday: readonly string[], random: () => number): string {
  const words = question.split(' ')
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)]
  const plain = words.flatMap((word, i) => (WORD.test(word) && !ENGLISH.stops.has(word) ? [i] : []))
  const [place, other] = [pick(plain), pick(everyday) ?? '']
  if (place !== undefined && random() < 0.5) words[place] = other
  else words.splice(1 + Math.floor(random() * words.length), 0, other)
  return words.join(' ')
}
