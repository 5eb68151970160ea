import { isJson } from './schema.ts'
import type { Act, Answer, Attempt, Delivery, Retry } from './types.ts'
import type { Workspace } from './workspace.ts'

/** Slack waits so long for an ack. */
export const PATIENCE_MS = 3_000
const MOST_RETRIES = 3

/** Carries an attempt to the bot, and calls back when the bot has answered; false if nothing listens. */
export type Transport = (delivery: Delivery, attempt: Attempt, onAnswer: (answer: Heard) => void) => boolean

/** An answer as a transport hears it. */
export type Heard = Pick<Answer, 'body' | 'status'>

/** Everything Slack has for the bot, and what became of it. */
export type Deliveries = ReturnType<typeof createDeliveries>

/** Deliveries over the current transport; what is not acked may be delivered again. */
export function createDeliveries(workspace: Workspace, transport: () => Transport) {
  const all: Delivery[] = []
  const timers = new Set<NodeJS.Timeout>()

  function attempt(delivery: Delivery, retry?: Retry): void {
    const made: Attempt = { at: Date.now(), ...(retry && { retry }) }
    if (transport()(delivery, made, (heard) => settle(workspace, delivery, made, heard)))
      delivery.attempts.push(made)
    workspace.changed()
    retryLater(delivery, retry)
  }

  function retryLater(delivery: Delivery, retry: Retry | undefined): void {
    const num = (retry?.num ?? 0) + 1
    const afterMs = workspace.settings.redeliverUntilAcked
    if (afterMs === undefined || num > MOST_RETRIES || delivery.kind !== 'events_api') return
    const timer = setTimeout(() => {
      timers.delete(timer)
      if (!delivery.acked) attempt(delivery, { num, reason: 'timeout' })
    }, afterMs)
    timers.add(timer.unref())
  }

  return {
    all,
    /** Hands something to the bot now. */
    deliver(kind: Delivery['kind'], payload: Delivery['payload'], onAnswer?: Delivery['onAnswer']): Delivery {
      const delivery: Delivery = { kind, payload, attempts: [], acked: false, ...(onAnswer && { onAnswer }) }
      all.push(delivery)
      attempt(delivery)
      return delivery
    },
    /** Delivers the same events again, `times` more times, as after missing acks. Commands and clicks never come again. */
    redeliver: (act: Act, times = 1, reason = 'timeout'): void => {
      for (const delivery of act.deliveries) {
        if (delivery.kind !== 'events_api') throw new Error(`Slack does not deliver ${delivery.kind} again`)
        for (let left = times; left > 0; left--) {
          const num = delivery.attempts.filter((made) => made.retry).length + 1
          attempt(delivery, { num, reason })
        }
      }
    },
    /** Resolves when every delivery of an act is acked. */
    acked: async (act: Act, timeoutMs?: number): Promise<void> => {
      await workspace.waitFor(() => act.deliveries.every(({ acked }) => acked), timeoutMs)
    },
    /** No more attempts. */
    stop(): void {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}

function settle(workspace: Workspace, delivery: Delivery, attempt: Attempt, { body, status }: Heard): void {
  if (attempt.answer) return
  const at = Date.now()
  const inTime = at - attempt.at <= PATIENCE_MS
  attempt.answer = { at, tookMs: at - attempt.at, inTime, body, ...(status !== undefined && { status }) }
  const good = inTime && (status === undefined || (status >= 200 && status < 300))
  if (good && !delivery.acked) take(delivery, body)
  else if (!good && delivery.kind !== 'events_api')
    workspace.complaints.push(`${delivery.kind}: ${status ?? 'late ack'}`)
  workspace.changed()
}

function take(delivery: Delivery, body: unknown): void {
  delivery.acked = true
  const said = typeof body === 'string' ? { ...(body !== '' && { text: body }) } : body
  if (isJson(said)) delivery.onAnswer?.(said)
}
