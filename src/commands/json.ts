/** The JSON that `ask --json` reads and writes: a public interface, described in the README. */

import type { Reply } from '../core/assistant.ts'
import type { Sentence } from '../core/library/document.ts'
import type { Evidence } from '../core/retrieval/evidence.ts'
import type { Found } from '../core/retrieval/retrieve.ts'

export interface Asked {
  question: string
  /** Earlier questions of the same conversation, oldest first. */
  thread: string[]
}

/** A line of input: plain text, or an object in JSON when it begins with `{`. */
export function parseLine(line: string): Asked | { error: string } {
  if (!line.trimStart().startsWith('{')) return { question: line, thread: [] }
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { error: 'The line begins with { but is not valid JSON.' }
  }
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string')
    return { error: 'The object needs "text", a string.' }
  const thread: unknown = 'thread' in value ? value.thread : []
  if (!Array.isArray(thread) || !thread.every((item) => typeof item === 'string'))
    return { error: '"thread" must be an array of strings, the earlier questions.' }
  return { question: value.text, thread }
}

export function errorObject(line: string, message: string): object {
  return { question: line, outcome: 'error', message }
}

export function replyObject(question: string, reply: Reply, ms: number): object {
  if (reply.is === 'notice')
    return { question, outcome: 'notice', answer: null, best: null, passages: [], ms }
  const { outcome, confidence, best, passages } = reply.finding
  const shown = best && { ...evidenceObject(best), confidence }
  const answer = outcome === 'answered' ? shown : null
  return { question, outcome, answer, best: shown, passages: passages.map(passageObject), ms }
}

function evidenceObject({ passage, sentence, also }: Evidence): object {
  const { document, file, headings } = passage
  const place = { document, file, headings, ...placeObject(sentence) }
  return { text: sentence.text, also: also.map((s) => s.text), ...place }
}

function passageObject({ passage, score }: Found): object {
  const { text, document, file, headings } = passage
  return { text, document, file, headings, ...placeObject(passage), score }
}

function placeObject({ line, page }: Pick<Sentence, 'line' | 'page'>): object {
  return { line: line ?? null, page: page ?? null }
}
