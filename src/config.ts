import { readFile } from 'node:fs/promises'
import { OperatorError } from './core/errors.ts'
import type { Level } from './log.ts'

/** What the operator can set. */
export interface Config {
  dataDir: string
  /** Where what took long to read is kept. */
  cacheDir: string
  locale: string
  logLevel: Level
  /** Null where the platform is not configured. */
  slack: SlackConfig | null
  discord: DiscordConfig | null
  /** People who may change settings in chat, as "slack:U…" or "discord:…". */
  admins: string[]
  /** Where the state is kept. */
  store: { path: string } | { url: string }
  /** For how long what people asked is kept. */
  retentionDays: number
  /** The time zone of briefs where nobody says another one; null for the machine's. */
  zone: string | null
  /** A brief that was missed for longer is not posted any more. */
  catchUpHours: number
}

export interface SlackConfig {
  botToken: string
  way: { appToken: string } | { signingSecret: string; port: number }
  /** Ends with `/`. */
  apiUrl: string
}

export interface DiscordConfig {
  token: string
  guilds: string[] | null
  /** Does not end with `/`. */
  apiUrl: string
}

/** The variables that are read, with what holds when they are not set. */
export const DEFAULTS = {
  DATA_DIR: 'data',
  CACHE_DIR: 'var/cache',
  LOCALE: 'en',
  LOG_LEVEL: 'info',
  SLACK_BOT_TOKEN: '',
  SLACK_APP_TOKEN: '',
  SLACK_SIGNING_SECRET: '',
  SLACK_PORT: '',
  SLACK_API_URL: 'https://slack.com/api/',
  DISCORD_TOKEN: '',
  DISCORD_GUILDS: '',
  DISCORD_API_URL: 'https://discord.com/api',
  ATTACHE_ADMINS: '',
  STORE_PATH: 'var/attache.db',
  DATABASE_URL: '',
  RETENTION_DAYS: '90',
  TIMEZONE: '',
  BRIEF_CATCH_UP: '3',
} as const

const UNSET: Config = {
  dataDir: DEFAULTS.DATA_DIR,
  cacheDir: DEFAULTS.CACHE_DIR,
  locale: DEFAULTS.LOCALE,
  logLevel: DEFAULTS.LOG_LEVEL,
  slack: null,
  discord: null,
  admins: [],
  store: { path: DEFAULTS.STORE_PATH },
  retentionDays: Number(DEFAULTS.RETENTION_DAYS),
  zone: null,
  catchUpHours: Number(DEFAULTS.BRIEF_CATCH_UP),
}

export type Settings = { -readonly [name in keyof typeof DEFAULTS]?: string }

/**
 * Reads the environment, and `.env` below it; an empty value counts as unset. Throws an OperatorError that names every
 * variable at fault and what is expected.
 */
export async function loadConfig(env: NodeJS.ProcessEnv, envFile = '.env'): Promise<Config> {
  const file = await readEnvFile(envFile)
  const given: Settings = {}
  for (const name of Object.keys(DEFAULTS) as (keyof Settings)[]) {
    const value = env[name]?.trim() || file[name]?.trim()
    if (value) given[name] = value
  }
  // The schema library is slow to load, and there is nothing to check when nothing is set.
  if (Object.keys(given).length === 0) return UNSET
  const { checkSettings } = await import('./config-schema.ts')
  return checkSettings(given)
}

async function readEnvFile(path: string): Promise<Record<string, string>> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return {}
    throw new OperatorError(`${path} cannot be read: make it a readable text file, or remove it.`, { cause })
  }
  const { parse } = await import('dotenv')
  return parse(text)
}
