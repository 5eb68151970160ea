import { createHash } from 'node:crypto'
import { accessOf } from './access.ts'
import type { Assistant } from './assistant.ts'
import { noticeCard, withLine } from './cards.ts'
import type { Card, Core, First, Instant, Request, Target } from './contract.ts'
import type { Deliver } from './delivery.ts'
import { createSeen } from './seen.ts'
import * as wording from './wording.ts'

/** What went wrong with a request, for the log: `id` is what the asker was told, where they were told. */
export interface Fault {
  id: string
  what: 'answer' | 'delivery'
  cause: Error
}

export interface Intake extends Core {
  /** Resolves when every request taken so far has had its outcome. */
  settled(): Promise<void>
}

export interface IntakeOptions {
  assistant: Assistant
  deliver: Deliver
  report: (fault: Fault) => void
  now: () => Instant
}

/** Takes requests, has them answered, and sends the answers on their way: one outcome for each act, however often it comes. */
export function createIntake({ assistant, deliver, report, now }: IntakeOptions): Intake {
  const underWay = new Set<Promise<void>>()
  const seen = createSeen(now)
  const respond = (request: Request): Card => {
    try {
      return assistant.respond(request)
    } catch (error) {
      const id = shortId(request)
      report({ id, what: 'answer', cause: error instanceof Error ? error : new Error(String(error)) })
      return noticeCard(wording.somethingBroke(id))
    }
  }
  const handle = async (request: Request): Promise<void> => {
    const { to, card } = outcome(request, respond)
    const sent = await deliver({ to, card, key: request.id, asker: request.person.id })
    if (!sent.ok) report({ id: shortId(request), what: 'delivery', cause: sent.cause })
  }
  return {
    first: firstOf,
    async accept(request) {
      if (!seen.first(request.id)) return
      const work = handle(request).finally(() => underWay.delete(work))
      underWay.add(work)
    },
    async settled() {
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
  }
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
