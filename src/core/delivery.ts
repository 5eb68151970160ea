import { noticeCard } from './cards.ts'
import type { Adapter, Card, Failed, Id, Sent, Target } from './contract.ts'
import * as wording from './wording.ts'

/** A card on its way: `asker` is told privately where it is not known whether others can see it. */
export interface Delivery {
  to: Target
  card: Card
  key: string
  asker: Id
}

export type Deliver = (delivery: Delivery) => Promise<Sent>

const ATTEMPTS = 4
const LONGEST_WAIT_MS = 60_000

/**
 * Hands each card to the adapter that its target names. What everyone sees is posted at most once: where a response was
 * lost, it is looked for before it is sent again, and where we cannot look, the asker is told that it may stand above.
 */
export function createDelivery(adapters: readonly Adapter[], sleep: (ms: number) => Promise<void>): Deliver {
  const byName = new Map(adapters.map((adapter) => [adapter.name, adapter]))
  return async (delivery) => {
    const name = delivery.to.place.slice(0, delivery.to.place.indexOf(':'))
    const adapter = byName.get(name)
    if (!adapter) return { ok: false, why: 'gone', cause: new Error(`No adapter is called “${name}”.`) }
    return carry(adapter, delivery, sleep)
  }
}

async function carry(
  adapter: Adapter,
  delivery: Delivery,
  sleep: (ms: number) => Promise<void>,
): Promise<Sent> {
  const { to, card, key } = delivery
  let sent = await adapter.send(to, card, key)
  for (let attempt = 2; !sent.ok && attempt <= ATTEMPTS; attempt += 1) {
    if (sent.why === 'wait') await sleep(Math.min(sent.waitMs ?? 1000, LONGEST_WAIT_MS))
    else if (sent.why !== 'unsure') break
    else if (to.only === undefined && to.secret === undefined) {
      const found = await adapter.find(to, key)
      if (found === 'cannot look') return mayStandAbove(adapter, delivery, sent)
      if (found !== 'absent') return { ok: true, message: found }
    }
    sent = await adapter.send(to, card, key)
  }
  return sent
}

async function mayStandAbove(adapter: Adapter, delivery: Delivery, unsure: Failed): Promise<Sent> {
  const to = { ...delivery.to, only: delivery.asker }
  const told = await adapter.send(to, noticeCard(wording.MAY_STAND_ABOVE), `${delivery.key}:unsure`)
  return told.ok ? told : unsure
}
