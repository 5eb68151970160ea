/** What can be typed after a slash, the same everywhere. */

import * as wording from './wording.ts'

/** The command that asks, and the one that tells of Attaché itself. */
export const ASK = 'ask'
export const ABOUT = 'attache'

/** What can be asked after `/attache`, each with what it tells. */
export const TOPICS = { documents: wording.DOCUMENTS_TEXT, status: wording.STATUS_TEXT } as const

export type Topic = keyof typeof TOPICS

/** The topic that the words name, or null. */
export function topicOf(words: string): Topic | null {
  const word = words.trim().toLowerCase()
  return Object.hasOwn(TOPICS, word) ? (word as Topic) : null
}
