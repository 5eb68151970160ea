import { type FreshOptions, keepFresh } from '../core/fresh.ts'
import type { Opened } from './open.ts'

export interface StayFreshOptions extends Pick<
  FreshOptions,
  'ledger' | 'say' | 'warn' | 'signal' | 'freshness'
> {
  opened: Opened
  folder: string
}

/** Keeps the library as the folder is; what watches it is loaded only then. */
export async function stayFresh({ opened, folder, ...options }: StayFreshOptions): Promise<void> {
  const { watchFolder } = await import('../core/library/file/watch.ts')
  const lost = ({ message }: Error): void =>
    options.warn(
      `Changes in ${folder} are seen only every minute: the system does not tell of them (${message}).`,
    )
  const watch: FreshOptions['watch'] = (changed) => watchFolder(folder, changed, lost)
  const { library, index } = opened
  await keepFresh({ ...options, library, index, watch, now: Date.now })
}
