/** Cards that tell of Attaché itself: what it has read, and how it is. */

import { noticeCard, shorten } from './cards.ts'
import { ABOUT, TOPICS } from './commands.ts'
import type { Card, Instant, Span } from './contract.ts'
import type { Index } from './retrieval/index.ts'
import * as wording from './wording.ts'

/** How the process is. */
export interface Status {
  /** Files that could not be read. */
  leftOut: number
  /** When the documents last became others; null since the start. */
  changed: Instant | null
  /** More than half of the documents are gone, and that is not accepted. */
  held: boolean
  /** Where what is asked is kept; `waiting` records are not there yet. */
  store: { engine: string; away: boolean; waiting: number }
  /** When the process started. */
  started: Instant
}

const MOST_DOCUMENTS = 20
const LONGEST_TITLE = 120

export function documentsCard(index: Index, locale: string): Card {
  const documents = new Map<string, { title: string; passages: number; language: string }>()
  for (const passage of index.passages) {
    const { file, document: title } = passage
    const known = documents.get(file)
    documents.set(file, {
      title,
      passages: (known?.passages ?? 0) + 1,
      language: known?.language ?? index.languageOf(passage).code,
    })
  }
  const named = [...documents.values()].slice(0, MOST_DOCUMENTS)
  const items = named.map(({ title, passages, language }): Span[] => [
    { text: shorten(title, LONGEST_TITLE), mark: 'strong' },
    { text: ` · ${wording.amount(passages, 'passage', locale)} · ${language}` },
  ])
  const { parts, summary } = noticeCard(haveRead(index, documents.size, locale))
  const more = documents.size - named.length
  return {
    summary,
    parts: [
      ...parts,
      ...(items.length > 0 ? [{ is: 'list' as const, items }] : []),
      ...(more > 0 ? noticeCard(wording.andMore(wording.amount(more, 'document', locale))).parts : []),
    ],
  }
}

/** `zone` is the one in which times are told. */
export function statusCard(index: Index, status: Status, locale: string, zone?: string): Card {
  const { leftOut, changed, held, store, started } = status
  const files = new Set(index.passages.map(({ file }) => file)).size
  const time = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    ...(zone !== undefined && { timeZone: zone }),
  })
  return noticeCard(
    haveRead(index, files, locale),
    ...(leftOut > 0 ? [wording.filesLeftOut(wording.amount(leftOut, 'file', locale))] : []),
    ...(held ? [wording.LIBRARY_HELD] : []),
    changed === null ? wording.NOT_CHANGED : wording.documentsChanged(time.format(changed)),
    store.away
      ? wording.storeAway(store.engine, wording.amount(store.waiting, 'record', locale))
      : wording.storeKeeps(store.engine),
    wording.runningSince(time.format(started)),
  )
}

/** What can be asked, where it was not understood. */
export function topicsCard(): Card {
  const items = Object.entries(TOPICS).map(([topic, tells]): Span[] => [
    { text: `/${ABOUT} ${topic}`, mark: 'code' },
    { text: ` · ${tells}` },
  ])
  return {
    ...noticeCard(wording.WHICH_TOPIC),
    parts: [...noticeCard(wording.WHICH_TOPIC).parts, { is: 'list', items }],
  }
}

function haveRead({ passages }: Index, documents: number, locale: string): string {
  return wording.haveRead(
    wording.amount(documents, 'document', locale),
    wording.amount(passages.length, 'passage', locale),
  )
}
