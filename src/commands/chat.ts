import { setTimeout as sleep } from 'node:timers/promises'
import { createConsole } from '../adapters/console/shell.ts'
import type { Look } from '../adapters/console/render.ts'
import type { Assistant } from '../core/assistant.ts'
import { createDelivery } from '../core/delivery.ts'
import { createIntake, type Fault } from '../core/intake.ts'
import { createMemoryLedger } from '../core/ledger.ts'

export interface ChatOptions {
  input: NodeJS.ReadableStream
  output: NodeJS.WritableStream
  interactive: boolean
  look: () => Look
  now: () => number
  warn: (line: string) => void
}

/** Talks in the terminal until the input ends. */
export async function chat(assistant: Assistant, { warn, ...options }: ChatOptions): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const onEnd = (error?: Error): void => (error ? reject(error) : resolve())
    const console = createConsole({ ...options, onEnd })
    const report = ({ id, what, cause }: Fault): void =>
      warn(`Error ${id} (${what}): ${cause.stack ?? cause.message}`)
    const deliver = createDelivery([console], sleep)
    const intake = createIntake({
      assistant,
      deliver,
      ledger: createMemoryLedger(),
      report,
      now: options.now,
    })
    console.start(intake).catch(reject)
  })
}
