import type { Adapter, Card, Sent, Target } from './contract.ts'

export type Deliver = (to: Target, card: Card, key: string) => Promise<Sent>

/** Hands each card to the adapter that its target names. */
export function createDelivery(adapters: readonly Adapter[]): Deliver {
  const byName = new Map(adapters.map((adapter) => [adapter.name, adapter]))
  return async (to, card, key) => {
    const name = to.place.slice(0, to.place.indexOf(':'))
    const adapter = byName.get(name)
    if (!adapter) return { ok: false, why: 'gone', cause: new Error(`No adapter is called “${name}”.`) }
    return adapter.send(to, card, key)
  }
}
