import { afterEach } from 'node:test'
import { createDiscord } from '../../src/adapters/discord/shell.ts'
import type { Core, Request } from '../../src/core/contract.ts'
import { createFakeDiscord, type FakeOptions } from '../fakes/discord.ts'
import { createLines } from './answering.ts'

const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close()
})

/** A Discord and an adapter that is not connected yet, both closed after the test. */
export async function setUp(options: FakeOptions = {}) {
  const fake = await createFakeDiscord(options)
  open.push(() => fake.close())
  const { token, url: apiUrl, guilds } = fake
  const adapter = createDiscord({ token, apiUrl, guilds: [guilds.team], log: createLines(), timeoutMs: 1500 })
  open.push(() => adapter.stop())
  let take: (request: Request) => void = () => {}
  const core: Core = {
    first: () => ({ show: 'wait', to: 'everyone' }),
    accept: async (request) => take(request),
  }
  /** The request that what is done leads to. */
  const heard = (act: () => unknown): Promise<Request> =>
    new Promise((resolve) => {
      take = resolve
      act()
    })
  /** What is done at the fake is known to us: events keep their order. */
  const known = async (act: () => void): Promise<void> => {
    act()
    await heard(() => fake.mention(fake.channels.random, 'And?'))
  }
  return { fake, adapter, core, heard, known }
}

/** The same, connected. */
export async function start(options: FakeOptions = {}) {
  const made = await setUp(options)
  await made.adapter.start(made.core)
  return made
}
