import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { temporaryFolder } from '../temporary-folder.ts'
import { run } from './built.ts'

/** Writes down what a process loads: modules as they are resolved, CommonJS files at the end. */
const TRACER = `
const { appendFileSync } = require('node:fs')
const { register } = require('node:module')
const hook = "import { appendFileSync } from 'node:fs'; export async function resolve(name, context, next) {" +
  "const found = await next(name, context); appendFileSync(process.env.TRACE, found.url + '\\\\n'); return found }"
register('data:text/javascript,' + encodeURIComponent(hook))
process.on('exit', () => appendFileSync(process.env.TRACE, Object.keys(require.cache).join('\\n')))
`

function packagesLoaded(args: string[], env: Record<string, string> = {}): string[] {
  const folder = temporaryFolder()
  const tracer = join(folder, 'tracer.cjs')
  const trace = join(folder, 'loaded')
  writeFileSync(tracer, TRACER)
  const { status, stderr } = run(args, '', { NODE_OPTIONS: `--require ${tracer}`, TRACE: trace, ...env })
  assert.equal(status, 0, stderr)
  const loaded = readFileSync(trace, 'utf8')
  assert.match(loaded, /dist\/main\.cjs/)
  return [...new Set(Array.from(loaded.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)\//g), (m) => m[1] ?? ''))]
}

test('a question loads no chat SDK, no database, and nothing it does not need', () => {
  assert.deepEqual(packagesLoaded(['ask', 'What did the ICAO condemn?']), [])
})

test('the settings are checked by their schema only where something is set', () => {
  assert.deepEqual(packagesLoaded(['ask', 'What did the ICAO condemn?'], { LOCALE: 'de' }), ['zod'])
})
