import { noticeCard } from '../cards.ts'
import type { Adapter, Instant } from '../contract.ts'
import type { Deliver } from '../delivery.ts'
import * as wording from './wording.ts'
import type { BriefBook } from './plan.ts'
import { pauseOf } from './put-off.ts'
import { ASKED, type Brief, type RunClaim } from './run.ts'
import type { Subscription } from './subscription.ts'
import type { Tell } from './tell.ts'
import type { Writer } from './compose/write.ts'

export interface PostingOptions {
  adapter: Adapter
  deliver: Deliver
  book: BriefBook
  writer: Writer
  tell: Tell
  now: () => Instant
  catchUpMs: number
}

/** Runs in a row that fail before a place's briefs are stopped. */
const MOST_FAILURES = 3
/** The platform's trouble, and no fault of the place's. */
const UNREACHABLE = 'unreachable'
/** A brief that comes so much later than planned says so. */
const LATE_MS = 10 * 60 * 1000

/** Posts what is due, once; where a place does not take it, counts that, and stops after some such runs in a row. */
export function createPosting(options: PostingOptions) {
  const { adapter, deliver, book, tell, now, catchUpMs } = options
  const fail = async (claim: RunClaim, subscription: Subscription, why: string): Promise<void> => {
    const { place } = claim.run
    const counts = why !== UNREACHABLE
    // Before it is recorded: told twice is better than never.
    if (counts && subscription.failures + 1 === MOST_FAILURES && (await holds(book, claim)))
      await tell(subscription, wording.briefStopped(why))
    const isOurs = await book(({ runSteps }) => runSteps.finish(claim, `failed: ${why}`, null), false)
    if (isOurs && counts) await book(({ subscriptions }) => subscriptions.failed(place, MOST_FAILURES), 0)
  }
  /** The platform cannot be asked just now: later, for as long as a brief is caught up on. */
  const later = async (claim: RunClaim, subscription: Subscription): Promise<void> => {
    const pause = pauseOf(claim)
    if (now() + pause - claim.run.plannedAt > catchUpMs) return fail(claim, subscription, UNREACHABLE)
    await book(({ runClaims }) => runClaims.putOff(claim, pause), undefined)
  }
  /** What is to be posted; null where the run is over, or has to wait. */
  const ready = async (claim: RunClaim, subscription: Subscription): Promise<Brief | null> => {
    const [{ run }, { state, pausedUntil }] = [claim, subscription]
    if (state !== 'on' || (run.plannedAt < pausedUntil && run.reason !== ASKED)) {
      await book(({ runSteps }) => runSteps.finish(claim, 'skipped', state), undefined)
      return null
    }
    if (await isMissed(options, claim)) return null
    const found = await adapter.inspect(run.place)
    if (found.state === 'here' && found.readers === 'team') return written(options, claim, subscription)
    if (found.state === 'unknown') await later(claim, subscription)
    else await fail(claim, subscription, found.state === 'gone' ? 'gone' : 'outsiders')
    return null
  }
  return async (claim: RunClaim): Promise<void> => {
    const subscription = await book(({ subscriptions }) => subscriptions.of(claim.run.place), null)
    if (!subscription) return
    const before = await attemptedBefore(options, claim)
    if (before === 'ask again') return later(claim, subscription)
    const run = before === 'absent' ? { ...claim.run, brief: null } : claim.run
    const brief = run.brief ?? (await ready({ ...claim, run }, subscription))
    if (!brief) return
    const delivered = await deliver({
      to: { place: run.place },
      card: brief.card,
      key: run.id,
      asker: subscription.manager,
      again: claim.run.brief !== null,
      holds: () => holds(book, claim),
      unasked: { since: run.plannedAt, notice: noticeCard(wording.briefMayStand(run.date)) },
    })
    if (!delivered.ok && delivered.why === 'wait') {
      await book(({ runClaims }) => runClaims.unwrite(claim), undefined)
      return later(claim, subscription)
    }
    if (!delivered.ok && delivered.why === 'taken over') return
    if (!delivered.ok && delivered.why !== 'unsure') return fail(claim, subscription, delivered.why)
    const stands = delivered.ok && delivered.how !== 'notice'
    const [how, message] = stands ? [delivered.how, delivered.message] : ['unsure', null]
    await book(({ runSteps }) => runSteps.posted(claim, how, message, brief.shown), undefined)
    await book(({ subscriptions }) => subscriptions.succeeded(run.place), undefined)
  }
}

function holds(book: BriefBook, claim: RunClaim): Promise<boolean> {
  return book(({ runClaims }) => runClaims.renew(claim), false)
}

/**
 * What somebody who died over the run, or was not answered, may have posted is looked for before anything else is
 * decided; where it is not there, the brief is written anew. `stands`: it is there, or we may not look.
 */
async function attemptedBefore(
  { adapter, book }: PostingOptions,
  claim: RunClaim,
): Promise<'absent' | 'stands' | 'ask again'> {
  const { id, place, brief, plannedAt: since } = claim.run
  if (!brief) return 'absent'
  const found = await adapter.find({ place }, id, { card: brief.card, since })
  if (found === 'ask again') return found
  if (found !== 'absent') return 'stands'
  await book(({ runClaims }) => runClaims.unwrite(claim), undefined)
  return 'absent'
}

/** Too late to be caught up on: then it is over. */
async function isMissed({ book, now, catchUpMs }: PostingOptions, claim: RunClaim): Promise<boolean> {
  if (now() - claim.run.plannedAt <= catchUpMs || claim.run.reason === ASKED) return false
  await book(({ runSteps }) => runSteps.finish(claim, 'missed', null), undefined)
  return true
}

/** What is kept before the first attempt; a quiet place's run is over where there is nothing but the reading. */
async function written(
  { book, writer, now }: PostingOptions,
  claim: RunClaim,
  subscription: Subscription,
): Promise<Brief | null> {
  const { run } = claim
  const { place, date, zone, plannedAt: at } = run
  const isLate = now() - at > LATE_MS
  const late = isLate ? { late: timeIn(zone, at) } : {}
  const composed = await writer.write({ place, date, zone, at, topics: subscription.topics, ...late })
  if (subscription.quiet && composed.onlyReading && run.reason !== ASKED) {
    await book(({ runSteps }) => runSteps.finish(claim, 'skipped', 'quiet'), undefined)
    return null
  }
  const brief = { card: composed.card, shown: composed.shown }
  return (await book(({ runClaims }) => runClaims.write(claim, brief), false)) ? brief : null
}

function timeIn(zone: string, at: Instant): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at)
}
