/**
 * The kill test at length: replicas on PostgreSQL, then one process on SQLite, on each platform in turn; processes are
 * killed while people ask, and 5 % of the posts lose their response. Prints what was counted from the recorded rows.
 */
import { join } from 'node:path'
import { discordPlatform, type Platform, slackPlatform } from '../test/soak/platform.ts'
import { type Figures, kill } from '../test/soak/kill.ts'
import { createRandom } from '../test/soak/random.ts'
import { startPostgres } from '../test/postgres.ts'
import { temporaryFolder } from '../test/temporary-folder.ts'

const LOST = 0.05
const PLATFORMS: (() => Promise<Platform>)[] = [
  () => slackPlatform('full'),
  () => slackPlatform('minimal'),
  discordPlatform,
]
/** So that a run can be looked at again. */
const seed = Number(process.argv[2] ?? 1)

const random = createRandom(seed)
const postgres = await startPostgres()
const rows: [string, Figures][] = []
for (const [index, open] of PLATFORMS.entries()) {
  const platform = await open()
  const place = { url: await postgres.create(`soak${index}`) }
  const figures = await kill({
    platform,
    place,
    replicas: 3,
    requests: 500,
    kills: 16,
    lost: LOST,
    everyMs: 50,
    random,
  })
  rows.push([`${platform.name}, 3 on PostgreSQL`, figures])
  await platform.close()
}
await postgres.close()
for (const open of PLATFORMS) {
  const platform = await open()
  const place = { path: join(temporaryFolder(), 'soak.db') }
  const figures = await kill({
    platform,
    place,
    replicas: 1,
    requests: 200,
    kills: 6,
    lost: LOST,
    everyMs: 30,
    random,
  })
  rows.push([`${platform.name}, 1 on SQLite`, figures])
  await platform.close()
}

const names = Object.keys(rows[0]?.[1] ?? {}) as (keyof Figures)[]
const total = Object.fromEntries(names.map((name) => [name, rows.reduce((sum, [, f]) => sum + f[name], 0)]))
for (const name of ['', ...names] as const) {
  const cells = [...rows, ['all', total as unknown as Figures] as const].map(([title, f]) =>
    name === '' ? title : f[name],
  )
  process.stdout.write(`${name.padEnd(20)}${cells.map((cell) => String(cell).padStart(32)).join('')}\n`)
}
process.exit(0)
