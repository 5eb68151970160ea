import type { Adapter, Done, Failed } from '../contract.ts'
import type { Sleep } from '../delivery.ts'
import * as wording from './wording.ts'
import type { BriefBook } from './plan.ts'
import { pauseOf } from './put-off.ts'
import type { Run, RunClaim } from './run.ts'
import type { Tell } from './tell.ts'

export interface PinningOptions {
  adapter: Adapter
  book: BriefBook
  tell: Tell
  sleep: Sleep
}

/** yes, or why not; passing: the platform is in trouble; lost: another process has taken over. */
type Step = 'yes' | Failed['why'] | 'passing' | 'lost'

const ATTEMPTS = 5
const PAUSE_MS = 2_000
const MOST_ATTEMPTS = 20

/** Pins what was posted, then unpins what was pinned before it. Each step may be made again. */
export function createPinning(options: PinningOptions) {
  const { adapter, book, sleep } = options
  /** Until the platform says one thing or the other. */
  const insist = async (claim: RunClaim, step: () => Promise<Done>): Promise<Step> => {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      if (!(await book(({ runClaims }) => runClaims.renew(claim), false))) return 'lost'
      const done = await step()
      if (done.ok) return 'yes'
      if (done.why !== 'unsure' && done.why !== 'wait') return done.why
      await sleep(done.waitMs ?? PAUSE_MS)
    }
    return 'passing'
  }
  const unpin = async (claim: RunClaim, earlier: readonly Run[]): Promise<Step> => {
    for (const { id, message } of earlier) {
      if (!message) continue
      const step = await insist(claim, () => adapter.unpin(message))
      if (step === 'passing' || step === 'lost') return step
      // Where we may not now, the next brief tries again.
      if (step !== 'forbidden') await book(({ runSteps }) => runSteps.unpinned(id, step), undefined)
    }
    return 'yes'
  }
  const pin = async (claim: RunClaim, earlier: readonly Run[]): Promise<Step> => {
    const { message } = claim.run
    if (!message) return 'gone'
    const step = await insist(claim, () => adapter.pin(message))
    if (step !== 'full' || earlier.length === 0) return step
    // Its own earlier pin makes room.
    const room = await unpin(claim, earlier)
    return room === 'yes' ? insist(claim, () => adapter.pin(message)) : room
  }
  const carry = async (claim: RunClaim): Promise<Step> => {
    const { run } = claim
    const [latest] = await book(({ runHistory }) => runHistory.posted(run.place, 1), [])
    if (latest && latest.id !== run.id && run.pinned === null) return 'yes'
    const earlier = await book(({ runSteps }) => runSteps.stillPinned(claim), [])
    const pinned = run.pinned ?? (await pin(claim, earlier))
    if (pinned === 'passing' || pinned === 'lost') return pinned
    if (run.pinned === null) {
      await book(({ runSteps }) => runSteps.pinned(claim, pinned), undefined)
      await report(options, claim, pinned as Step)
    }
    return pinned === 'yes' ? unpin(claim, earlier) : 'yes'
  }
  return async (claim: RunClaim): Promise<void> => {
    const step = await carry(claim)
    if (step === 'lost') return
    if (step === 'passing' && claim.attempt < MOST_ATTEMPTS)
      return book(({ runClaims }) => runClaims.putOff(claim, pauseOf(claim)), undefined)
    await book(({ runSteps }) => runSteps.done(claim), undefined)
  }
}

/** Tells the manager of a trouble with pins when it begins. */
async function report(
  { adapter, book, tell }: PinningOptions,
  { run: { place } }: RunClaim,
  step: Step,
): Promise<void> {
  // Somebody deleted it: that says nothing of whether we may pin.
  if (step === 'gone') return
  const trouble = step === 'yes' ? '' : step
  const subscription = await book(({ subscriptions }) => subscriptions.of(place), null)
  if (!subscription || subscription.told === trouble) return
  // Before it is recorded: told twice is better than never.
  if (trouble !== '') {
    const { lacks } = await adapter.inspect(place)
    await tell(subscription, wording.briefNotPinned(step === 'full', lacks))
  }
  await book(({ subscriptions }) => subscriptions.tells(place, trouble), false)
}
