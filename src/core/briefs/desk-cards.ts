import { noticeCard } from '../cards.ts'
import { BRIEF, BRIEF_VERBS } from '../commands.ts'
import type { Card, Instant, Span } from '../contract.ts'
import * as wording from './wording.ts'
import { dayIn } from './compose/brief-card.ts'
import type { Links } from './links.ts'
import { runsOf } from './plan.ts'
import type { Fault } from './typed/read.ts'
import type { Run } from './run.ts'
import { describeRun } from './schedule.ts'
import type { Subscription } from './subscription.ts'

const NEXT = 3
const MONDAY = Date.UTC(2024, 0, 1)
const DAY_MS = 24 * 60 * 60 * 1000

export interface StatusOptions {
  subscription: Subscription | null
  /** The latest first. */
  runs: readonly Run[]
  latest: Run | undefined
  links: Links
  now: Instant
  locale: string
}

/** How a place's brief is set up, when the next ones come, and what became of the last. */
export function statusCard({ subscription, runs, latest, links, now, locale }: StatusOptions): Card {
  if (!subscription || (subscription.state === 'off' && runs.length === 0))
    return noticeCard(wording.BRIEF_NONE_HERE)
  const { parts, summary } = noticeCard(settingOf(subscription, now, locale))
  const next = subscription.state === 'on' ? nextOf(subscription, latest, now, locale) : []
  const topics =
    subscription.topics.length > 0 ? noticeCard(wording.briefFollows(subscription.topics)).parts : []
  return {
    summary,
    parts: [
      ...parts,
      ...topics,
      ...(next.length > 0 ? [...noticeCard(wording.BRIEF_NEXT).parts, list(next)] : []),
      ...(runs.length > 0
        ? [...noticeCard(wording.BRIEF_LAST).parts, list(runs.map((run) => lineOf(run, links, locale)))]
        : []),
    ],
  }
}

/** How the briefs of a place are set up, in a line. */
export function settingOf(
  { rhythm, quiet, state, pausedUntil }: Subscription,
  now: Instant,
  locale: string,
): string {
  if (state === 'off') return wording.BRIEF_OFF
  if (state === 'failing') return wording.BRIEF_FAILING
  const { time, zone, days } = rhythm
  const set = wording.briefSet(time, zone, daysIn(days, locale), quiet)
  if (pausedUntil <= now) return set
  return `${set} ${wording.briefPaused(new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: zone }).format(pausedUntil))}`
}

/** What became of the last briefs, each under its date. */
export function historyCard(runs: readonly Run[], links: Links, locale: string): Card {
  if (runs.length === 0) return noticeCard(wording.BRIEF_NO_RUNS)
  const { summary, parts } = noticeCard(wording.BRIEF_LAST)
  return { summary, parts: [...parts, list(runs.map((run) => lineOf(run, links, locale)))] }
}

export function topicsCard(topics: readonly string[]): Card {
  if (topics.length === 0) return noticeCard(wording.BRIEF_NO_TOPICS, wording.BRIEF_TOPICS_HOW)
  const { summary, parts } = noticeCard(wording.briefFollows(topics))
  return { summary, parts: [...parts, ...noticeCard(wording.BRIEF_TOPICS_HOW).parts] }
}

/** What can be said, where it was not understood, or nothing was. */
export function helpCard(typed: string): Card {
  const first = typed === '' ? wording.BRIEF_HELP : wording.briefNotUnderstood(typed)
  const items = BRIEF_VERBS.map(({ verb, tells, example = '' }): Span[] => [
    { text: `/${BRIEF} ${verb} ${example}`.trim(), mark: 'code' },
    { text: ` · ${tells}` },
  ])
  const { summary, parts } = noticeCard(first)
  return { summary, parts: [...parts, { is: 'list', items }] }
}

/** What was not understood of how a brief is to be, and what may be meant. */
export function faultCard({ fault, typed, suggestions }: Fault): Card {
  const first = wording.BRIEF_FAULTS[fault](typed)
  return noticeCard(first, ...(suggestions.length > 0 ? [wording.didYouMean(suggestions)] : []))
}

function nextOf(subscription: Subscription, latest: Run | undefined, now: Instant, locale: string): Span[][] {
  const items: Span[][] = []
  for (const planned of runsOf({ ...subscription, since: Math.max(now, subscription.since) }, latest)) {
    items.push([{ text: describeRun(planned, subscription.rhythm, locale) }])
    if (items.length === NEXT) break
  }
  return items
}

function lineOf({ id, date, outcome, pinned, reason }: Run, links: Links, locale: string): Span[] {
  const became = wording.briefBecame(outcome, pinned, reason)
  const url = links.get(id)
  const day: Span = { text: dayIn(locale, date, 'full'), mark: 'strong', ...(url !== undefined && { url }) }
  return [day, { text: ` · ${became}` }]
}

function daysIn(days: readonly number[], locale: string): string {
  if (days.length === 7) return wording.EVERY_DAY
  if (days.join() === '1,2,3,4,5') return wording.ON_WEEKDAYS
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  const names = days.map((day) => format.format(MONDAY + (day - 1) * DAY_MS))
  return wording.onDays(new Intl.ListFormat(locale, { type: 'conjunction' }).format(names))
}

function list(items: Span[][]): Card['parts'][number] {
  return { is: 'list', items }
}
