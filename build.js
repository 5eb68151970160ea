/**
 * Builds `dist/` from `src/` in a few milliseconds, so that what starts is never stale. Parts that are only sometimes
 * needed stay files of their own; their names carry a hash, so a process that is running keeps those it was built with.
 */
import { readFileSync } from 'node:fs'
import { build } from 'esbuild'

/** Needed by every question: finding and reading their files one by one would be half of the start. */
const BUNDLED = ['commander', 'minisearch', 'wink-porter2-stemmer']

/** @type {{ dependencies: Record<string, string> }} */
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))

await build({
  entryPoints: ['src/main.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  external: Object.keys(dependencies).filter((name) => !BUNDLED.includes(name)),
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  banner: {
    js: "import { createRequire as createBundleRequire } from 'node:module'; const require = createBundleRequire(import.meta.url);",
  },
  minifySyntax: true,
  minifyWhitespace: true,
  sourcemap: true,
  chunkNames: 'part/[name]-[hash]',
  logLevel: 'warning',
})
