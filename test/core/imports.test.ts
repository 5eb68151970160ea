import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import test from 'node:test'

/** What each folder of the core may import besides itself and its own sub-folders: packages, and other folders of the core. */
const ALLOWED: Record<string, string[]> = {
  'src/core': [
    'node:crypto',
    'node:timers/promises',
    'src/core/briefs',
    'src/core/briefs/compose',
    'src/core/library',
    'src/core/library/file',
    'src/core/retrieval',
    'src/core/store',
  ],
  'src/core/briefs': [
    'node:timers/promises',
    'src/core',
    'src/core/library',
    'src/core/retrieval',
    'src/core/store',
    'temporal-polyfill',
  ],
  'src/core/briefs/compose': [
    'node:crypto',
    'src/core',
    'src/core/briefs',
    'src/core/library',
    'src/core/retrieval',
    'src/core/store',
  ],
  'src/core/briefs/typed': [],
  'src/core/library': ['node:crypto', 'node:fs/promises', 'node:path', 'src/core', 'yaml', 'zod'],
  'src/core/library/file': [
    'chokidar',
    'node:child_process',
    'node:crypto',
    'node:fs/promises',
    'node:os',
    'node:path',
    'node:worker_threads',
    'src/core',
    'src/core/library',
    'src/core/library/read',
    'src/core/retrieval',
  ],
  'src/core/library/read': [
    'chardet',
    'cheerio',
    'iconv-lite',
    'mammoth',
    'markdown-it',
    'parse5-htmlparser2-tree-adapter',
    'node:timers/promises',
    'unpdf',
    'yaml',
    'yauzl',
    'src/core/library',
  ],
  'src/core/store': [
    'kysely',
    'libsql',
    'node:crypto',
    'node:fs',
    'node:fs/promises',
    'node:path',
    'node:timers/promises',
    'pg',
    'src/core',
    'src/core/briefs',
    'src/core/briefs/compose',
    'src/core/library',
  ],
  'src/core/store/migrations': ['kysely'],
  'src/core/retrieval': [
    'minisearch',
    'minisearch/SearchableMap',
    'snowball-stemmers',
    'stopword',
    'wink-porter2-stemmer',
    'src/core/library',
  ],
}

const files = readdirSync('src/core', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .map((name) => join('src/core', name))

function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8')
  const found = source.matchAll(/\bfrom '([^']+)'|\bimport\(\s*'([^']+)'\s*\)|^import '([^']+)'/gm)
  return Array.from(found, (match) => match[1] ?? match[2] ?? match[3] ?? '')
}

for (const file of files) {
  test(`${file} imports only what its folder may`, () => {
    const folder = dirname(file)
    const allowed = ALLOWED[folder]
    assert.ok(allowed, `${folder} is not on the list: say what it may import`)
    for (const name of importsOf(file)) {
      const from = name.startsWith('.') ? dirname(normalize(join(folder, name))) : name
      assert.ok(from.startsWith(folder) || allowed.includes(from), `${name} is not on the list of ${folder}`)
    }
  })
}

test('the core names no chat platform', () => {
  for (const file of files) assert.doesNotMatch(readFileSync(file, 'utf8'), /slack|discord/i, file)
})
