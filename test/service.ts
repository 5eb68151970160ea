import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { FakeDiscord } from './fakes/discord.ts'
import type { FakeSlack } from './fakes/slack.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** The service as it is started in earnest: the built entry, in a process of its own. */
export interface Service {
  process: ChildProcess
  /** Resolves when the log has said it; rejects when the process ends without. */
  said: (text: string) => Promise<void>
  log: () => string
  /** Resolves to the exit code. */
  ended: Promise<number | null>
}

/** Starts the service with nothing but these variables; its state is its own unless they say where. */
export function startService(env: Record<string, string>): Service {
  const state = { STORE_PATH: join(temporaryFolder(), 'attache.db') }
  const child = spawn(process.execPath, ['dist/main.cjs'], {
    env: { PATH: process.env['PATH'] ?? '', ...state, ...env },
  })
  let log = ''
  const look = new Set<() => void>()
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text
    for (const one of look) one()
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const said = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const one = (): void => void (log.includes(text) && resolve())
      look.add(one)
      one()
      ended.then((code) => reject(new Error(`ended with ${code}: ${log}`)), reject)
    })
  return { process: child, said, log: () => log, ended }
}

export const slackEnv = (fake: FakeSlack, token = 'xoxb-0-valid') => ({
  SLACK_BOT_TOKEN: token,
  SLACK_APP_TOKEN: 'xapp-0-valid',
  SLACK_API_URL: fake.url.replace(/\/$/, ''),
})

export const discordEnv = (fake: FakeDiscord, token = fake.token) => ({
  DISCORD_TOKEN: token,
  DISCORD_GUILDS: fake.guilds.team,
  DISCORD_API_URL: `${fake.url}/`,
})
