import { citationOf } from '../../cards.ts'
import type { Card, Part, Span } from '../../contract.ts'
import { amount } from '../../wording.ts'
import * as wording from '../wording.ts'
import type { Tally } from './asked.ts'
import type { ChangedSection } from './changes.ts'
import type { Line } from './line.ts'
import type { Reading } from './reading.ts'
import type { Found } from './topics.ts'
import type { Upcoming } from './upcoming.ts'

const LONGEST_QUESTION = 160

/** One thing that a brief says. */
export type Entry =
  | { is: 'change'; change: ChangedSection }
  | ({ is: 'upcoming'; today: boolean } & Upcoming)
  | ({ is: 'topic' } & Found)
  | { is: 'reading'; reading: Reading }
  | { is: 'asked'; tally: Tally }

export interface BriefCardOptions {
  /** YYYY-MM-DD. */
  date: string
  locale: string
  /** Sections that changed beside those that are named. */
  more: number
  /** The time it was due at, where it is late. */
  late?: string
}

/** The brief as people see it: the day, then each thing under what it is. The summary is the first of them. */
export function briefCard(entries: readonly Entry[], { date, locale, more, late }: BriefCardOptions): Card {
  const parts: Part[] = [{ is: 'title', spans: [{ text: wording.briefTitle(dayIn(locale, date, 'full')) }] }]
  if (late !== undefined) parts.push(text({ text: wording.briefLate(late), mark: 'emphasis' }))
  let label = ''
  for (const [i, entry] of entries.entries()) {
    const next = labelOf(entry, locale)
    if (next !== label) parts.push(text({ text: next, mark: 'strong' }))
    label = next
    parts.push(...partsOf(entry, locale))
    if (more > 0 && entry.is === 'change' && entries[i + 1]?.is !== 'change')
      parts.push(text({ text: wording.moreChanges(amount(more, 'section', locale)) }))
  }
  return { summary: summaryOf(entries[0], locale) ?? wording.briefTitle(dayIn(locale, date, 'full')), parts }
}

function summaryOf(entry: Entry | undefined, locale: string): string | null {
  if (!entry) return null
  if (entry.is === 'asked') return askedLine(entry.tally, locale)
  const said = 'line' in entry ? entry.line : entry.is === 'reading' ? entry.reading.line : entry.change.line
  const words = said ? said.sentences.map((one) => one.text).join(' ') : nameOf(entry)
  return `${labelOf(entry, locale)}: ${words}`
}

function labelOf(entry: Entry, locale: string): string {
  switch (entry.is) {
    case 'change':
      return wording.BRIEF_CHANGES[entry.change.how]
    case 'upcoming':
      return entry.today ? wording.BRIEF_TODAY : wording.briefComing(dayIn(locale, entry.date, 'long'))
    case 'topic':
      return wording.briefTopic(entry.topic)
    case 'reading':
      return entry.reading.again ? wording.BRIEF_READING_AGAIN : wording.BRIEF_READING
    case 'asked':
      return wording.BRIEF_ASKED
  }
}

function partsOf(entry: Entry, locale: string): Part[] {
  switch (entry.is) {
    case 'change':
      return entry.change.line
        ? [quote(entry.change.line)]
        : [{ is: 'list', items: [[{ text: nameOf(entry) }]] }]
    case 'upcoming':
    case 'topic':
      return [quote(entry.line)]
    case 'reading': {
      const end = text({ text: wording.BRIEF_END, mark: 'emphasis' })
      return [quote(entry.reading.line), ...(entry.reading.end ? [end] : [])]
    }
    case 'asked':
      return [text({ text: askedLine(entry.tally, locale) })]
  }
}

/** Where something stood of which there is nothing left to quote. */
function nameOf(entry: Entry): string {
  return entry.is === 'change' ? [entry.change.document, ...entry.change.headings].join(' › ') : ''
}

/** To the letter, with the place where it stands. */
function quote({ passage, sentences }: Line): Part {
  const spans = sentences.flatMap((sentence, i): Span[] => {
    const last = sentences[i - 1]
    const gap =
      last && passage.sentences.indexOf(sentence) > passage.sentences.indexOf(last) + 1 ? ' … ' : ' '
    return last ? [{ text: gap }, { text: sentence.text }] : [{ text: sentence.text }]
  })
  const [sentence = { text: '' }] = sentences
  return { is: 'quote', spans, citation: citationOf({ passage, sentence }) }
}

function askedLine({ questions, unanswered, most }: Tally, locale: string): string {
  const asked = wording.asked(
    amount(questions, 'question', locale),
    unanswered === 0 ? null : new Intl.NumberFormat(locale).format(unanswered),
  )
  return most ? `${asked} ${wording.mostAsked(beginning(most.question), most.times)}` : asked
}

/** Cut between words where there are any. */
function beginning(question: string): string {
  const line = question.replace(/\s+/g, ' ').trim()
  if (line.length <= LONGEST_QUESTION) return line
  const cut = line.slice(0, LONGEST_QUESTION).replace(/[\uD800-\uDBFF]$/, '')
  return `${cut.replace(/\s+\S*$/, '') || cut}…`
}

/** `full` with the year, `long` without. */
export function dayIn(locale: string, date: string, style: 'full' | 'long'): string {
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(style === 'full' && { year: 'numeric' }),
  })
  return format.format(new Date(`${date}T00:00:00Z`))
}

function text(span: Span): Part {
  return { is: 'text', spans: [span] }
}
