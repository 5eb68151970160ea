import assert from 'node:assert/strict'
import { after, afterEach } from 'node:test'
import {
  Client,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  Partials,
  type ClientOptions,
  type Interaction,
  type Message,
  type TextChannel,
} from 'discord.js'
import { createFakeDiscord, type FakeOptions } from '../discord.ts'

/** The intents of a bot that needs none of the privileged ones. */
export const MINIMAL = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
]
/** The privileged intent to read content. */
export const CONTENT = GatewayIntentBits.MessageContent
/** A command with one required text. */
export const ASK = {
  name: 'ask',
  description: 'Ask',
  options: [{ name: 'question', description: 'What', type: 3, required: true }],
}

const warnings: string[] = []
process.on('warning', ({ name, message }) => warnings.push(`${name}: ${message}`))
const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close()
})
after(() =>
  assert.deepEqual(
    warnings.filter((one) => one.includes('Deprecation')),
    [],
  ),
)

/** A fake that is closed after the test. */
export async function fakeOnly(options: FakeOptions = {}) {
  const fake = await createFakeDiscord(options)
  open.push(fake.close)
  return fake
}

/** A real client pointed at the fake, destroyed after the test. */
export function clientFor(fake: { url: string }, options: Partial<ClientOptions> = {}): Client {
  const client = new Client({
    intents: MINIMAL,
    partials: [Partials.Channel],
    ...options,
    rest: { api: fake.url, ...options.rest },
  })
  client.on(Events.Error, () => {})
  open.push(() => client.destroy())
  return client
}

/** A fake and a client that is ready. */
export async function start(options: FakeOptions = {}, clientOptions: Partial<ClientOptions> = {}) {
  const fake = await fakeOnly(options)
  const client = clientFor(fake, clientOptions)
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve))
  await client.login(fake.token)
  await ready
  const general = (await client.channels.fetch(fake.channels.general)) as TextChannel
  return { fake, client, general }
}

/** Handles interactions; what goes wrong in the handler is kept. */
export function onInteraction(
  client: Client,
  act: (interaction: Interaction) => Promise<unknown>,
): unknown[] {
  const failed: unknown[] = []
  client.on(Events.InteractionCreate, (one) => void act(one).catch((error: unknown) => failed.push(error)))
  return failed
}

/** What a call was refused with; fails when it was not. */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ code: unknown; status: number; errors: unknown }> {
  const error = await call.then(
    () => assert.fail('was not refused'),
    (reason: unknown) => reason,
  )
  assert.ok(error instanceof DiscordAPIError, String(error))
  return { code: error.code, status: error.status, errors: (error.rawError as { errors?: unknown }).errors }
}

/** The `errors` of a 50035 with one error at a path. */
export const at = (path: string, code: string, message: string): unknown =>
  path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), { _errors: [{ code, message }] })

/** Acts, and resolves when the client has emitted the message whose id the act gives. */
export function said(client: Client, act: () => string): Promise<Message> {
  return new Promise((resolve) => {
    let wanted: string | undefined
    client.on(Events.MessageCreate, (message) => {
      if (message.id === wanted) resolve(message)
    })
    wanted = act()
  })
}

/** A text of this length. */
export const LONG = (length: number): string => 'x'.repeat(length)
