import type { Id, Instant } from '../../contract.ts'
import type { Index } from '../../retrieval/index.ts'
import type { Breathe } from '../../breath.ts'
import type { Pages } from './almanac.ts'
import { tally } from './asked.ts'
import { type Composed, compose, type Material } from './compose.ts'
import type { BriefBook } from '../plan.ts'
import { dateAfter, startOfDate } from '../schedule.ts'
import type { Subscription } from '../subscription.ts'

export interface Writer {
  /** The brief of a place for a local date, from what is known now. */
  write: (wanted: Wanted) => Promise<Composed>
}

export interface Wanted {
  place: Id
  date: string
  zone: string
  at: Instant
  topics: Subscription['topics']
  /** The time it was due at, where it is late. */
  late?: string
}

export interface WriterOptions {
  index: Index
  pages: () => Promise<Pages>
  book: BriefBook
  locale: string
  breathe: Breathe
}

const SOON_DAYS = 7
/** What changed within so long is news where no brief was before. */
const FIRST_MS = 24 * 60 * 60 * 1000
const BRIEFS_BEFORE = 2

/** Gathers what a brief is made of. */
export function createWriter({ index, pages, book, locale, breathe }: WriterOptions): Writer {
  return {
    async write({ place, date, zone, at, topics, late }) {
      const before = await book(({ runHistory }) => runHistory.posted(place, BRIEFS_BEFORE), [])
      const last = before.find((run) => run.plannedAt < at)
      // On the clock by which changes are recorded.
      const since = last?.postedAt ?? at - FIRST_MS
      const shown = await book(({ runHistory }) => runHistory.shown(place), [])
      const revisions = await book(({ documents }) => documents.since(since), [])
      const yesterday = [startOfDate(zone, dateAfter(date, -1)), startOfDate(zone, date)] as const
      const asked = await book(({ questions }) => questions.between(...yesterday), [])
      const soon = Array.from({ length: SOON_DAYS }, (_, i) => dateAfter(date, i + 1))
      const library = await pages()
      await breathe()
      const material: Material = {
        index,
        pages: library,
        locale,
        days: [date, ...soon],
        at,
        ...(late !== undefined && { late }),
        topics,
        revisions,
        shown,
        asked: tally(asked, place),
        place,
      }
      return compose(material, breathe)
    },
  }
}
