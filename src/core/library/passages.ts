import type { Document, LineStart, Paragraph, Passage, Sentence } from './document.ts'
import { splitSentences, type Split } from './sentences.ts'

/** Paragraphs over this many characters become several passages, parted between sentences. */
const LONGEST_PASSAGE = 4000

/** The passages of a library: one a paragraph, or several where it is very long, numbered in the order of the documents. */
export function toPassages(documents: readonly Document[]): Passage[] {
  const passages: Passage[] = []
  for (const { title, file, paragraphs } of documents) {
    for (const paragraph of paragraphs) {
      const lineAt = createLineLookup(paragraph.lines)
      for (const sentences of parts(splitSentences(paragraph.text))) {
        const cited = sentences.map(({ text, start }): Sentence => ({ text, line: lineAt(start) }))
        const line = cited[0]?.line ?? 1
        const { headings } = paragraph
        const text = textOf(paragraph, sentences)
        passages.push({ id: passages.length, document: title, file, headings, text, line, sentences: cited })
      }
    }
  }
  return passages
}

function* parts(sentences: readonly Split[]): Generator<Split[]> {
  let part: Split[] = []
  for (const sentence of sentences) {
    const first = part[0] ?? sentence
    if (sentence.start + sentence.text.length - first.start > LONGEST_PASSAGE && part.length > 0) {
      yield part
      part = []
    }
    part.push(sentence)
  }
  if (part.length > 0) yield part
}

function textOf({ text }: Paragraph, sentences: readonly Split[]): string {
  const last = sentences.at(-1)
  return text.slice(sentences[0]?.start, last && last.start + last.text.length)
}

/** Tells on which line an offset stands; asked with rising offsets. */
function createLineLookup(lines: readonly LineStart[]): (offset: number) => number {
  let at = 0
  return (offset) => {
    while ((lines[at + 1]?.at ?? Infinity) <= offset) at += 1
    return lines[at]?.line ?? 1
  }
}
