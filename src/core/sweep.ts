import { setTimeout as sleep } from 'node:timers/promises'
import type { Intake } from './intake.ts'
import type { Ledger } from './ledger.ts'

export interface SweepOptions {
  intake: Intake
  ledger: Ledger
  /** Several times within a lease. */
  everyMs: number
  signal: AbortSignal
}

const PRUNE_EVERY = 900

/** Until told to stop: holds on to what this process works on, goes on with what others died over, forgets what is old. */
export async function keepSweeping({ intake, ledger, everyMs, signal }: SweepOptions): Promise<void> {
  for (let round = 0; !signal.aborted; round += 1) {
    for (const claimed of await ledger.sweep(intake.underWay())) intake.resume(claimed)
    if (round % PRUNE_EVERY === 0) await ledger.prune()
    await sleep(everyMs, undefined, { signal }).catch(() => undefined)
  }
}
