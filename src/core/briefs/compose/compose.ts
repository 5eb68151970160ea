import type { Id, Instant } from '../../contract.ts'
import type { Breathe } from '../../breath.ts'
import type { Index } from '../../retrieval/index.ts'
import type { Revision } from '../../store/documents.ts'
import type { Pages } from './almanac.ts'
import type { Tally } from './asked.ts'
import { briefCard, type Entry } from './brief-card.ts'
import { type ChangedSection, changesOver, type SectionChange } from './changes.ts'
import { type Chooser, createChooser } from './choose.ts'
import { type Line, lengthOf, markOf, shownBy } from './line.ts'
import { nextReading, type Reading } from './reading.ts'
import type { Brief, Part, Showing, Shown } from '../run.ts'
import { type Found, onTopics } from './topics.ts'
import { type Upcoming, upcomingIn } from './upcoming.ts'

/** What a brief is made of. */
export interface Material {
  index: Index
  pages: Pages
  locale: string
  /** The local date, and those soon after, YYYY-MM-DD. */
  days: readonly [today: string, ...soon: string[]]
  /** When it is due. */
  at: Instant
  /** The time it was due at, where it is late. */
  late?: string
  topics: readonly string[]
  /** What became of the documents since the brief before. */
  revisions: readonly Revision[]
  /** What was shown at the place, the latest first. */
  shown: readonly Showing[]
  asked: Tally | null
  place: Id
}

export interface Composed extends Brief {
  /** There was nothing to say but the reading. */
  onlyReading: boolean
}

/** Nothing is shown twice within so long. */
export const FRESH_MS = 30 * 24 * 60 * 60 * 1000
/** A phone's screen, in characters of the documents; the reading takes what is left, but has its place. */
const SCREEN = 1000
const LEAST_READING = 320
const MOST = { changes: 3, upcoming: 3, topics: 4 }

/**
 * Today's brief: what changed, what is due, what the place follows, the reading, what was asked. The same material gives
 * the same brief; between its parts what else there is to do is done.
 */
export async function compose(material: Material, breathe: Breathe): Promise<Composed> {
  const { pages, days, at, topics, revisions, asked, locale, late } = material
  const shown = material.shown.filter((one) => one.at < at)
  const since = at - FRESH_MS
  const recent = new Set(shown.filter((one) => one.at >= since).map(({ mark }) => mark))
  const chooser = createChooser(material.index, pages)
  const page = createPage()

  const changed = changesOver(revisions, pages.sectionOf)
  const changes = page.take('changed', withLines(changed, chooser, page.taken), MOST.changes)
  const upcoming = page.take(
    'dated',
    upcomingIn(pages.dated, { days, recent, taken: page.taken }),
    MOST.upcoming,
  )
  await breathe()
  const followed: Found[] = []
  for (const found of onTopics(material.index, { topics: inTurn(topics, at), shown, taken: page.taken })) {
    await breathe()
    if (found) followed.push(...page.take('topic', [found], 1))
    if (followed.length === MOST.topics) break
  }
  const reading = nextReading({
    passages: pages.passages,
    markOf: pages.markOf,
    shown,
    since,
    taken: page.taken,
    choose: (passage, without) => chooser.sentencesOf(passage, without, Math.max(LEAST_READING, page.room())),
  })
  if (reading) page.show(reading)
  const entries: Entry[] = [
    ...changes.map((change): Entry => ({ is: 'change', change })),
    ...upcoming.map((one): Entry => ({ is: 'upcoming', ...one, today: one.date === days[0] })),
    ...followed.map((one): Entry => ({ is: 'topic', ...one })),
    ...(reading ? [{ is: 'reading' as const, reading }] : []),
    ...(asked && asked.questions > 0 ? [{ is: 'asked' as const, tally: asked }] : []),
  ]
  return {
    card: briefCard(entries, {
      date: days[0],
      locale,
      more: changed.length - changes.length,
      ...(late !== undefined && { late }),
    }),
    shown: page.shown,
    onlyReading: entries.every(({ is }) => is === 'reading'),
  }
}

function* withLines(
  changes: readonly SectionChange[],
  chooser: Chooser,
  taken: ReadonlySet<string>,
): Generator<ChangedSection> {
  for (const change of changes) yield { ...change, line: chooser.keyLine(change.section, taken) }
}

/** What the brief shows so far, and how much room there is left. */
function createPage() {
  const taken = new Set<string>()
  const shown: Shown[] = []
  let room = SCREEN
  const put = (line: Line, part: Part): void => {
    room -= lengthOf(line)
    for (const one of shownBy(line, part)) {
      taken.add(one.mark)
      shown.push(one)
    }
  }
  return {
    taken,
    shown,
    room: () => room,
    /** As many as there is room for, beside the reading. */
    take<One extends ChangedSection | Upcoming | Found>(
      part: Part,
      ones: Iterable<One>,
      most: number,
    ): One[] {
      const kept: One[] = []
      for (const one of ones) {
        if (kept.length === most) break
        if (one.line && (lengthOf(one.line) > room - LEAST_READING || isTaken(one.line, taken))) continue
        if (one.line) put(one.line, part)
        kept.push(one)
      }
      return kept
    },
    show(reading: Reading): void {
      put(reading.line, 'reading')
      shown.push(...reading.shown.filter(({ mark }) => !taken.has(mark)))
    },
  }
}

function isTaken({ sentences }: Line, taken: ReadonlySet<string>): boolean {
  return sentences.some(({ text }) => taken.has(markOf(text)))
}

const DAY_MS = 24 * 60 * 60 * 1000

/** Irrational, so that no rhythm of days meets the same few topics again and again. */
const GOLDEN = (Math.sqrt(5) - 1) / 2

/** Now one, now another topic is first, since there is not always room for all: on whichever days the briefs are. */
function inTurn(topics: readonly string[], at: Instant): string[] {
  const first = Math.floor(((Math.floor(at / DAY_MS) * GOLDEN) % 1) * topics.length)
  return [...topics.slice(first), ...topics.slice(0, first)]
}
