/** Every word of our own in briefs, and about them. */

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
