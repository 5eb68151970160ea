import { z } from 'zod'
import { type Config, DEFAULTS, type DiscordConfig, type Settings, type SlackConfig } from './config.ts'
import { OperatorError } from './core/errors.ts'

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const

const url = (fallback: string) =>
  z
    .url({ protocol: /^https?$/, error: 'expected a URL that begins with http:// or https://' })
    .default(fallback)
const token = (pattern: RegExp, expected: string) =>
  z.string().regex(pattern, `expected ${expected}`).optional()
const list = (pattern: RegExp, expected: string) =>
  z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter((item) => item !== ''))
    .refine((items) => items.every((item) => pattern.test(item)), `expected ${expected}`)

const fields = z.object({
  DATA_DIR: z.string().default(DEFAULTS.DATA_DIR),
  CACHE_DIR: z.string().default(DEFAULTS.CACHE_DIR),
  LOCALE: z
    .string()
    .refine(isLocale, 'expected a language tag such as en, en-GB or de')
    .default(DEFAULTS.LOCALE),
  LOG_LEVEL: z.enum(LEVELS, `expected one of ${LEVELS.join(', ')}`).default(DEFAULTS.LOG_LEVEL),
  SLACK_BOT_TOKEN: token(/^xoxb-/, 'a bot token, which begins with xoxb-'),
  SLACK_APP_TOKEN: token(/^xapp-/, 'an app-level token, which begins with xapp-'),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_PORT: z.coerce
    .number('expected a port number')
    .int()
    .min(0)
    .max(65_535, 'expected a port number')
    .optional(),
  SLACK_API_URL: url(DEFAULTS.SLACK_API_URL),
  DISCORD_TOKEN: z.string().optional(),
  DISCORD_GUILDS: list(/^\d{1,20}$/, 'server ids (numbers), separated by commas'),
  DISCORD_API_URL: url(DEFAULTS.DISCORD_API_URL),
  ATTACHE_ADMINS: list(
    /^(?:slack:[UW]\w+|discord:\d+)$/,
    'people as slack:U… or discord:…, separated by commas',
  ),
  STORE_PATH: z.string().default(DEFAULTS.STORE_PATH),
  DATABASE_URL: z
    .url({ protocol: /^postgres(?:ql)?$/, error: 'expected postgres://user:password@host/database' })
    .optional(),
  RETENTION_DAYS: z.coerce
    .number('expected a number of days')
    .int('expected a whole number of days')
    .min(1, 'expected at least 1')
    .max(36_500, 'expected at most 36500')
    .default(Number(DEFAULTS.RETENTION_DAYS)),
  TIMEZONE: z.string().refine(isZone, 'expected a time zone such as Europe/London').optional(),
  BRIEF_CATCH_UP: z.coerce
    .number('expected a number of hours')
    .min(0, 'expected at least 0')
    .max(23, 'expected at most 23')
    .default(Number(DEFAULTS.BRIEF_CATCH_UP)),
})
type Fields = z.infer<typeof fields>

/** Even where a field is at fault, so that all faults are reported at once. */
const always = { when: () => true }
const schema = fields
  .refine((f) => !wantsSlack(f) || Boolean(f.SLACK_BOT_TOKEN), {
    path: ['SLACK_BOT_TOKEN'],
    error: 'expected with the other SLACK_ variables',
    ...always,
  })
  .refine((f) => !f.SLACK_BOT_TOKEN || Boolean(f.SLACK_APP_TOKEN) || overHttp(f), {
    path: ['SLACK_APP_TOKEN'],
    error: 'expected with SLACK_BOT_TOKEN, or SLACK_SIGNING_SECRET and SLACK_PORT instead',
    ...always,
  })
  .refine((f) => f.SLACK_PORT === undefined || Boolean(f.SLACK_SIGNING_SECRET), {
    path: ['SLACK_SIGNING_SECRET'],
    error: 'expected with SLACK_PORT',
    ...always,
  })

/** Typed settings; throws an OperatorError with a line for each variable at fault. */
export function checkSettings(given: Settings): Config {
  const checked = schema.safeParse(given)
  if (!checked.success) {
    const faults = checked.error.issues.map((issue) => `\n  ${issue.path.join('.')}: ${issue.message}`)
    throw new OperatorError(
      `The settings are not right; mend them in .env or the environment:${faults.join('')}`,
    )
  }
  const f = checked.data
  return {
    dataDir: f.DATA_DIR,
    cacheDir: f.CACHE_DIR,
    locale: f.LOCALE,
    logLevel: f.LOG_LEVEL,
    slack: slackConfig(f),
    discord: discordConfig(f),
    admins: f.ATTACHE_ADMINS,
    store: f.DATABASE_URL === undefined ? { path: f.STORE_PATH } : { url: f.DATABASE_URL },
    retentionDays: f.RETENTION_DAYS,
    zone: f.TIMEZONE ?? null,
    catchUpHours: f.BRIEF_CATCH_UP,
  }
}

function wantsSlack(f: Partial<Fields>): boolean {
  return Boolean(f.SLACK_APP_TOKEN || f.SLACK_SIGNING_SECRET || f.SLACK_PORT !== undefined)
}

function overHttp(f: Partial<Fields>): boolean {
  return Boolean(f.SLACK_SIGNING_SECRET) && f.SLACK_PORT !== undefined
}

function slackConfig(f: Fields): SlackConfig | null {
  if (!f.SLACK_BOT_TOKEN) return null
  const apiUrl = f.SLACK_API_URL.replace(/\/*$/, '/')
  const { SLACK_SIGNING_SECRET: signingSecret, SLACK_PORT: port } = f
  if (signingSecret && port !== undefined)
    return { botToken: f.SLACK_BOT_TOKEN, way: { signingSecret, port }, apiUrl }
  return { botToken: f.SLACK_BOT_TOKEN, way: { appToken: f.SLACK_APP_TOKEN ?? '' }, apiUrl }
}

function discordConfig(f: Fields): DiscordConfig | null {
  if (!f.DISCORD_TOKEN) return null
  const guilds = f.DISCORD_GUILDS.length > 0 ? f.DISCORD_GUILDS : null
  return {
    token: f.DISCORD_TOKEN.replace(/^Bot\s+/i, ''),
    guilds,
    apiUrl: f.DISCORD_API_URL.replace(/\/+$/, ''),
  }
}

function isLocale(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1
  } catch {
    return false
  }
}

function isZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
