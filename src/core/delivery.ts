import { noticeCard } from './cards.ts'
import type { Adapter, Card, Failed, Id, Instant, Ref, Target } from './contract.ts'
import * as wording from './wording.ts'

/** A card on its way: `asker` is told privately where it is not known whether others can see it. */
export interface Delivery {
  to: Target
  card: Card
  key: string
  asker: Id
  /** Someone may have sent it already, and died over it: it is looked for first. */
  again?: boolean
  /** Asked right before each attempt: false where someone else has taken over. */
  holds?: () => Promise<boolean>
  unasked?: Unasked
}

/** Of a message that answers nobody: it is for everyone or not at all. */
export interface Unasked {
  /** It was not sent before. */
  since: Instant
  /** What `asker` is told, directly, where it is not known whether it arrived. */
  notice: Card
}

/** sent: as asked; found: it stood there already; privately: to the asker alone; notice: the asker was told that it may stand above. */
export type Delivered =
  | { ok: true; how: 'sent' | 'found' | 'privately' | 'notice'; message: Ref }
  | Failed
  | { ok: false; why: 'taken over' }

export type Deliver = (delivery: Delivery) => Promise<Delivered>

export type Sleep = (ms: number) => Promise<unknown>

/** Before it is looked for, or sent again, after a response was lost. */
const PAUSES_MS = [500, 2_000, 5_000]
/** In all, for a platform that says when, or that does not take our calls. */
const MOST_WAITED_MS = 120_000

/**
 * Hands each card to the adapter that its target names. What everyone sees is posted at most once: where a response was
 * lost, it is looked for before it is sent again, and where we cannot look, the asker is told that it may stand above.
 * What only the asker sees is sent until it arrives. Where we may not post, the asker gets it privately.
 */
export function createDelivery(adapters: readonly Adapter[], sleep: Sleep): Deliver {
  const byName = new Map(adapters.map((adapter) => [adapter.name, adapter]))
  return async (delivery) => {
    const name = delivery.to.place.slice(0, delivery.to.place.indexOf(':'))
    const adapter = byName.get(name)
    if (!adapter) return { ok: false, why: 'gone', cause: new Error(`No adapter is called “${name}”.`) }
    const delivered = await carry(adapter, delivery, sleep)
    return delivered.ok || delivered.why === 'taken over'
      ? delivered
      : aside(adapter, delivery, delivered, sleep)
  }
}

async function carry(adapter: Adapter, delivery: Delivery, sleep: Sleep): Promise<Delivered> {
  const { to, card, key, again = false, holds } = delivery
  if (again && !isRepeatable(to)) {
    const found = await look(adapter, delivery, sleep)
    if (typeof found === 'object') return { ok: true, how: 'found', message: found }
    if (found === 'cannot look') return mayStandAbove(adapter, delivery, UNKNOWN, sleep)
  }
  let waited = 0
  for (let attempt = 0; ;) {
    if (holds && !(await holds())) return { ok: false, why: 'taken over' }
    const sent = await adapter.send(to, card, key)
    if (sent.ok) return { ...sent, how: 'sent' }
    const pause = sent.why === 'unsure' ? PAUSES_MS[attempt] : (sent.waitMs ?? 1_000)
    if (sent.why === 'wait') {
      waited += pause ?? 0
      if (waited > MOST_WAITED_MS) return sent
      await sleep(pause ?? 0)
    } else if (sent.why !== 'unsure') {
      return sent
    } else if (isRepeatable(to)) {
      if (pause === undefined) return sent
      await sleep(pause)
      attempt += 1
    } else {
      const found = await look(adapter, delivery, sleep)
      if (typeof found === 'object') return { ok: true, how: 'found', message: found }
      if (found === 'cannot look' || sent.late || pause === undefined)
        return mayStandAbove(adapter, delivery, sent, sleep)
      attempt += 1
    }
  }
}

const UNKNOWN: Failed = {
  ok: false,
  why: 'unsure',
  cause: new Error('Another process may have sent it, and we may not look.'),
}

/** Harmless twice: only the asker sees it, or it takes the place of what stands there. */
function isRepeatable(to: Target): boolean {
  return to.only !== undefined || to.secret !== undefined
}

/** A platform that cannot be asked just now is asked again. */
async function look(
  adapter: Adapter,
  { to, key, card, unasked }: Delivery,
  sleep: Sleep,
): Promise<Ref | 'absent' | 'cannot look'> {
  const sought = unasked && { card, since: unasked.since }
  for (const pause of PAUSES_MS) {
    await sleep(pause)
    const found = await adapter.find(to, key, sought)
    if (found !== 'ask again') return found
  }
  return 'cannot look'
}

async function mayStandAbove(
  adapter: Adapter,
  delivery: Delivery,
  unsure: Failed,
  sleep: Sleep,
): Promise<Delivered> {
  const notice = delivery.unasked?.notice ?? noticeCard(wording.MAY_STAND_ABOVE)
  const told = await whisper(adapter, delivery, notice, sleep)
  return told.ok ? { ...told, how: 'notice' } : unsure
}

const NOT_TAKEN = new Set<Failed['why']>(['forbidden', 'gone', 'expired', 'refused'])

/** Where a card is not taken at its place, or an answer's secret no longer is, the asker alone gets it. */
async function aside(adapter: Adapter, delivery: Delivery, failed: Failed, sleep: Sleep): Promise<Delivered> {
  const { to, card, unasked } = delivery
  if (unasked || !NOT_TAKEN.has(failed.why) || (to.only !== undefined && to.secret === undefined))
    return failed
  const told = await whisper(adapter, delivery, card, sleep)
  return told.ok ? { ...told, how: 'privately' } : failed
}

function whisper(
  adapter: Adapter,
  { to, key, asker, holds, unasked }: Delivery,
  card: Card,
  sleep: Sleep,
): Promise<Delivered> {
  const { secret: _used, expires: _over, ...place } = to
  const only = { only: asker, ...(unasked && { as: 'direct' as const }) }
  const privately = { to: { ...place, ...only }, card, key: `${key}:aside`, asker }
  return carry(adapter, { ...privately, ...(holds && { holds }) }, sleep)
}
