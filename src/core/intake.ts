import { createHash } from 'node:crypto'
import { accessOf } from './access.ts'
import type { Assistant } from './assistant.ts'
import { noticeCard, withLine } from './cards.ts'
import type { Card, Core, First, Id, Instant, Request, Target } from './contract.ts'
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
    first: firstOf,
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

function createHandler({ assistant, deliver, ledger, report }: Omit<IntakeOptions, 'now'>) {
  const respond = (request: Request): Card => {
    try {
      return assistant.respond(request)
    } catch (error) {
      const id = shortId(request)
      report({ id, what: 'answer', cause: error instanceof Error ? error : new Error(String(error)) })
      return noticeCard(wording.somethingBroke(id))
    }
  }
  const carry = async (claim: Claim, asked: Request, holds: () => Promise<boolean>): Promise<void> => {
    const request = await withThread(asked, ledger)
    const { to, card } = outcome(request, respond)
    const again = claim.attempt > 1
    const delivered = await deliver({ to, card, key: request.id, asker: request.person.id, again, holds })
    await remember(request, ledger)
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
  if (intent.do !== 'ask' || intent.thread || !leansOnEarlier(intent.text)) return request
  const thread = await ledger.earlier(conversationOf(request))
  return { ...request, intent: { ...intent, thread } }
}

/** After the answer, which does not wait for it. */
async function remember(request: Request, ledger: Ledger): Promise<void> {
  const { intent, id } = request
  if (intent.do === 'ask') await ledger.remember(id, conversationOf(request), intent.text)
}

function outcome(request: Request, respond: (request: Request) => Card): { to: Target; card: Card } {
  const privately = { ...request.reply, only: request.person.id }
  switch (accessOf(request)) {
    case 'refused':
      return { to: privately, card: noticeCard(wording.ONLY_THE_TEAM) }
    case 'privately':
      return { to: privately, card: withLine(respond(request), wording.OUTSIDERS_READ_HERE) }
    case 'here':
      return { to: request.reply, card: respond(request) }
  }
}

/** A command asked among others is answered to the asker alone. */
function firstOf({ intent, place }: Request): First {
  if (intent.do !== 'command') return { show: 'nothing' }
  return { show: 'wait', to: place.kind === 'direct' ? 'everyone' : 'asker' }
}

/** The same request has the same id, so that the log can be searched for what the asker read. */
function shortId(request: Request): string {
  return createHash('sha256').update(request.id).digest('hex').slice(0, 8)
}
