import { createHash } from 'node:crypto'
import { accessOf } from './access.ts'
import { type Assistant, cutQuestion, type Told } from './assistant.ts'
import type { Desk } from './briefs/desk.ts'
import { asTyped, formFor } from './briefs/form.ts'
import { noticeCard, withLine } from './cards.ts'
import { BRIEF } from './commands.ts'
import type { Core, First, Id, Instant, Request, Target } from './contract.ts'
import { conversationOf } from './conversation.ts'
import type { Deliver } from './delivery.ts'
import type { Ledger } from './ledger.ts'
import { leansOnEarlier } from './retrieval/question.ts'
import { createSeen } from './seen.ts'
import type { Claimed } from './store/claims.ts'
import type { Claim } from './store/requests.ts'
import * as wording from './wording.ts'

/** What went wrong with a request, for the log: `id` is what the asker was told, where they were told. */
export interface Fault {
  id: string
  what: 'answer' | 'delivery'
  cause: Error
}

export interface Intake extends Core {
  /** Goes on with a request that another process died over. */
  resume(claimed: Claimed): void
  /** The requests that are being worked on. */
  underWay(): Id[]
  /** Resolves when every request taken so far has had its outcome. */
  settled(): Promise<void>
}

export interface IntakeOptions {
  assistant: Assistant
  /** Without it nothing is known of briefs. */
  desk?: Desk
  deliver: Deliver
  ledger: Ledger
  report: (fault: Fault) => void
  /** A clock that is never set back. */
  now: () => Instant
}

/** A request over which so many processes died, or that no platform took for so long, is given up. */
const MOST_ATTEMPTS = 10
/** Well within a lease. */
const FRESH_MS = 3_000

/** Takes requests, has them answered, and sends the answers on their way: one outcome for each act, however often it comes. */
export function createIntake({ ledger, now, ...options }: IntakeOptions): Intake {
  const taking = new Map<string, Promise<void>>()
  const underWay = new Map<Id, Promise<void>>()
  const seen = createSeen(now)
  const handle = createHandler({ ledger, ...options })
  const begin = (claim: Claim, request: Request, at: Instant): void => {
    // A claim this fresh needs no second look before each message.
    const holds = async (): Promise<boolean> => now() - at < FRESH_MS || ledger.holds(claim)
    const work = handle(claim, request, holds).finally(() => underWay.delete(request.id))
    underWay.set(request.id, work)
  }
  const take = async (request: Request): Promise<void> => {
    const at = now()
    const claim = await ledger.record(request)
    if (claim) begin(claim, request, at)
    await ledger.kept()
  }
  return {
    first: (request) => firstOf(request, options.desk !== undefined),
    async accept(request) {
      // A second delivery is acknowledged no sooner than the first: neither may be lost.
      const first = taking.get(request.id)
      if (first) return first
      if (!seen.first(request.id)) return
      const taken = take(request).finally(() => taking.delete(request.id))
      taking.set(request.id, taken)
      await taken
    },
    resume({ request, ...claim }) {
      seen.first(request.id)
      begin(claim, request, now())
    },
    underWay: () => [...underWay.keys()],
    async settled() {
      while (taking.size + underWay.size > 0)
        await Promise.allSettled([...taking.values(), ...underWay.values()])
    },
  }
}

function createHandler({ assistant, desk, deliver, ledger, report }: Omit<IntakeOptions, 'now'>) {
  const respond: Respond = async (request, again) => {
    try {
      const { intent } = request
      if (intent.do === 'command' && intent.name === BRIEF && desk)
        return { card: await desk(request, again) }
      return assistant.respond(request)
    } catch (error) {
      const id = shortId(request)
      report({ id, what: 'answer', cause: error instanceof Error ? error : new Error(String(error)) })
      return { card: noticeCard(wording.somethingBroke(id)) }
    }
  }
  const carry = async (claim: Claim, asked: Request, holds: () => Promise<boolean>): Promise<void> => {
    const request = await withThread({ ...asked, intent: asTyped(asked.intent) }, ledger)
    const again = claim.attempt > 1
    const { to, card, found } = await outcome(request, (one) => respond(one, again))
    const delivered = await deliver({ to, card, key: request.id, asker: request.person.id, again, holds })
    await remember(request, found, ledger)
    if (delivered.ok) return ledger.finish(claim, request, delivered)
    if (delivered.why === 'taken over') return
    report({ id: shortId(request), what: 'delivery', cause: delivered.cause })
    // A platform in trouble for longer: left as it is, the claim runs out, and the sweep tries again.
    const passing = delivered.why === 'wait' || delivered.why === 'unsure'
    if (passing && claim.attempt < MOST_ATTEMPTS) return
    await ledger.finish(claim, request, { how: `failed: ${delivered.why}` })
  }
  return async (claim: Claim, request: Request, holds: () => Promise<boolean>): Promise<void> => {
    try {
      if (claim.attempt > MOST_ATTEMPTS) throw new Error(`Given up after ${MOST_ATTEMPTS} attempts.`)
      await carry(claim, request, holds)
    } catch (error) {
      report({
        id: shortId(request),
        what: 'delivery',
        cause: error instanceof Error ? error : new Error(String(error)),
      })
      await ledger.finish(claim, request, { how: 'failed: error' })
    }
  }
}

/** With the questions asked before it in the same conversation, where it cannot be read without them. */
async function withThread(request: Request, ledger: Ledger): Promise<Request> {
  const { intent } = request
  if (intent.do !== 'ask' || intent.thread || !leansOnEarlier(cutQuestion(intent.text))) return request
  const thread = await ledger.earlier(conversationOf(request))
  return { ...request, intent: { ...intent, thread } }
}

/** After the answer, which does not wait for it. */
async function remember(request: Request, found: Told['found'], ledger: Ledger): Promise<void> {
  const { intent, id, at, place } = request
  if (intent.do === 'ask') await ledger.remember(id, conversationOf(request), intent.text)
  if (found === undefined || (intent.do !== 'ask' && intent.do !== 'command')) return
  const asked = intent.do === 'ask' ? intent.text : intent.words
  const open = intent.do === 'ask' && place.kind === 'channel'
  await ledger.count(id, at, { place: place.id, open, answered: found === 'answered', question: asked })
}

type Respond = (request: Request, again: boolean) => Promise<Told>

async function outcome(
  request: Request,
  respond: (request: Request) => Promise<Told>,
): Promise<Told & { to: Target }> {
  const privately = { ...request.reply, only: request.person.id }
  const access = accessOf(request)
  if (access === 'refused') return { to: privately, card: noticeCard(wording.ONLY_THE_TEAM) }
  const told = await respond(request)
  if (access === 'here') return { ...told, to: request.reply }
  return { ...told, to: privately, card: withLine(told.card, wording.OUTSIDERS_READ_HERE) }
}

/** A command asked among others is answered to the asker alone; who is refused is shown no form. */
function firstOf(request: Request, hasDesk: boolean): First {
  const { intent, place } = request
  const form = hasDesk && accessOf(request) !== 'refused' ? formFor(request) : null
  if (form) return { show: 'form', form }
  if (intent.do !== 'command') return { show: 'nothing' }
  return { show: 'wait', to: place.kind === 'direct' ? 'everyone' : 'asker' }
}

/** The same request has the same id, so that the log can be searched for what the asker read. */
function shortId(request: Request): string {
  return createHash('sha256').update(request.id).digest('hex').slice(0, 8)
}
