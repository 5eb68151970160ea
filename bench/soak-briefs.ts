/**
 * The kill test of briefs at length: 300 are due at once on both platforms, for three replicas on PostgreSQL and for one
 * process on SQLite; processes are killed meanwhile, 5 % of the posts lose their response, and pins go wrong. Prints what
 * stands in the channels. `minimal` first: Slack does not let us look for what we posted.
 */
import { join } from 'node:path'
import { discordBoard, slackBoard } from '../test/soak/board.ts'
import { type BriefFigures, killBriefs } from '../test/soak/kill-briefs.ts'
import { rush } from '../test/soak/rush.ts'
import { createRandom } from '../test/soak/random.ts'
import { startPostgres } from '../test/postgres.ts'
import { temporaryFolder } from '../test/temporary-folder.ts'

const [size, seed] =
  process.argv[2] === 'minimal'
    ? (['minimal', process.argv[3]] as const)
    : (['full', process.argv[2]] as const)
const random = createRandom(Number(seed ?? 1))
const usual = { briefs: 300, lost: 0.05, random }

const postgres = await startPostgres()
const rows: [string, BriefFigures][] = []
const run = async (
  name: string,
  place: { url: string } | { path: string },
  replicas: number,
): Promise<void> => {
  const boards = [await slackBoard(size), await discordBoard()]
  const pace = replicas > 1 ? { kills: 50, everyMs: 1_200 } : { kills: 20, everyMs: 4_000 }
  rows.push([name, await killBriefs({ ...usual, ...pace, boards, place, replicas })])
  await Promise.all(boards.map((board) => board.close()))
}
await run(`3 on PostgreSQL, Slack ${size}`, { url: await postgres.create('briefs') }, 3)
await postgres.close()
await run(`1 on SQLite, Slack ${size}`, { path: join(temporaryFolder(), 'briefs.db') }, 1)

for (const name of ['', ...Object.keys(rows[0]?.[1] ?? {})] as (keyof BriefFigures | '')[]) {
  const cells = rows.map(([title, figures]) => (name === '' ? title : figures[name]))
  process.stdout.write(`${name.padEnd(20)}${cells.map((cell) => String(cell).padStart(32)).join('')}\n`)
}

const boards = [await slackBoard(size), await discordBoard()]
const figures = await rush(boards, 300)
process.stdout.write(
  `\nAll due at once, one process on SQLite, asked meanwhile: ${JSON.stringify(figures)}\n`,
)
process.exit(0)
