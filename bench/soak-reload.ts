/**
 * Edits files 300 times while 5,000 questions are asked, several times over, and prints whether an answer was ever of
 * two revisions, and what memory became of it.
 */
import { temporaryFolder } from '../test/temporary-folder.ts'
import { createRandom } from '../test/soak/random.ts'
import { reload, type ReloadFigures } from '../test/soak/reload.ts'
import { table } from './figures.ts'

const ROUNDS = 4
const MB = 1024 * 1024
const random = createRandom(Number(process.argv[2] ?? 1))
const rows: string[][] = []
for (let round = 0; round < ROUNDS; round += 1) {
  const figures = await reload({
    folder: temporaryFolder(),
    documents: 100,
    edits: 300,
    questions: 5_000,
    random,
  })
  globalThis.gc?.()
  const names = Object.keys(figures) as (keyof ReloadFigures)[]
  if (rows.length === 0) rows.push(['', ...names, 'heap MB', 'RSS MB'])
  const { heapUsed, rss } = process.memoryUsage()
  const memory = [heapUsed, rss].map((bytes) => (bytes / MB).toFixed(1))
  rows.push([
    `round ${round + 1}`,
    ...names.map((name) => figures[name].toFixed(name === 'delayP99' ? 1 : 0)),
    ...memory,
  ])
}
process.stdout.write(`${table(rows)}\n`)
process.exit(0)
