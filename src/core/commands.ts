/** What can be typed after a slash, the same everywhere. */

import * as briefs from './briefs/wording.ts'
import * as wording from './wording.ts'

/** The command that asks, the one that tells of Attaché itself, and the one that sets up a place's briefs. */
export const ASK = 'ask'
export const ABOUT = 'attache'
export const BRIEF = 'brief'

/** What can be asked after `/attache`, each with what it tells. */
export const TOPICS = { documents: wording.DOCUMENTS_TEXT, status: wording.STATUS_TEXT } as const

export type Topic = keyof typeof TOPICS

/** The topic that the words name, or null. */
export function topicOf(words: string): Topic | null {
  const word = words.trim().toLowerCase()
  return Object.hasOwn(TOPICS, word) ? (word as Topic) : null
}

/** What can be filled in where a platform has forms for commands; the values, in order, are the words after the verb. */
export interface Field {
  name: string
  tells: string
  required?: true
  choices?: readonly string[]
  /** It is either there (`true`) or not, and its name is the word for it. */
  flag?: true
}

/** What can be said after `/brief`, each with an example of what follows it. */
export const BRIEF_VERBS: readonly {
  verb: string
  tells: string
  example?: string
  fields: readonly Field[]
}[] = [
  { verb: 'preview', tells: briefs.BRIEF_PREVIEW_TEXT, fields: [] },
  { verb: 'now', tells: briefs.BRIEF_NOW_TEXT, fields: [] },
  {
    verb: 'on',
    tells: briefs.BRIEF_ON_TEXT,
    example: '09:00 Europe/London weekdays',
    fields: [
      { name: 'time', tells: briefs.BRIEF_TIME_TEXT },
      { name: 'zone', tells: briefs.BRIEF_ZONE_TEXT },
      { name: 'days', tells: briefs.BRIEF_DAYS_TEXT },
      { name: 'quiet', tells: briefs.BRIEF_QUIET_TEXT, flag: true },
    ],
  },
  { verb: 'off', tells: briefs.BRIEF_OFF_TEXT, fields: [] },
  {
    verb: 'pause',
    tells: briefs.BRIEF_PAUSE_TEXT,
    example: 'until 2026-12-27',
    fields: [{ name: 'until', tells: briefs.BRIEF_UNTIL_TEXT, required: true }],
  },
  {
    verb: 'topics',
    tells: briefs.BRIEF_TOPICS_TEXT,
    example: 'add travel costs',
    fields: [
      { name: 'what', tells: briefs.BRIEF_WHAT_TEXT, required: true, choices: ['list', 'add', 'remove'] },
      { name: 'topic', tells: briefs.BRIEF_TOPIC_TEXT },
    ],
  },
  { verb: 'status', tells: briefs.BRIEF_STATUS_TEXT, fields: [] },
  { verb: 'history', tells: briefs.BRIEF_HISTORY_TEXT, fields: [] },
]

/** What would be typed after `/brief` for a verb, and for its fields as they were filled in. */
export function briefWords(verb: string, values: Readonly<Record<string, string>>): string {
  const fields = BRIEF_VERBS.find((one) => one.verb === verb)?.fields ?? []
  const words = fields.map(({ name, flag }) => {
    const value = (values[name] ?? '').trim()
    return flag ? (value === 'true' ? name : '') : value
  })
  return [verb, ...words].filter((word) => word !== '').join(' ')
}
