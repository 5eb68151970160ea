/** What the library is made of. Plain data. */

/** A file as its reader understood it. */
export interface Document {
  title: string
  /** Path below the data folder, with `/`. */
  file: string
  /** ISO 639-1, where the file states it. */
  language?: string
  /** Where people can open it, where the file states it; begins with http:// or https://. */
  url?: string
  /** The day it is of, YYYY-MM-DD, where the file states it. */
  date?: string
  paragraphs: Paragraph[]
}

/** A run of text that belongs together. */
export interface Paragraph {
  /** The headings it stands under, outermost first; the document's title is not among them. */
  headings: string[]
  /** Lines that were only wrapped are joined; line breaks that mean something stay. */
  text: string
  /** Where in `text` each source line begins, in rising order. The first is at 0. Empty where the format has no lines. */
  lines: LineStart[]
  /** The same for pages, where the format has them. */
  pages?: PageStart[]
}

export interface LineStart {
  at: number
  /** In the file, from 1. */
  line: number
}

export interface PageStart {
  at: number
  /** In the file, from 1. */
  page: number
}

/** The unit of retrieval: a paragraph, its place, and its sentences. */
export interface Passage {
  /** Unique in a library. A passage that stays from one revision of the library to the next keeps it. */
  id: number
  /** Unique in a library; survives edits elsewhere in the file, and restarts. */
  key: string
  document: string
  file: string
  url?: string
  headings: string[]
  text: string
  /** The first line or page of the paragraph, where the format has them. */
  line?: number
  page?: number
  sentences: Sentence[]
}

/** A passage that no library has numbered yet. */
export type Unnumbered = Omit<Passage, 'id'>

/** `text` is the passage's, to the letter. */
export interface Sentence {
  text: string
  /** Where it begins. */
  line?: number
  page?: number
}

/** A file as a library holds it. */
export interface Volume extends Omit<Document, 'paragraphs' | 'language'> {
  /** Changes with the file's bytes, and with what is said of it elsewhere. */
  revision: string
  /** ISO 639-1. */
  language: string
  passages: Unnumbered[]
}

/** A file that could not be read, and why, in words for the operator. */
export interface Problem {
  file: string
  reason: string
}
