import { noticeCard } from '../cards.ts'
import type { Adapter, Card } from '../contract.ts'
import * as wording from './wording.ts'
import type { BriefBook } from './plan.ts'
import { ASKED, type Run, runId } from './run.ts'
import { localDate } from './schedule.ts'
import type { Change } from './set-up.ts'
import type { Writer } from './compose/write.ts'

export interface NowOptions {
  adapters: readonly Adapter[]
  book: BriefBook
  writer: Writer
}

/** Today's brief at once: what stands already is written anew, otherwise it comes due, and the planned one is not. */
export async function briefNow(options: NowOptions, change: Change): Promise<Card> {
  const { book } = options
  const { request, subscription, now } = change
  const place = request.place.id
  if (!subscription || subscription.state !== 'on') return noticeCard(wording.BRIEF_NONE_HERE)
  const { zone } = subscription.rhythm
  const date = localDate(zone, now)
  const runs = await book(({ runHistory }) => runHistory.of(place, 1), [])
  const today = runs.find((run) => (run.zone === zone ? run.date : localDate(zone, run.plannedAt)) >= date)
  if (!today) {
    const plan = { id: runId(place, date, zone), place, date, zone, plannedAt: now, reason: ASKED }
    const isPlanned = await book(({ runs: kept }) => kept.plan(plan).then(() => true), false)
    return noticeCard(isPlanned ? wording.BRIEF_ON_ITS_WAY : wording.BRIEF_STORE_AWAY)
  }
  if (today.message) return rewrite(options, change, today)
  if (today.state !== 'done') return noticeCard(wording.BRIEF_ON_ITS_WAY)
  if (today.outcome === 'unsure') return noticeCard(wording.briefMayStand(today.date))
  const isDue = await book(({ runs: kept }) => kept.again(today.id, now).then(() => true), false)
  return noticeCard(isDue ? wording.BRIEF_ON_ITS_WAY : wording.BRIEF_STORE_AWAY)
}

async function rewrite(
  { adapters, book, writer }: NowOptions,
  { subscription }: Change,
  run: Run,
): Promise<Card> {
  const { message, place, date, zone, plannedAt: at } = run
  const adapter = adapters.find(({ name }) => place.startsWith(`${name}:`))
  if (!adapter || !message) return noticeCard(wording.BRIEF_PLACE_UNKNOWN)
  const written = await writer.write({ place, date, zone, at, topics: subscription?.topics ?? [] })
  const done = await adapter.edit(message, written.card)
  if (!done.ok) return noticeCard(done.why === 'gone' ? wording.BRIEF_DELETED : wording.BRIEF_NOT_EDITED)
  const { card, shown } = written
  await book(({ runs }) => runs.rewritten(run, { card, shown }), undefined)
  return noticeCard(wording.BRIEF_EDITED)
}
