import type { Vocabulary } from './vocabulary.ts'
import { Shape } from './shape.ts'
import type { Word } from './words.ts'

const FIRST_SIZE = 1024
/** Room that nothing uses any more is left as it is up to this many words. */
const WASTE = 100_000

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

export type Tokens = ReturnType<typeof createTokens>

/** The words of many texts, each under a number, in one array: a text costs four bytes a word. */
export function createTokens(vocabulary: Vocabulary) {
  let all = new Uint32Array(FIRST_SIZE)
  let size = 0
  let wasted = 0
  const starts: number[] = []
  const ends: number[] = []
  const push = (token: number): void => {
    if (size === all.length) {
      const larger = new Uint32Array(all.length * 2)
      larger.set(all)
      all = larger
    }
    all[size] = token
    size += 1
  }
  const at = (text: number): Uint32Array => all.subarray(starts[text] ?? 0, ends[text] ?? 0)
  const compact = (): void => {
    const kept = new Uint32Array(Math.max(FIRST_SIZE, size - wasted))
    let end = 0
    for (const text of starts.keys()) {
      const tokens = at(text)
      kept.set(tokens, end)
      starts[text] = end
      end += tokens.length
      ends[text] = end
    }
    all = kept
    size = end
    wasted = 0
  }
  return {
    /** Keeps a text's sentences; the number is free. */
    put(text: number, sentences: readonly (readonly Word[])[]): void {
      starts[text] = size
      for (const words of sentences) {
        for (const { form, term, stop, text: written } of words)
          push(toToken(vocabulary.add(form, term, stop), /^\p{Lu}/u.test(written)))
        push(0)
      }
      ends[text] = size
    },
    drop(text: number): void {
      wasted += at(text).length
      ends[text] = starts[text] ?? 0
      if (wasted > WASTE && wasted > size / 2) compact()
    },
    at,
    /** The terms that it is found by, in order; -1 ends a sentence. */
    *terms(text: number): Generator<number> {
      for (const token of at(text)) {
        const form = formOf(token)
        if (form === 0) yield -1
        else if (!(vocabulary.shapeOf(form) & Shape.stop)) yield vocabulary.termOf(form)
      }
    },
  }
}
