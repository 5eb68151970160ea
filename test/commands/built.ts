import { spawnSync } from 'node:child_process'

/** What a run of the built command printed, and how it ended. */
export interface Run {
  stdout: string
  stderr: string
  status: number | null
}

/** Runs the built entry as `node dist/main.cjs` does. The environment is empty but for what is given. */
export function run(args: string[], input = '', env: Record<string, string> = {}): Run {
  const options = { input, encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', ...env } } as const
  const { stdout, stderr, status } = spawnSync(process.execPath, ['dist/main.cjs', ...args], options)
  return { stdout, stderr, status }
}
