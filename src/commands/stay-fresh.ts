import { setTimeout as sleep } from 'node:timers/promises'
import { type FreshOptions, keepFresh } from '../core/fresh.ts'
import type { Opened } from './open.ts'

/** What has just started has enough to do. */
const SETTLED_MS = 2_000

export interface StayFreshOptions extends Pick<
  FreshOptions,
  'ledger' | 'say' | 'warn' | 'signal' | 'freshness'
> {
  opened: Opened
  folder: string
}

/** Keeps the library as the folder is; what watches it is loaded only then. */
export async function stayFresh({ opened, folder, ...options }: StayFreshOptions): Promise<void> {
  await sleep(SETTLED_MS, undefined, { signal: options.signal }).catch(() => undefined)
  if (options.signal.aborted) return
  const { watchFolder } = await import('../core/library/file/watch.ts')
  const lost = ({ message }: Error): void =>
    options.warn(
      `Changes in ${folder} are seen only every minute: the system does not tell of them (${message}).`,
    )
  const watch: FreshOptions['watch'] = (changed) => watchFolder(folder, changed, lost)
  const { library, index } = opened
  await keepFresh({ ...options, library, index, watch, now: Date.now })
}
