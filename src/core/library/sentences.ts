/** Splits a paragraph into sentences. */

import { continuesSentence } from './sentence-end.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** The segmenter's time grows faster than its text, so it is fed this much at a time. */
const WINDOW = 4096
/** As much of a sentence as tells whether it has come to its end. */
const TAIL = 80

export interface Split {
  start: number
  text: string
}

/**
 * The sentences of `text` with the offset at which each begins. Each is a slice of `text`, trimmed at both ends;
 * together they hold everything but white space. A line break ends a sentence.
 */
export function splitSentences(text: string): Split[] {
  const found: Split[] = []
  let start = 0
  const flush = (end: number): void => {
    const raw = text.slice(start, end)
    const trimmed = raw.trim()
    if (trimmed !== '') found.push({ start: start + raw.indexOf(trimmed), text: trimmed })
    start = end
  }
  for (const { index, end } of segments(text)) {
    const before = text.slice(Math.max(start, index - TAIL), index)
    const whole = index - start <= TAIL
    if (index > start && !continuesSentence(before, text.slice(index, end), whole)) flush(index)
  }
  flush(text.length)
  return found
}

/** What the segmenter takes for sentences, each line by itself. */
function* segments(text: string): Generator<{ index: number; end: number }> {
  for (const { 0: line, index } of text.matchAll(/[^\n\u2028\u2029]*[\n\u2028\u2029]?/g))
    yield* inLine(line, index)
}

/** The last segment of a window may go on, so the next window begins with it, or after it where it fills the window. */
function* inLine(line: string, offset: number): Generator<{ index: number; end: number }> {
  let begin = 0
  let at = 0
  while (at < line.length) {
    const last = at + WINDOW >= line.length
    const pieces = [...segmenter.segment(line.slice(at, at + WINDOW))]
    for (const { index, segment } of last ? pieces : pieces.slice(0, -1)) {
      const end = at + index + segment.length
      yield { index: offset + begin, end: offset + end }
      begin = end
    }
    if (last) return
    at = begin > at ? begin : at + WINDOW
  }
}
