/** Reads 5,000 damaged files of every format, and prints what became of them. */
import { createReaders } from '../src/core/library/file/readers.ts'
import { readMutated } from '../test/soak/mutated.ts'
import { createRandom } from '../test/soak/random.ts'
import { temporaryFolder } from '../test/temporary-folder.ts'
import { table } from './figures.ts'

const FILES = 5_000
const readers = createReaders({ program: ['dist/main.cjs', 'read'] })
const random = createRandom(Number(process.argv[2] ?? 1))
const { reasons, ...figures } = await readMutated({
  folder: temporaryFolder(),
  files: FILES,
  readers,
  random,
})
readers.close()
const rows = [
  ['files', String(figures.files)],
  ['read', String(figures.read)],
  ['refused', String(figures.refused)],
  ['without a reason', String(figures.unnamed.length)],
  ['longest, ms', figures.longestMs.toFixed(0)],
  ...Object.entries(reasons)
    .sort((a, b) => b[1] - a[1])
    .map(([reason, count]) => [`  ${reason}`, String(count)]),
]
process.stdout.write(`${table(rows)}\n${figures.unnamed.join('\n')}\n`)
