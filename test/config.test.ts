import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { parse } from 'dotenv'
import { DEFAULTS, loadConfig } from '../src/config.ts'
import { temporaryFolder } from './temporary-folder.ts'

const NO_FILE = 'no-such-file'

test('what is not set has its default, and an empty value is not set', async () => {
  const defaults = await loadConfig({}, NO_FILE)
  assert.deepEqual(defaults, { dataDir: 'data', locale: 'en' })
  assert.deepEqual(await loadConfig({ DATA_DIR: ' ', LOCALE: '' }, NO_FILE), defaults)
})

test('the environment goes before .env', async () => {
  const file = join(temporaryFolder(), '.env')
  writeFileSync(file, 'DATA_DIR=docs\nLOCALE=de\n')
  assert.deepEqual(await loadConfig({ LOCALE: 'fr' }, file), { dataDir: 'docs', locale: 'fr' })
})

test('a fault names the variable and what is expected', async () => {
  await assert.rejects(loadConfig({ LOCALE: 'not a locale' }, NO_FILE), /LOCALE: expected a language tag/)
})

test('an .env that cannot be read is named', async () => {
  await assert.rejects(loadConfig({}, temporaryFolder()), /cannot be read/)
})

test('.env.example lists every variable and nothing else', () => {
  const example = readFileSync('.env.example', 'utf8').replace(/^# ?(?=[A-Z_]+=)/gm, '')
  assert.deepEqual(Object.keys(parse(example)).toSorted(), Object.keys(DEFAULTS).toSorted())
})
