import { spawnSync, type StdioOptions } from 'node:child_process'

/** What a run of the built command printed, and how it ended. */
export interface Run {
  stdout: string
  stderr: string
  status: number | null
}

/**
 * Runs the built entry as `node dist/main.cjs` does, on a text or an open file as its input. The environment is empty
 * but for what is given.
 */
export function run(args: string[], input: string | number = '', env: Record<string, string> = {}): Run {
  const given = typeof input === 'number' ? { stdio: [input, 'pipe', 'pipe'] as StdioOptions } : { input }
  const options = { ...given, encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', ...env } } as const
  const { stdout, stderr, status } = spawnSync(process.execPath, ['dist/main.cjs', ...args], options)
  return { stdout, stderr, status }
}
