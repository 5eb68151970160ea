/** Joins what was wrapped: words that were broken at the end of a line are whole again. */

import type { PageStart } from '../document.ts'
import type { Line } from './pdf-layout.ts'

/** Which words a text has, in lower case. */
export type Vocabulary = ReadonlySet<string>

const WORD = /[\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*/gu
const BROKEN = /([\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*)([-‐\u00AD]) ?$/u
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u
const ADDRESS = /(?:https?:\/\/|www\.)\S*[/\-_.?&=#]$/

export function vocabularyOf(lines: readonly Line[]): Vocabulary {
  const words = new Set<string>()
  for (const { text } of lines) {
    for (const { 0: word, index } of text.matchAll(WORD))
      if (index + word.length < text.length) words.add(word.toLowerCase().replace(/‐/g, '-'))
  }
  return words
}

/** The text of lines that belong together, and where in it each page begins. */
export function glue(lines: readonly Line[], words: Vocabulary): { text: string; pages: PageStart[] } {
  const isCode = lines[0]?.mono === true
  const pages: PageStart[] = []
  let length = 0
  const parts = lines.map(({ text, mono, page }, i) => {
    const next = lines[i + 1]
    const part = !next ? text : isCode && mono && next.mono ? `${text}\n` : upTo(text, next.text, words)
    const shown = part.replace(/\u00AD/g, '')
    if (pages.at(-1)?.page !== page) pages.push({ at: length, page })
    length += shown.length
    return shown
  })
  return { text: parts.join(''), pages }
}

/** A line as it is when the next one follows it. */
function upTo(text: string, next: string, words: Vocabulary): string {
  const broken = BROKEN.exec(text)
  if (broken && /^[\p{L}\p{M}]/u.test(next)) {
    const [ending, first = '', hyphen] = broken
    const whole = text.slice(0, text.length - ending.length) + first
    return hyphen === '\u00AD' || isOneWord(first, next, words) ? whole : `${whole}-`
  }
  if (/[\p{L}\p{N}][-‐/]$/u.test(text) && /^[\p{L}\p{N}]/u.test(next)) return text
  if (ADDRESS.test(text) || (CJK.test(text.slice(-1)) && CJK.test(next.slice(0, 1)))) return text
  return `${text} `
}

/** "infor-mation", not "Asia-Russia"; "well-known" where the text has it elsewhere and never without the hyphen. */
function isOneWord(first: string, next: string, words: Vocabulary): boolean {
  const second = (/^[\p{L}\p{M}]+/u.exec(next)?.[0] ?? '').toLowerCase()
  const last = first.toLowerCase()
  if (!/^\p{Ll}/u.test(next)) return !/\p{Ll}/u.test(first) && words.has(last + second)
  return words.has(last + second) || !words.has(`${last}-${second}`)
}
