/**
 * What Attaché adds to a mention on its way to a post: its adapters and core beside a bare bot that replies a constant
 * through the same SDK, against the same loopback servers, turn by turn. Prints p50 and p99 in milliseconds.
 */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { App, LogLevel, SocketModeReceiver } from '@slack/bolt'
import { Client, Events, GatewayIntentBits } from 'discord.js'
import { createDiscord } from '../src/adapters/discord/shell.ts'
import { createSlack } from '../src/adapters/slack/shell.ts'
import type { Adapter } from '../src/core/contract.ts'
import { createDelivery } from '../src/core/delivery.ts'
import { createIntake } from '../src/core/intake.ts'
import { createMemoryLedger } from '../src/core/ledger.ts'
import { createStoreLedger } from '../src/core/store/ledger.ts'
import { openStore } from '../src/core/store/open.ts'
import { createFakeDiscord } from '../test/fakes/discord.ts'
import { createFakeSlack } from '../test/fakes/slack.ts'
import { temporaryFolder } from '../test/temporary-folder.ts'
import { quantile, table } from './figures.ts'
import { openShipped } from './shipped.ts'

const ROUNDS = 300
const WARM_UP = 50
/** discord.js holds itself to 50 calls a second; slower than that, no call waits for another. */
const PAUSE_MS = 25
const QUESTION = 'When was the first Central Asia-Russia summit?'
const SLACK = { botToken: 'xoxb-0-valid', way: { appToken: 'xapp-0-valid' } }
const fail = (line: string): never => {
  throw new Error(line)
}
const log = { info: () => {}, warn: () => {}, error: () => {} }

/** A bot that is up, and how to mention it: resolves when its post is at the server. */
interface Bot {
  mention: () => Promise<unknown>
  stop: () => Promise<unknown>
}

type State = 'bare' | 'memory' | 'file'

/** The core as it is shipped, on the documents in data/; its state in a file, or nowhere, to show what that costs. */
async function answering(adapter: Adapter, state: State): Promise<void> {
  const assistant = await openShipped()
  const report = ({ cause }: { cause: Error }): void => {
    throw cause
  }
  const place = { path: join(temporaryFolder(), 'bench.db') }
  const store = await openStore({ place, owner: 'bench', leaseMs: 15_000 })
  const kept = createStoreLedger({ store, owner: 'bench', retentionMs: 86_400_000, say: fail })
  const ledger = state === 'file' ? kept : createMemoryLedger()
  await ledger.open()
  const deliver = createDelivery([adapter], sleep)
  await adapter.start(createIntake({ assistant, deliver, ledger, report, now: Date.now }))
}

async function onSlack(state: State): Promise<Bot> {
  const fake = await createFakeSlack()
  const mention = async (): Promise<unknown> => {
    const before = fake.posted.length
    fake.mention('C0PUBLIC', QUESTION)
    return fake.waitFor(() => fake.posted.length > before)
  }
  if (state !== 'bare') {
    const adapter = createSlack({ ...SLACK, apiUrl: fake.url, log })
    await answering(adapter, state)
    return { mention, stop: () => adapter.stop().then(() => fake.close()) }
  }
  const clientOptions = { slackApiUrl: fake.url }
  const receiver = new SocketModeReceiver({ appToken: 'xapp-0-valid', installerOptions: { clientOptions } })
  const app = new App({ token: SLACK.botToken, receiver, clientOptions, logLevel: LogLevel.ERROR })
  app.event('app_mention', async ({ say }) => void (await say('A constant.')))
  await app.start()
  return { mention, stop: () => app.stop().then(() => fake.close()) }
}

async function onDiscord(state: State): Promise<Bot> {
  const fake = await createFakeDiscord()
  const channel = fake.channels.general
  const posts = (): number => fake.messages(channel).filter(({ author }) => author.id === fake.bot.id).length
  const mention = async (): Promise<unknown> => {
    const before = posts()
    fake.mention(channel, QUESTION)
    return fake.waitFor(() => posts() > before)
  }
  if (state !== 'bare') {
    const adapter = createDiscord({ token: fake.token, guilds: [fake.guilds.team], apiUrl: fake.url, log })
    await answering(adapter, state)
    return { mention, stop: () => adapter.stop().then(() => fake.close()) }
  }
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    rest: { api: fake.url },
  })
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve))
  client.on(Events.MessageCreate, (message) => {
    if (!message.author.bot) message.reply('A constant.').catch(() => process.exit(1))
  })
  await client.login(fake.token)
  await ready
  return { mention, stop: () => client.destroy().then(() => fake.close()) }
}

const STATES: readonly State[] = ['bare', 'memory', 'file']

async function measure(open: (state: State) => Promise<Bot>): Promise<Record<State, number[]>> {
  const bots = { bare: await open('bare'), memory: await open('memory'), file: await open('file') }
  const times: Record<State, number[]> = { bare: [], memory: [], file: [] }
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    for (const state of STATES) {
      const start = performance.now()
      await bots[state].mention()
      if (round >= WARM_UP) times[state].push(performance.now() - start)
      await sleep(PAUSE_MS)
    }
  }
  await Promise.all(STATES.map((state) => bots[state].stop()))
  return times
}

const rows: string[][] = [['', 'p50', 'p99', 'added p50']]
const NAMES = { bare: 'bare bot', memory: 'Attaché, no store', file: 'Attaché, SQLite' }
for (const [platform, open] of [
  ['Slack', onSlack],
  ['Discord', onDiscord],
] as const) {
  const times = await measure(open)
  for (const state of STATES) {
    const figures = [quantile(times[state], 0.5), quantile(times[state], 0.99)]
    const added = quantile(times[state], 0.5) - quantile(times.bare, 0.5)
    rows.push([`${platform}: ${NAMES[state]}`, ...[...figures, added].map((ms) => ms.toFixed(2))])
  }
}
process.stdout.write(`${table(rows)}\n`)
process.exit(0)
