import type { Passage } from '../library/document.ts'
import type { Language } from './language.ts'
import { createTokens } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'
import { wordsOf } from './words.ts'

/** The words above each passage: its document's title, and its headings. Those that many passages share are kept once. */
export function createHeadings(vocabulary: Vocabulary) {
  const tokens = createTokens(vocabulary)
  const known = new Map<string, number>()
  /** By text: what it was made from, and how many passages stand below it. */
  const keys: string[] = []
  const uses: number[] = []
  /** By passage: the text above it. */
  const above: number[] = []
  const free: number[] = []
  const open = (key: string): number => {
    const text = free.pop() ?? keys.length
    known.set(key, text)
    keys[text] = key
    uses[text] = 0
    return text
  }
  return {
    put({ id, document, headings }: Passage, language: Language): void {
      const written = [document, ...headings].join('\n')
      const key = `${language.code}\n${written}`
      let text = known.get(key)
      if (text === undefined) {
        text = open(key)
        tokens.put(text, [wordsOf(written, language)])
      }
      uses[text] = (uses[text] ?? 0) + 1
      above[id] = text
    },
    drop(id: number): void {
      const text = above[id] ?? 0
      uses[text] = (uses[text] ?? 0) - 1
      if (uses[text] > 0) return
      known.delete(keys[text] ?? '')
      tokens.drop(text)
      free.push(text)
    },
    at: (id: number): Uint32Array => tokens.at(above[id] ?? -1),
    terms: (id: number): Generator<number> => tokens.terms(above[id] ?? -1),
  }
}
