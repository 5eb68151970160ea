import { createHash } from 'node:crypto'
import type { Assistant } from './assistant.ts'
import { noticeCard } from './cards.ts'
import type { Card, Core, Request } from './contract.ts'
import type { Deliver } from './delivery.ts'
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

/** Takes requests, has them answered, and sends the answers on their way: one outcome for each. */
export function createIntake(assistant: Assistant, deliver: Deliver, report: (fault: Fault) => void): Intake {
  const underWay = new Set<Promise<void>>()
  const handle = async (request: Request): Promise<void> => {
    const card = respond(request)
    const sent = await deliver(request.reply, card, request.id)
    if (!sent.ok) report({ id: shortId(request), what: 'delivery', cause: sent.cause })
  }
  const respond = (request: Request): Card => {
    try {
      return assistant.respond(request)
    } catch (error) {
      const id = shortId(request)
      report({ id, what: 'answer', cause: error instanceof Error ? error : new Error(String(error)) })
      return noticeCard(wording.somethingBroke(id))
    }
  }
  return {
    async accept(request) {
      const work = handle(request).finally(() => underWay.delete(work))
      underWay.add(work)
    },
    async settled() {
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
  }
}

/** The same request has the same id, so that the log can be searched for what the asker read. */
function shortId(request: Request): string {
  return createHash('sha256').update(request.id).digest('hex').slice(0, 8)
}
