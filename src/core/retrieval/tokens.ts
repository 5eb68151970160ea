import type { Vocabulary } from './vocabulary.ts'
import { Shape } from './shape.ts'
import type { Word } from './words.ts'

const FIRST_SIZE = 1024

/** A word in a text: the number of its form, and whether it is written with a capital. 0 is no word. */
export function toToken(form: number, capital: boolean): number {
  return form * 2 + Number(capital)
}

export function formOf(token: number): number {
  return token >>> 1
}

export function isCapital(token: number): boolean {
  return (token & 1) === 1
}

/** The words of many texts, in one array: a text costs four bytes a word. */
export function createTokens() {
  let all = new Uint32Array(FIRST_SIZE)
  let size = 0
  const ends = [0]
  const push = (token: number): void => {
    if (size === all.length) {
      const larger = new Uint32Array(all.length * 2)
      larger.set(all)
      all = larger
    }
    all[size] = token
    size += 1
  }
  const at = (text: number): Uint32Array => all.subarray(ends[text] ?? 0, ends[text + 1] ?? 0)
  return {
    /** Adds a sentence to the text that is open; gives the terms that it is found by. */
    add(vocabulary: Vocabulary, words: readonly Word[]): number[] {
      const terms: number[] = []
      for (const { form, term, stop, text } of words) {
        const number = vocabulary.add(form, term, stop)
        push(toToken(number, /^\p{Lu}/u.test(text)))
        if (!stop) terms.push(vocabulary.termOf(number))
      }
      push(0)
      return terms
    },
    /** Closes the text; gives its number, counted from 0. */
    end: () => ends.push(size) - 2,
    at,
    terms(vocabulary: Vocabulary, text: number): number[] {
      const words = [...at(text)].map(formOf).filter((form) => form > 0)
      return words
        .filter((form) => !(vocabulary.shapeOf(form) & Shape.stop))
        .map((form) => vocabulary.termOf(form))
    },
  }
}
