import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { parse } from 'dotenv'
import { DEFAULTS, loadConfig } from '../src/config.ts'
import { OperatorError } from '../src/core/errors.ts'
import { temporaryFolder } from './temporary-folder.ts'

const NO_FILE = 'no-such-file'

test('what is not set has its default, and an empty value is not set', async () => {
  const defaults = await loadConfig({}, NO_FILE)
  assert.deepEqual(defaults, {
    dataDir: 'data',
    cacheDir: 'var/cache',
    locale: 'en',
    logLevel: 'info',
    slack: null,
    discord: null,
    admins: [],
    store: { path: 'var/attache.db' },
    retentionDays: 90,
    zone: null,
    catchUpHours: 3,
  })
  assert.deepEqual(await loadConfig({ DATA_DIR: ' ', LOCALE: '' }, NO_FILE), defaults)
})

test('the environment goes before .env', async () => {
  const file = join(temporaryFolder(), '.env')
  writeFileSync(file, 'DATA_DIR=docs\nLOCALE=de\n')
  const { dataDir, locale } = await loadConfig({ LOCALE: 'fr' }, file)
  assert.deepEqual([dataDir, locale], ['docs', 'fr'])
})

test('all faults are named at once, each with its variable and what is expected', async () => {
  const env = {
    LOCALE: 'not a locale',
    LOG_LEVEL: 'loud',
    SLACK_PORT: 'x',
    SLACK_BOT_TOKEN: 'abc',
    DISCORD_GUILDS: 'a',
  }
  await assert.rejects(loadConfig(env, NO_FILE), (error) => {
    assert.ok(error instanceof OperatorError)
    for (const fault of [
      'LOCALE: expected a language tag',
      'LOG_LEVEL: expected one of debug',
      'SLACK_PORT: expected a port number',
      'SLACK_BOT_TOKEN: expected a bot token, which begins with xoxb-',
      'SLACK_APP_TOKEN: expected with SLACK_BOT_TOKEN',
      'DISCORD_GUILDS: expected server ids',
    ])
      assert.ok(error.message.includes(fault), `${fault} in ${error.message}`)
    assert.doesNotMatch(error.message, /abc/)
    return true
  })
})

test('Slack comes by socket with an app token, by HTTP with a signing secret and a port', async () => {
  const socket = await loadConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }, NO_FILE)
  assert.deepEqual(socket.slack?.way, { appToken: 'xapp-1' })
  const http = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's', SLACK_PORT: '3000' }
  assert.deepEqual((await loadConfig(http, NO_FILE)).slack?.way, { signingSecret: 's', port: 3000 })
})

test('addresses may end with a slash or not', async () => {
  for (const end of ['', '/']) {
    const env = {
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1',
      SLACK_API_URL: `http://127.0.0.1:1/api${end}`,
      DISCORD_TOKEN: 'Bot abc',
      DISCORD_API_URL: `http://127.0.0.1:2/api${end}`,
    }
    const { slack, discord } = await loadConfig(env, NO_FILE)
    assert.equal(slack?.apiUrl, 'http://127.0.0.1:1/api/')
    assert.deepEqual(discord, { token: 'abc', guilds: null, apiUrl: 'http://127.0.0.1:2/api' })
  }
})

test('an .env that cannot be read is named', async () => {
  await assert.rejects(loadConfig({}, temporaryFolder()), /cannot be read/)
})

test('.env.example lists every variable and nothing else', () => {
  const example = readFileSync('.env.example', 'utf8').replace(/^# ?(?=[A-Z_]+=)/gm, '')
  assert.deepEqual(Object.keys(parse(example)).toSorted(), Object.keys(DEFAULTS).toSorted())
})

test('the README has a row for every variable and for nothing else', () => {
  const readme = readFileSync('README.md', 'utf8')
  const table = /## Settings\n[\s\S]*?\n## /.exec(readme)?.[0] ?? ''
  const cells = table.split('\n').map((row) => /^\|([^|]*)\|/.exec(row)?.[1] ?? '')
  const named = cells.flatMap((cell) => Array.from(cell.matchAll(/`([A-Z_]+)`/g), (m) => m[1]))
  assert.deepEqual(new Set(named), new Set(Object.keys(DEFAULTS)))
})
