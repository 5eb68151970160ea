import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from '../config.ts'
import type { Assistant } from '../core/assistant.ts'
import type { Adapter } from '../core/contract.ts'
import { createDelivery } from '../core/delivery.ts'
import { createIntake, type Fault } from '../core/intake.ts'
import type { Log } from '../log.ts'

export interface ServeOptions {
  assistant: Assistant
  adapters: Adapter[]
  log: Log
  /** Aborted when it is time to stop. */
  stop: AbortSignal
  now: () => number
}

const LAST_WORDS_MS = 8_000
const NOTHING_UP = 1

/**
 * Connects the adapters and answers until told to stop; then finishes what is under way. Resolves to the exit code: 1
 * where none could be started, 0 otherwise. One that cannot be started leaves the others alone.
 */
export async function serve({ assistant, adapters, log, stop, now }: ServeOptions): Promise<number> {
  const report = ({ id, what, cause }: Fault): void =>
    log.error(`error ${id} (${what}): ${cause.stack ?? cause.message}`)
  const intake = createIntake({ assistant, deliver: createDelivery(adapters, sleep), report, now })
  const started = await Promise.allSettled(adapters.map((adapter) => adapter.start(intake)))
  for (const outcome of started) if (outcome.status === 'rejected') log.error(messageOf(outcome.reason))
  if (started.every((outcome) => outcome.status === 'rejected')) return NOTHING_UP
  if (!stop.aborted) await new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve()))
  log.info('stopping: finishing what is under way.')
  await Promise.allSettled(adapters.map((adapter) => adapter.stop()))
  await Promise.race([intake.settled(), sleep(LAST_WORDS_MS, undefined, { ref: false })])
  return 0
}

/** The adapters that the settings ask for; their SDKs are loaded only then. */
export async function openAdapters({ slack, discord }: Config, log: Log): Promise<Adapter[]> {
  const adapters: Adapter[] = []
  if (slack) {
    const { createSlack } = await import('../adapters/slack/shell.ts')
    adapters.push(createSlack({ ...slack, log }))
  }
  if (discord) {
    const { createDiscord } = await import('../adapters/discord/shell.ts')
    adapters.push(createDiscord({ ...discord, log }))
  }
  return adapters
}

function messageOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason)
}
