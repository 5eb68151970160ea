/** Each kind of card that briefs have. */

import { briefCard, type Entry } from '../../src/core/briefs/compose/brief-card.ts'
import { faultCard, helpCard, historyCard, statusCard, topicsCard } from '../../src/core/briefs/desk-cards.ts'
import type { Line } from '../../src/core/briefs/compose/line.ts'
import type { Run } from '../../src/core/briefs/run.ts'
import { readOn } from '../../src/core/briefs/typed/on.ts'
import type { Subscription } from '../../src/core/briefs/subscription.ts'
import { noticeCard, withLine } from '../../src/core/cards.ts'
import type { Card } from '../../src/core/contract.ts'
import type { Passage } from '../../src/core/library/document.ts'
import type { Index } from '../../src/core/retrieval/index.ts'
import * as wording from '../../src/core/briefs/wording.ts'

const NOW = Date.UTC(2026, 10, 26, 9, 5)

const subscription: Subscription = {
  place: 'test:place',
  rhythm: { time: '09:00', zone: 'Europe/London', days: [1, 2, 3, 4, 5] },
  quiet: true,
  topics: ['sanctions', 'travel costs'],
  manager: 'test:alice',
  since: NOW,
  pausedUntil: 0,
  state: 'on',
  failures: 0,
  told: '',
}
const run = (date: string, became: Partial<Run>): Run => ({
  id: date,
  place: 'test:place',
  date,
  zone: 'Europe/London',
  plannedAt: Date.parse(`${date}T09:00:00Z`),
  state: 'done',
  brief: null,
  outcome: 'sent',
  reason: null,
  message: null,
  postedAt: null,
  pinned: 'yes',
  unpinned: null,
  ...became,
})
const RUNS = [
  run('2026-11-26', {}),
  run('2026-11-25', { pinned: 'forbidden' }),
  run('2026-11-24', { outcome: 'skipped', reason: 'quiet', pinned: null }),
  run('2026-11-23', { outcome: 'missed', pinned: null }),
  run('2026-11-20', { outcome: 'failed: outsiders', pinned: null }),
  run('2026-11-19', { outcome: 'unsure', pinned: null }),
]
/** As far as the platform told. */
const LINKS = new Map([['2026-11-26', 'https://example.slack.com/archives/C0PUBLIC/p1795684000000100']])

export function briefCards(index: Index): Record<string, Card> {
  const line = (place: number): Line => {
    const passage = index.passages[place] as Passage
    return { passage, sentences: passage.sentences.slice(0, 1) }
  }
  const change = { document: 'Handbook', file: 'handbook.md', headings: ['Loans'], section: undefined }
  const reading = { line: line(4), shown: [], again: false, end: true }
  const entries: Entry[] = [
    { is: 'change', change: { ...change, how: 'changed', line: line(0) } },
    { is: 'change', change: { ...change, how: 'removed', line: null } },
    { is: 'upcoming', line: line(1), date: '2026-11-26', today: true },
    { is: 'upcoming', line: line(2), date: '2026-11-28', today: false },
    { is: 'topic', topic: 'travel costs', line: line(3) },
    { is: 'reading', reading },
    { is: 'asked', tally: { questions: 12, unanswered: 3, most: { question: 'What’s the fee?', times: 4 } } },
  ]
  const options = { date: '2026-11-26', locale: 'en-GB', more: 0 }
  const fault = readOn('09:00 Europe/Lodnon')
  const runs = { runs: RUNS.slice(0, 5), latest: RUNS[0], links: LINKS }
  const shown = { subscription, ...runs, now: NOW, locale: 'en-GB' }
  return {
    brief: briefCard(entries, { ...options, more: 4 }),
    'brief-late': briefCard([{ is: 'reading', reading: { ...reading, again: true, end: false } }], {
      ...options,
      late: '09:00',
    }),
    'brief-preview': withLine(briefCard(entries.slice(4, 6), options), wording.BRIEF_ONLY_PREVIEW),
    'brief-set': statusCard({ ...shown, runs: [], latest: undefined }),
    'brief-status': statusCard(shown),
    'brief-paused': statusCard({
      ...shown,
      subscription: { ...subscription, pausedUntil: Date.UTC(2026, 11, 27) },
    }),
    'brief-failing': statusCard({ ...shown, subscription: { ...subscription, state: 'failing' } }),
    'brief-history': historyCard(RUNS, LINKS, 'en-GB'),
    'brief-topics': topicsCard(subscription.topics),
    'brief-help': helpCard('weekly'),
    'brief-fault': 'fault' in fault ? faultCard(fault) : noticeCard(''),
    'brief-managers-only': noticeCard(wording.BRIEF_MANAGERS_ONLY),
    'brief-not-pinned': noticeCard(wording.briefNotPinned(false, ['Pin Messages'])),
    'brief-stopped': noticeCard(wording.briefStopped('outsiders')),
    'brief-may-stand': noticeCard(wording.briefMayStand('2026-11-26')),
  }
}
