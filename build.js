/**
 * Builds `dist/main.cjs` from `src/` in a few milliseconds, so that what starts is never stale. It is one file, read
 * whole at the start, so a process that is running is not touched by the next build; parts that are only sometimes
 * needed are in it but run when they are first asked for. CommonJS, since it starts faster than modules do.
 */
import { readFileSync } from 'node:fs'
import { build } from 'esbuild'

/** Needed by every question: finding and reading their files one by one would be half of the start. */
const BUNDLED = ['commander', 'minisearch', 'wink-porter2-stemmer']

/** @type {{ dependencies: Record<string, string> }} */
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))

await build({
  entryPoints: ['src/main.ts'],
  outfile: 'dist/main.cjs',
  bundle: true,
  external: Object.keys(dependencies).filter((name) => !BUNDLED.includes(name)),
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  minify: true,
  sourcemap: true,
  logLevel: 'warning',
})
