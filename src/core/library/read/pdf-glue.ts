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
  let text = ''
  const pages: PageStart[] = []
  for (const line of lines) {
    text = text === '' ? '' : line.mono && lines[0]?.mono ? `${text}\n` : join(text, line.text, words)
    if (pages.at(-1)?.page !== line.page) pages.push({ at: text.length, page: line.page })
    text += line.text
  }
  return { text: withoutSoftHyphens(text), pages: text.includes('\u00AD') ? shifted(text, pages) : pages }
}

/** The text as it is before the next line is put to it. */
function join(text: string, next: string, words: Vocabulary): string {
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

function withoutSoftHyphens(text: string): string {
  return text.replace(/\u00AD/g, '')
}

function shifted(text: string, pages: readonly PageStart[]): PageStart[] {
  return pages.map(({ at, page }) => ({ at: withoutSoftHyphens(text.slice(0, at)).length, page }))
}
