/** Every word of our own that people read, but for briefs: those stand in `briefs/wording.ts`. Few, plain, and the same everywhere. */

import type { SmallTalk } from './small-talk.ts'

export const DONT_SAY = "The documents don't say."
/** Before an answer that is likely, and not sure. */
export const PROBABLY = 'Probably:'
/** Before what may answer, and may only sound like it. */
export const MAY_NOT_SAY = 'The documents may not say.'
/** Before what comes nearest to a question about names that no document has. */
export const dontMention = (names: readonly string[]): string =>
  `The documents don't mention ${names.map((name) => `“${name}”`).join(' or ')}.`
export const CLOSEST = 'Closest passage:'
export const ALSO_CLOSE = 'Also close:'
export const NO_WORD_IN_COMMON =
  'No passage shares a word with your question. Try the words the documents use.'
export const HOW_TO_ASK = 'Ask a question in your own words, for example “When was the first summit?”'
export const WHAT_I_DO =
  'I answer with a sentence from the documents, word for word, and the place where it stands. When they don’t say, I tell you.'

export const SMALL_TALK: Record<SmallTalk, string> = {
  greeting: 'Hello! I have read the documents. What would you like to know?',
  thanks: 'You’re welcome.',
  goodbye: 'Goodbye.',
  help: 'I have read the documents, and answer questions about them.',
  emoji: 'I can’t read that as a question. Ask me something about the documents.',
  empty: 'I see no question there. Ask me something about the documents.',
}

export const COMMAND_TEXT = 'Ask the documents; only you see the answer'
export const COMMAND_OPTION = 'Your question, in your own words'

export const ABOUT_TEXT = 'What I have read, and how I am; only you see it'
export const ABOUT_OPTION = 'What you want to know'
export const DOCUMENTS_TEXT = 'what I have read'
export const STATUS_TEXT = 'how I am, and where what is asked is kept'
export const WHICH_TOPIC = 'You can ask me for:'

export function haveRead(documents: string, passages: string): string {
  return `I have read ${documents} (${passages}).`
}

export function andMore(documents: string): string {
  return `And ${documents} more.`
}

export function filesLeftOut(files: string): string {
  return `${files} could not be read; whoever runs me sees why with “npm run library”.`
}

export const LIBRARY_HELD =
  'More than half of the documents are gone from their folder, so I still answer from what I read before.'
export const NOT_CHANGED = 'The documents have not changed since I started.'

export function documentsChanged(at: string): string {
  return `The documents last changed on ${at}.`
}

export function storeKeeps(engine: string): string {
  return `What is asked is kept in ${engine}.`
}

export function storeAway(engine: string, records: string): string {
  return `My store (${engine}) is away, so I answer from memory (waiting for it: ${records}).`
}

export function runningSince(at: string): string {
  return `I have been running since ${at}.`
}

export const ONLY_THE_TEAM = 'I answer only people of the team whose documents these are.'
export const OUTSIDERS_READ_HERE = 'People outside the team read this channel, so only you see this answer.'
export const MAY_STAND_ABOVE =
  'My answer may stand above: I could not tell whether it arrived. If you don’t see it, please ask again.'

export function questionCut(limit: number): string {
  return `Your question is long: I read its first ${limit} characters.`
}

export function whatIRead(
  documents: string,
  passages: string,
  titles: readonly string[],
  more: number,
): string {
  const rest = more > 0 ? ` and ${more} more` : ''
  return `I have read ${documents} (${passages}): ${titles.join(', ')}${rest}.`
}

export function somethingBroke(id: string): string {
  return `Something went wrong on my side, and I could not answer. The error’s id is ${id}: whoever runs me finds it in the log. Please ask again.`
}

export function leftOut(file: string, reason: string): string {
  return `Left out ${file}: ${reason}.`
}

export function libraryIs(documents: number, passages: number): string {
  return `The library has changed: ${amount(documents, 'document')}, ${amount(passages, 'passage')}.`
}

export function amount(count: number, noun: string, locale = 'en'): string {
  return `${new Intl.NumberFormat(locale).format(count)} ${noun}${count === 1 ? '' : 's'}`
}

export const STILL_ANSWERING = 'Still answering from what was read before.'

export function libraryHeld(lost: number, of: number): string {
  return `${lost} of ${of} documents are gone, so I still answer from what was read before. If that is meant, run \`npm run library -- --accept\`; after ten minutes without a change I take it as meant.`
}

export const LIBRARY_ACCEPTED = 'Accepted: whoever runs takes the library as it is now within a few seconds.'

export function reading(done: number, of: number): string {
  return `Reading the documents: ${done} of ${of}`
}

export const NO_HEADINGS = 'It has no headings: with some, answers say where they stand.'

export function giantSection(name: string): string {
  return `“${name}” is very long: headings within it would make its answers easier to find.`
}

export function headingTwice(name: string): string {
  return `“${name}” stands more than once: other names would tell its places apart.`
}
