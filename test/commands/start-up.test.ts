import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { pathToFileURL } from 'node:url'
import { temporaryFolder } from '../temporary-folder.ts'
import { run } from './built.ts'

const TRACE = `
import { register } from 'node:module'
const hook = "import { appendFileSync } from 'node:fs'; export async function resolve(name, context, next) {" +
  "const found = await next(name, context); appendFileSync(process.env.TRACE, found.url + '\\\\n'); return found }"
register('data:text/javascript,' + encodeURIComponent(hook))
`

test('a question loads no chat SDK, no database, and nothing it does not need', () => {
  const folder = temporaryFolder()
  const tracer = join(folder, 'trace.mjs')
  const trace = join(folder, 'loaded')
  writeFileSync(tracer, TRACE)
  const env = { NODE_OPTIONS: `--import ${pathToFileURL(tracer).href}`, TRACE: trace }
  assert.equal(run(['ask', 'What did the ICAO condemn?'], '', env).status, 0)
  const loaded = readFileSync(trace, 'utf8')
  assert.match(loaded, /part\/open/)
  assert.doesNotMatch(loaded, /node_modules/)
})
