/** The question sets of an evaluation folder, as its README describes them. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Passage } from '../../src/core/library/document.ts'
import { splitSentences } from '../../src/core/library/sentences.ts'

export interface Text {
  id: number
  document: string
  text: string
}

export interface Labelled {
  id: string
  question: string
  document: string
  /** The id of the passage it was asked about. */
  passage: number
  answerable: boolean
  answers: { text: string; start: number }[]
}

export interface Unlabelled {
  id: string
  question: string
  document: string
}

export interface Squad {
  texts: Text[]
  labelled: Labelled[]
  unlabelled: Unlabelled[]
}

export function readSquad(folder: string): Squad {
  const read = <T>(name: string): T[] => parseLines(readFileSync(join(folder, 'squad', name), 'utf8'))
  return {
    texts: read<Text>('passages.jsonl'),
    labelled: read<Labelled>('questions.jsonl'),
    unlabelled: read<Unlabelled>('questions-unlabelled.jsonl'),
  }
}

/** The first of the passages of technical documentation. */
export function readDocs(folder: string, count: number): Text[] {
  const packed = readFileSync(join(folder, 'docs', 'passages.jsonl.gz'))
  return parseLines<Text>(gunzipSync(packed).toString()).slice(0, count)
}

function parseLines<T>(text: string): T[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)
}

/** A passage that knows what it was made from. */
export interface Source extends Passage {
  source: number
  /** Where each of its sentences begins in its text. */
  starts: number[]
}

/** As the library makes them: sentences by our splitter, the document's title above. */
export function toSources(texts: readonly Text[]): Source[] {
  return texts.map(({ id: source, document, text }, id) => {
    const sentences = splitSentences(text)
    return {
      id,
      key: String(id),
      source,
      document,
      file: document,
      headings: [],
      text,
      line: 1,
      sentences: sentences.map((sentence) => ({ text: sentence.text, line: 1 })),
      starts: sentences.map(({ start }) => start),
    }
  })
}

/** The place of the sentence that covers an offset of the passage. */
export function sentenceAt({ starts }: Pick<Source, 'starts'>, offset: number): number {
  return Math.max(
    0,
    starts.findLastIndex((start) => start <= offset),
  )
}
