import type { Status } from '../core/about-cards.ts'
import type { Instant } from '../core/contract.ts'
import type { Freshness } from '../core/fresh.ts'
import type { Ledger } from '../core/ledger.ts'
import type { Opened } from './open.ts'

export interface HowItIsOptions {
  opened: Pick<Opened, 'library'>
  ledger: Pick<Ledger, 'status'>
  freshness: Freshness
  started: Instant
}

/** How the process is, told anew each time. */
export function createHowItIs({ opened, ledger, freshness, started }: HowItIsOptions): () => Status {
  return () => {
    const leftOut = opened.library.shown().problems.length
    return { ...freshness, leftOut, store: ledger.status(), started }
  }
}
