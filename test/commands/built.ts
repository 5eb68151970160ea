import { spawnSync, type SpawnSyncOptions } from 'node:child_process'

/** What a run of the built command printed, and how it ended. */
export interface Run {
  stdout: string
  stderr: string
  status: number | null
}

/** Runs the built entry as `node dist/main.cjs` does, on a text as its input or as said. The environment holds only what is given. */
export function run(
  args: string[],
  input: string | Pick<SpawnSyncOptions, 'stdio'> = '',
  env: Record<string, string> = {},
): Run {
  const given = typeof input === 'string' ? { input } : input
  const options = { ...given, encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', ...env } } as const
  const { stdout, stderr, status } = spawnSync(process.execPath, ['dist/main.cjs', ...args], options)
  return { stdout, stderr, status }
}
