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
import { openAssistant } from '../src/commands/open.ts'
import type { Adapter } from '../src/core/contract.ts'
import { createDelivery } from '../src/core/delivery.ts'
import { createIntake } from '../src/core/intake.ts'
import { createStoreLedger } from '../src/core/store/ledger.ts'
import { openStore } from '../src/core/store/open.ts'
import { createFakeDiscord } from '../test/fakes/discord.ts'
import { createFakeSlack } from '../test/fakes/slack.ts'
import { temporaryFolder } from '../test/temporary-folder.ts'
import { quantile, table } from './figures.ts'

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

/** The core as it is shipped: the documents in data/, the state in a file. */
async function answering(adapter: Adapter): Promise<void> {
  const assistant = await openAssistant({ dataDir: 'data', locale: 'en', warn: () => {} })
  const report = ({ cause }: { cause: Error }): void => {
    throw cause
  }
  const place = { path: join(temporaryFolder(), 'bench.db') }
  const store = await openStore({ place, owner: 'bench', leaseMs: 15_000 })
  const ledger = createStoreLedger({ store, owner: 'bench', retentionMs: 86_400_000, say: fail })
  await ledger.open()
  const deliver = createDelivery([adapter], sleep)
  await adapter.start(createIntake({ assistant, deliver, ledger, report, now: Date.now }))
}

async function onSlack(ours: boolean): Promise<Bot> {
  const fake = await createFakeSlack()
  const mention = async (): Promise<unknown> => {
    const before = fake.posted.length
    fake.mention('C0PUBLIC', QUESTION)
    return fake.waitFor(() => fake.posted.length > before)
  }
  if (ours) {
    const adapter = createSlack({ ...SLACK, apiUrl: fake.url, log })
    await answering(adapter)
    return { mention, stop: () => adapter.stop().then(() => fake.close()) }
  }
  const clientOptions = { slackApiUrl: fake.url }
  const receiver = new SocketModeReceiver({ appToken: 'xapp-0-valid', installerOptions: { clientOptions } })
  const app = new App({ token: SLACK.botToken, receiver, clientOptions, logLevel: LogLevel.ERROR })
  app.event('app_mention', async ({ say }) => void (await say('A constant.')))
  await app.start()
  return { mention, stop: () => app.stop().then(() => fake.close()) }
}

async function onDiscord(ours: boolean): Promise<Bot> {
  const fake = await createFakeDiscord()
  const channel = fake.channels.general
  const posts = (): number => fake.messages(channel).filter(({ author }) => author.id === fake.bot.id).length
  const mention = async (): Promise<unknown> => {
    const before = posts()
    fake.mention(channel, QUESTION)
    return fake.waitFor(() => posts() > before)
  }
  if (ours) {
    const adapter = createDiscord({ token: fake.token, guilds: [fake.guilds.team], apiUrl: fake.url, log })
    await answering(adapter)
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

async function measure(open: (ours: boolean) => Promise<Bot>): Promise<{ bare: number[]; ours: number[] }> {
  const bots = { bare: await open(false), ours: await open(true) }
  const times = { bare: [] as number[], ours: [] as number[] }
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    for (const who of ['bare', 'ours'] as const) {
      const start = performance.now()
      await bots[who].mention()
      if (round >= WARM_UP) times[who].push(performance.now() - start)
      await sleep(PAUSE_MS)
    }
  }
  await Promise.all([bots.bare.stop(), bots.ours.stop()])
  return times
}

const rows: string[][] = [['', 'bare p50', 'p99', 'Attaché p50', 'p99', 'added p50']]
for (const [name, open] of [
  ['Slack (Bolt)', onSlack],
  ['Discord (discord.js)', onDiscord],
] as const) {
  const { bare, ours } = await measure(open)
  const figures = [quantile(bare, 0.5), quantile(bare, 0.99), quantile(ours, 0.5), quantile(ours, 0.99)]
  const added = quantile(ours, 0.5) - quantile(bare, 0.5)
  rows.push([name, ...[...figures, added].map((ms) => ms.toFixed(2))])
}
process.stdout.write(`${table(rows)}\n`)
process.exit(0)
