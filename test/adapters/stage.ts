/** A platform as the tests of briefs see it, through its real SDK: a channel, who manages it and who does not. */

import type { Adapter, Id } from '../../src/core/contract.ts'
import { createDiscord } from '../../src/adapters/discord/shell.ts'
import { textsIn } from '../../src/adapters/slack/limits.ts'
import { createSlack, type SlackOptions } from '../../src/adapters/slack/shell.ts'
import { createFakeDiscord } from '../fakes/discord.ts'
import { BOT, createFakeSlack, type FakeSlack, type Message, MINIMAL_SCOPES } from '../fakes/slack.ts'
import { alive } from '../fakes/slack/alive.ts'
import { createLines } from './answering.ts'

export interface Stage {
  adapter: Adapter
  place: Id
  /** Somebody gives `/brief` with these words; resolves to what they, and they alone, are answered. */
  brief: (words: string, by?: 'manager' | 'other') => Promise<string>
  /** Where the last answer to the manager leads, and where the messages that stand in the channel can be opened. */
  links: () => string[]
  addresses: () => string[]
  /** What stands in the channel for everyone, oldest first. */
  standing: () => { text: string; pinned: boolean }[]
  /** What the manager was told directly. */
  told: () => string[]
  /** Resolves when it is so. */
  until: (so: () => boolean) => Promise<unknown>
  /** We may pin here no longer. */
  forbidPins: () => void
  /** People outside the team read the channel from now on; the channel is gone. */
  share: () => void
  /** The next post is stored, and its response is lost. */
  losePost: () => void
  close: () => Promise<void>
}

/** What stands in a message. */
export const slackText = (message: Message | undefined): string =>
  message?.blocks ? [...textsIn(message.blocks)].join('\n') : (message?.text ?? '')

const HISTORY = ['channels:history', 'groups:history']

export async function slackStage(
  way: SlackOptions['way'] = { appToken: 'xapp-0-valid' },
): Promise<Stage & { fake: FakeSlack }> {
  const fake = await createFakeSlack({ scopes: [...MINIMAL_SCOPES, ...HISTORY] })
  const options = { botToken: 'xoxb-0-valid', way, apiUrl: fake.url, log: createLines(), timeoutMs: 800 }
  const adapter = createSlack(options)
  const { workspace } = fake
  const users = { manager: 'U0ANN', other: 'U0BEN' }
  const channel = workspace.channels.get('C0PUBLIC')
  return {
    fake,
    adapter,
    place: 'slack:C0PUBLIC',
    async brief(words, by = 'manager') {
      const own = () => fake.posted.filter(({ ephemeralTo }) => ephemeralTo === users[by])
      const before = own().length
      fake.slash('/brief', words, 'C0PUBLIC', users[by])
      await fake.waitFor(() => own().length > before)
      return slackText(own().at(-1))
    },
    standing: () =>
      fake.posted
        .filter((message) => message.channel === 'C0PUBLIC' && !message.ephemeralTo)
        .map((message) => ({
          text: slackText(message),
          pinned: workspace.pins.some(({ ts }) => ts === message.ts),
        })),
    links: () =>
      alive(fake.posted.findLast(({ ephemeralTo }) => ephemeralTo === users.manager)?.blocks).map(
        ({ target }) => target,
      ),
    addresses: () =>
      fake.posted
        .filter((message) => message.channel === 'C0PUBLIC' && !message.ephemeralTo)
        .map(({ ts }) => `https://${BOT.domain}.slack.com/archives/C0PUBLIC/p${ts.replace('.', '')}`),
    told: () => fake.posted.filter((message) => message.channel === 'D0ANN').map(slackText),
    until: (so) => fake.waitFor(so, 8_000),
    forbidPins: () =>
      fake.faults.add('pins.add', { status: 200, body: { ok: false, error: 'permission_denied' } }),
    share() {
      if (channel) channel.shared = true
    },
    losePost: () => fake.faults.add('chat.postMessage', { drop: 'after storing' }),
    close: () => fake.close(),
  }
}

export async function discordStage(): Promise<Stage> {
  const fake = await createFakeDiscord()
  const { general } = fake.channels
  const options = { token: fake.token, apiUrl: fake.url, guilds: [fake.guilds.team] }
  const adapter = createDiscord({ ...options, log: createLines(), timeoutMs: 1500 })
  const users = { manager: fake.users.ada.id, other: fake.users.ben.id }
  const read = (message: ReturnType<typeof fake.messages>[number] | undefined): string =>
    message ? [message.content, ...message.embeds.map((one) => one.description ?? '')].join('\n') : ''
  const own = (user: string) =>
    fake.messages(general).filter((message) => message.seenBy === user && read(message).trim() !== '')
  return {
    adapter,
    place: `discord:${general}`,
    async brief(words, by = 'manager') {
      const before = own(users[by]).length
      const [verb = '', ...rest] = words.split(' ')
      const names =
        verb === 'pause' ? ['until'] : verb === 'topics' ? ['what', 'topic'] : ['time', 'zone', 'days']
      const values = Object.fromEntries(rest.map((value, i) => [names[i] ?? '', value]))
      fake.slash(`brief ${verb}`, values, { channel: general, by: users[by] })
      await fake.waitFor(() => own(users[by]).length > before)
      return read(own(users[by]).at(-1))
    },
    standing: () =>
      fake
        .messages(general)
        .filter((message) => message.author.id === fake.bot.id && !message.seenBy && message.type === 0)
        .map((message) => ({ text: read(message), pinned: message.pinned === true })),
    links: () =>
      [...read(own(users.manager).at(-1)).matchAll(/\]\(<(.*?)>\)/g)].map(([, target = '']) => target),
    addresses: () =>
      fake
        .messages(general)
        .filter((message) => message.author.id === fake.bot.id && !message.seenBy && message.type === 0)
        .map(({ id }) => `https://discord.com/channels/${fake.guilds.team}/${general}/${id}`),
    told: () => fake.messages(fake.dm(users.manager)).map(read),
    until: (so) => fake.waitFor(so, 8_000),
    forbidPins: () =>
      fake.faults.add('PUT /channels/:c/messages/pins/:m', {
        status: 403,
        body: { code: 50013, message: 'Missing Permissions' },
      }),
    share: () => fake.raze(general),
    losePost: () => fake.faults.add('POST /channels/:c/messages', { drop: 'after storing' }),
    close: () => fake.close(),
  }
}
