/** Every word of our own that people read. Few, plain, and the same everywhere. */

import type { SmallTalk } from './small-talk.ts'

export const DONT_SAY = "The documents don't say."
/** Before an answer that is likely, and not sure. */
export const PROBABLY = 'Probably:'
/** Before what may answer, and may only sound like it. */
export const MAY_NOT_SAY = 'The documents may not say.'
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
export const BRIEF_TEXT = 'The daily brief of this channel: see it, set it up, stop it'
export const BRIEF_PREVIEW_TEXT = 'see today’s brief; only you see it'
export const BRIEF_NOW_TEXT = 'post and pin today’s brief now'
export const BRIEF_ON_TEXT = 'have a brief here, at a time of the day'
export const BRIEF_OFF_TEXT = 'have no more briefs here'
export const BRIEF_PAUSE_TEXT = 'have none until a day'
export const BRIEF_TOPICS_TEXT = 'what this channel follows'
export const BRIEF_STATUS_TEXT = 'the next briefs, and what became of the last'
export const BRIEF_HISTORY_TEXT = 'the last briefs'
export const BRIEF_TIME_TEXT = 'When, such as 09:00'
export const BRIEF_ZONE_TEXT = 'Where, such as Europe/London'
export const BRIEF_DAYS_TEXT = 'Which days: daily, weekdays, or such as mon,wed'
export const BRIEF_QUIET_TEXT = 'Skip days on which nothing changed'
export const BRIEF_UNTIL_TEXT = 'The first day with a brief again, such as 2026-12-27'
export const BRIEF_WHAT_TEXT = 'What to do with the list'
export const BRIEF_TOPIC_TEXT = 'The topic, in the words the documents use'
export const BRIEF_FORM_TITLE = 'A daily brief here'
export const BRIEF_FORM_SUBMIT = 'Set it up'
export const YES = 'Yes'
export const NO = 'No'
export const BRIEF_CHANGES = {
  added: 'New in the documents',
  changed: 'Changed in the documents',
  removed: 'No longer in the documents',
} as const
export const BRIEF_TODAY = 'Today in the documents'
export const BRIEF_READING = 'Today’s reading'
export const BRIEF_READING_AGAIN = 'Today’s reading, again'
export const BRIEF_END = 'That was the last of the documents: the next brief begins them again.'
export const BRIEF_ASKED = 'Asked yesterday'

export function briefTitle(day: string): string {
  return day
}

export function briefLate(time: string): string {
  return `Late: it was due at ${time}.`
}

export function briefComing(day: string): string {
  return `Coming: ${day}`
}

export function briefTopic(topic: string): string {
  return `On “${topic}”`
}

export function moreChanges(sections: string): string {
  return `And ${sections} more.`
}

export function asked(questions: string, unanswered: string | null): string {
  if (unanswered === null) return `${questions}, all answered by the documents.`
  return `${questions}; the documents did not answer ${unanswered}.`
}

export function mostAsked(question: string, times: number): string {
  return `Asked most (${times} times): “${question}”`
}

export const BRIEF_ONLY_PREVIEW = 'This is a preview: only you see it.'
export const BRIEF_ONLY_IN_CHANNELS =
  'Briefs are posted in channels: say that in the channel that is to have one. Here you can have a preview.'
export const BRIEF_STORE_AWAY =
  'My store is away just now, so I cannot change or look that up. Please try again soon.'
export const BRIEF_MANAGERS_ONLY =
  'Only those who manage this channel can change its briefs: who made it, who set its brief up, and whoever runs me. Anyone can have a preview.'
export const BRIEF_NOT_IN_PLACE = 'I am not in this channel: invite me first, then say that again.'
export const BRIEF_PLACE_UNKNOWN = 'I cannot look this channel up just now. Please try again soon.'
export const BRIEF_NOT_WITH_OUTSIDERS =
  'People outside the team read this channel, so I post nothing from the documents here.'
export const BRIEF_NONE_HERE = 'This channel has no brief. “/brief on 09:00” gives it one.'
export const BRIEF_OFF = 'This channel has no more briefs.'
export const BRIEF_FAILING =
  'The briefs here were stopped, since three in a row could not be posted. “/brief on” starts them again.'
export const BRIEF_ON_ITS_WAY = 'Today’s brief is on its way.'
export const BRIEF_EDITED = 'Today’s brief stands in the channel already: I wrote it anew.'
export const BRIEF_DELETED = 'Today’s brief was deleted, and I post one a day. The next one comes as planned.'
export const BRIEF_NOT_EDITED =
  'Today’s brief stands in the channel already, and I could not write it anew. Please try again soon.'
