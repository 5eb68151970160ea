import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const FILE = 'bench/results.json'

/** The last run of each bench, with its date. */
export function saveResults(bench: string, figures: object): void {
  const all = readResults()
  const run = { date: new Date().toISOString().slice(0, 10), node: process.version, ...figures }
  writeFileSync(FILE, `${JSON.stringify({ ...all, [bench]: run }, null, 1)}\n`)
}

export function readResults(): Record<string, unknown> {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, unknown>) : {}
}
