/** The fakes as the kill test sees them: people ask, the platform delivers again, and what stands there is counted. */

import { createFakeDiscord } from '../fakes/discord.ts'
import { createFakeSlack, MINIMAL_SCOPES, type Said } from '../fakes/slack.ts'
import { discordEnv, slackEnv } from '../service.ts'

const QUESTION = 'When was the first Central Asia-Russia summit?'
const HISTORY = ['channels:history', 'groups:history']

export interface Platform {
  name: string
  env: Record<string, string>
  /** Somebody asks; the response to the answer's post is lost where told. */
  ask: (lost: boolean) => void
  /** Delivers what was not acknowledged again. */
  redeliver: () => void
  /** The ids of the requests that were acknowledged. */
  acknowledged: () => string[]
  /** How many answers stand there for a request: for everyone, and for the asker alone. */
  answers: (id: string) => { everyone: number; asker: number }
  close: () => Promise<void>
}

export async function slackPlatform(size: 'full' | 'minimal'): Promise<Platform> {
  const scopes = size === 'full' ? [...MINIMAL_SCOPES, ...HISTORY] : MINIMAL_SCOPES
  const fake = await createFakeSlack({ scopes })
  const asked: Said[] = []
  const open = new Set<Said>()
  const settle = (): void => {
    for (const said of open) if (said.deliveries.every((delivery) => delivery.acked)) open.delete(said)
  }
  return {
    name: `Slack ${size}`,
    env: slackEnv(fake),
    ask(lost) {
      if (lost) fake.faults.add('chat.postMessage', { drop: 'after storing' })
      const said = asked.length % 5 === 0 ? fake.direct(QUESTION) : fake.mention('C0PUBLIC', QUESTION)
      asked.push(said)
      open.add(said)
    },
    redeliver() {
      settle()
      for (const said of open) fake.redeliver(said)
    },
    acknowledged: () =>
      asked
        .filter((said) => said.deliveries.some((delivery) => delivery.acked))
        .map((said) => `slack:T0TEAM/${said.channel}/${said.ts}`),
    answers(id) {
      const there = fake.posted.filter((message) => message.thread_ts === id.split('/').at(-1))
      const asker = there.filter((message) => message.ephemeralTo).length
      return { everyone: there.length - asker, asker }
    },
    close: () => fake.close(),
  }
}

export async function discordPlatform(): Promise<Platform> {
  const fake = await createFakeDiscord()
  const own = (channel: string) => fake.messages(channel).filter(({ author }) => author.id === fake.bot.id)
  let count = 0
  return {
    name: 'Discord',
    env: discordEnv(fake),
    ask(lost) {
      if (lost) fake.faults.add('POST /channels/:c/messages', { drop: 'after storing' })
      count += 1
      if (count % 5 === 0) fake.direct(fake.users.ada.id, QUESTION)
      else fake.mention(fake.channels.general, QUESTION)
    },
    redeliver: () => {},
    acknowledged: () => [],
    answers(id) {
      const [channel = '', message] = id.replace('discord:', '').split('/')
      const replies = own(channel).filter((one) => one.message_reference?.message_id === message)
      return { everyone: replies.length, asker: 0 }
    },
    close: () => fake.close(),
  }
}
