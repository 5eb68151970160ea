import type { Document, LineStart, Passage } from './document.ts'
import { splitSentences } from './sentences.ts'

/** The passages of a library: one a paragraph, numbered in the order of the documents. */
export function toPassages(documents: readonly Document[]): Passage[] {
  const passages: Passage[] = []
  for (const document of documents) {
    for (const { headings, text, lines } of document.paragraphs) {
      const sentences = splitSentences(text).map((s) => ({ text: s.text, line: lineAt(lines, s.start) }))
      if (sentences.length === 0) continue
      const { title, file } = document
      const line = lineAt(lines, 0)
      passages.push({ id: passages.length, document: title, file, headings, text, line, sentences })
    }
  }
  return passages
}

function lineAt(lines: readonly LineStart[], offset: number): number {
  return lines.findLast((l) => l.at <= offset)?.line ?? 1
}