export const BRIEF_NEXT = 'Next:'
export const BRIEF_LAST = 'Last:'
export const BRIEF_NO_RUNS = 'There was no brief here yet.'
export const BRIEF_NO_TOPICS = 'This channel follows no topic.'
export const BRIEF_TOPICS_HOW = 'Say “/brief topics add travel costs”, or “remove” to stop following it.'
export const BRIEF_HELP = 'Each morning I can post and pin a brief in a channel. You can say:'
export const EVERY_DAY = 'every day'
export const ON_WEEKDAYS = 'on weekdays'

export const BRIEF_FAULTS = {
  time: (typed: string) => `“${typed}” is no time of day. Write it like 09:00.`,
  zone: (typed: string) => `I know no time zone “${typed}”. Write it like Europe/London.`,
  'zone-ambiguous': (typed: string) => `Several time zones are called “${typed}”. Name a city instead.`,
  days: (typed: string) => `“${typed}” is no day. Write daily, weekdays, or days such as mon,wed.`,
  date: (typed: string) => `“${typed}” is no date. Write it like 2026-12-27.`,
  'date-ambiguous': (typed: string) => `“${typed}” may be two dates. Write it like 2026-12-27.`,
  'date-past': (typed: string) => `“${typed}” is not after today.`,
  twice: (typed: string) => `I don’t know what to do with “${typed}”: that was said already.`,
  word: (typed: string) =>
    `I don’t know what “${typed}” means here. Say it like “/brief on 09:00 Europe/London weekdays”.`,
} as const

export function didYouMean(suggestions: readonly string[]): string {
  return `Did you mean ${suggestions.join(', or ')}?`
}

export function briefNotUnderstood(typed: string): string {
  return `I don’t know “/brief ${typed}”. You can say:`
}

export function onDays(names: string): string {
  return `on ${names}`
}

export function briefSet(time: string, zone: string, days: string, quiet: boolean): string {
  const skips = quiet ? ', but not when there would be nothing but the reading' : ''
  return `A brief is posted and pinned here at ${time} (${zone}), ${days}${skips}.`
}

export function briefPaused(until: string): string {
  return `Paused: the first is on ${until}, or after.`
}

export function briefFollows(topics: readonly string[]): string {
  return `This channel follows: ${topics.join(', ')}.`
}

export function briefTopicLong(limit: number): string {
  return `A topic is a few words, ${limit} characters at most.`
}

export function briefNoSuchTopic(topic: string): string {
  return `This channel does not follow “${topic}”.`
}

export function briefTopicsFull(limit: number): string {
  return `This channel follows ${limit} topics already: remove one first.`
}

export function briefChanged(name: string | null, setting: string): string {
  return name === null ? setting : `${name} set this: ${setting}`
}

export function briefLacks(lacks: string): string {
  return `I lack a permission here: ${lacks}. Without it the brief is posted all the same, as far as I may.`
}

/** `outcome`, `pinned` and `reason` as they are recorded. */
export function briefBecame(outcome: string | null, pinned: string | null, reason: string | null): string {
  if (outcome === null) return 'due'
  if (outcome === 'missed') return 'missed: I was not running'
  if (outcome === 'unsure') return 'may stand here: I could not tell whether it arrived'
  if (outcome === 'skipped')
    return reason === 'quiet'
      ? 'skipped: there was nothing but the reading'
      : 'skipped: briefs were off or paused'
  if (outcome.startsWith('failed'))
    return BRIEF_FAILED[outcome.replace('failed: ', '')] ?? 'could not be posted'
  if (pinned === 'yes') return 'posted and pinned'
  return pinned === null ? 'posted' : `posted, not pinned${pinned === 'full' ? ' (too many pins)' : ''}`
}

const BRIEF_FAILED: Record<string, string> = {
  gone: 'not posted: the channel is archived or gone, or I am not in it',
  forbidden: 'not posted: I may not post here',
  outsiders: 'not posted: people outside the team read this channel',
  unreachable: 'not posted: the platform could not be reached in time',
}

export function briefStopped(why: string): string {
  return `I stopped the briefs of a channel that you set up: three in a row were ${BRIEF_FAILED[why] ?? 'not posted'}. When that is mended, say “/brief on” there.`
}

export function briefNotPinned(full: boolean, lacks: readonly string[]): string {
  const first = 'I posted the brief of a channel that you set up, and could not pin it.'
  if (full) return `${first} The channel has as many pins as it takes: unpin one.`
  const fix = lacks.length > 0 ? `I lack: ${lacks.join(', ')}.` : 'I may not pin messages there.'
  return `${first} ${fix} I tell you this once; the briefs go on.`
}

export function briefMayStand(date: string): string {
  return `The brief of ${date} may stand in the channel: I could not tell whether it arrived, and I don’t post it twice.`
}

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
