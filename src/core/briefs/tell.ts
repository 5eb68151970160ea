import { noticeCard } from '../cards.ts'
import type { Instant } from '../contract.ts'
import type { Deliver } from '../delivery.ts'
import type { Subscription } from './subscription.ts'

/** Tells whoever set a place's briefs up, in direct messages. */
export type Tell = (subscription: Subscription, words: string) => Promise<void>

export interface TellOptions {
  deliver: Deliver
  now: () => Instant
  /** Told where the manager cannot be. */
  warn: (line: string) => void
}

export function createTell({ deliver, now, warn }: TellOptions): Tell {
  return async ({ place, manager }, words) => {
    const told = await deliver({
      to: { place, only: manager, as: 'direct' },
      card: noticeCard(words),
      key: `${place}:told:${now()}`,
      asker: manager,
    })
    if (!told.ok) warn(`Whoever set up the brief in ${place} could not be told: ${words}`)
  }
}
