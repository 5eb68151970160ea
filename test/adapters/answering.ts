import { setTimeout as sleep } from 'node:timers/promises'
import type { Status } from '../../src/core/about-cards.ts'
import { createAssistant } from '../../src/core/assistant.ts'
import type { Adapter } from '../../src/core/contract.ts'
import { createDelivery } from '../../src/core/delivery.ts'
import { createIntake, type Fault } from '../../src/core/intake.ts'
import { createMemoryLedger } from '../../src/core/ledger.ts'
import type { Log } from '../../src/log.ts'
import { bluebookIndex } from '../bluebook/library.ts'

export const QUESTION = 'When was the first Central Asia-Russia summit?'
export const ANSWER = /Russia is conducting active diplomacy.*summit.*October/s
export const SOURCE = /Diplomatic Bluebook 2023 › Chapter 2 › Section 6 › 1 Overview · line 11/

const status = (): Status => ({
  leftOut: 0,
  changed: null,
  held: false,
  store: { engine: 'memory', away: false, waiting: 0 },
  started: 0,
})
const assistant = createAssistant({ index: await bluebookIndex(), locale: 'en', status })

/** The core on the documents that ship, behind the adapter. */
export function createAnswering(adapter: Adapter) {
  const faults: Fault[] = []
  const deliver = createDelivery([adapter], (ms) => sleep(ms))
  const intake = createIntake({
    assistant,
    deliver,
    ledger: createMemoryLedger(),
    report: (fault) => faults.push(fault),
    now: Date.now,
  })
  return { intake, faults }
}

/** A log that keeps its lines, and can be waited on. */
export function createLines(): Log & {
  lines: string[]
  said: (text: string, times?: number) => Promise<void>
} {
  const lines: string[] = []
  const waiting = new Set<() => void>()
  const keep = (line: string): void => {
    lines.push(line)
    for (const look of waiting) look()
  }
  const said = (text: string, times = 1): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (lines.filter((line) => line.includes(text)).length >= times) resolve()
      }
      waiting.add(look)
      look()
    })
  return { lines, said, info: keep, warn: keep, error: keep }
}
