import { createHash } from 'node:crypto'
import type { Document, Paragraph, Passage, Sentence, Unnumbered } from './document.ts'
import { splitSentences, type Split } from './sentences.ts'

/** Paragraphs over this many characters become several passages, parted between sentences. */
const LONGEST_PASSAGE = 4000
const KEY_LENGTH = 16

/** The passages of a library, numbered in the order of the documents. */
export function toPassages(documents: readonly Document[]): Passage[] {
  return documents.flatMap(passagesOf).map((passage, id) => ({ id, ...passage }))
}

/** The passages of a document: one a paragraph, or several where it is very long. */
export function passagesOf({ title, file, url, paragraphs }: Document): Unnumbered[] {
  const passages: Unnumbered[] = []
  const keys = createKeys(file)
  for (const paragraph of paragraphs) {
    const placeAt = createPlaceLookup(paragraph)
    for (const sentences of parts(splitSentences(paragraph.text))) {
      const cited = sentences.map(({ text, start }): Sentence => ({ text, ...placeAt(start) }))
      const { text: _first, ...place } = cited[0] ?? { text: '' }
      const { headings } = paragraph
      const text = textOf(paragraph, sentences)
      const key = keys(text, headings)
      const where = { document: title, file, ...(url !== undefined && { url }), headings }
      passages.push({ key, ...where, text, ...place, sentences: cited })
    }
  }
  return passages
}

/** A passage is known by its text; where a file has that text again, by its headings too, and then by how often. */
function createKeys(file: string): (text: string, headings: readonly string[]) => string {
  const times = new Map<string, number>()
  const count = (name: string): number => {
    const before = times.get(name) ?? 0
    times.set(name, before + 1)
    return before
  }
  return (text, headings) => {
    const below = JSON.stringify(headings)
    const again = count(text) > 0 ? count(`${below}\n${text}`) : -1
    const name = again < 0 ? [file, text] : [file, text, below, again]
    return createHash('sha256').update(JSON.stringify(name)).digest('base64url').slice(0, KEY_LENGTH)
  }
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

/** Tells on which line and page an offset stands; asked with rising offsets. */
function createPlaceLookup({ lines, pages = [] }: Paragraph): (offset: number) => Omit<Sentence, 'text'> {
  const line = createLookup(lines)
  const page = createLookup(pages)
  return (offset) => {
    const place = { line: line(offset)?.line, page: page(offset)?.page }
    return {
      ...(place.line !== undefined && { line: place.line }),
      ...(place.page !== undefined && { page: place.page }),
    }
  }
}

function createLookup<Start extends { at: number }>(
  starts: readonly Start[],
): (offset: number) => Start | undefined {
  let at = 0
  return (offset) => {
    while ((starts[at + 1]?.at ?? Infinity) <= offset) at += 1
    return starts[at]
  }
}
