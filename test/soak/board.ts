/** The fakes as the soak of briefs sees them: channels with pins of others and an earlier brief of ours, and what stands there. */

import assert from 'node:assert/strict'
import type { Id, Ref } from '../../src/core/contract.ts'
import { createFakeDiscord } from '../fakes/discord.ts'
import { BOT, channel as newChannel, createFakeSlack, MINIMAL_SCOPES } from '../fakes/slack.ts'
import { discordEnv, slackEnv } from '../service.ts'

const HISTORY = ['channels:history', 'groups:history']
const QUESTION = 'When was the first Central Asia-Russia summit?'

/** What stands in a channel. */
export interface Standing {
  /** Briefs of ours beside the earlier one. */
  posts: number
  /** Of these, how many are pinned; and whether the earlier one, and the pin of somebody else's, still are. */
  pinned: number
  earlier: boolean
  others: boolean
}

export interface Board {
  name: string
  env: Record<string, string>
  /** Who set the briefs up. */
  manager: Id
  /** Makes a channel with a pin of somebody else's and a pinned brief of ours. */
  open: () => Promise<{ place: Id; earlier: Ref }>
  /** Somebody asks; resolves when the answer stands. */
  ask: () => Promise<unknown>
  /** Our messages in all channels, oldest first: where each stands. */
  order: () => Id[]
  /** The response to the next post is lost. */
  losePost: () => void
  /** The next call that pins or unpins goes wrong somehow. */
  failPin: (how: number) => void
  standing: (place: Id, earlier: Ref) => Standing
  /** How many people were told something directly. */
  told: () => number
  close: () => Promise<void>
}

export async function slackBoard(size: 'full' | 'minimal'): Promise<Board> {
  const scopes = size === 'full' ? [...MINIMAL_SCOPES, ...HISTORY] : MINIMAL_SCOPES
  const fake = await createFakeSlack({ scopes })
  const { workspace } = fake
  let count = 0
  return {
    name: `Slack ${size}`,
    env: slackEnv(fake),
    manager: 'slack:U0ANN',
    async open() {
      count += 1
      const id = `C1${String(count).padStart(5, '0')}`
      workspace.channels.set(id, newChannel(id, `c${count}`, 'public', ['U0ANN', BOT.user]))
      const other = fake.say(id, 'Lunch at noon.')
      const call = async (method: string, body: Record<string, string>): Promise<{ ts?: string }> => {
        const response = await fetch(`${fake.url}${method}`, {
          method: 'POST',
          headers: {
            authorization: 'Bearer xoxb-0-valid',
            'content-type': 'application/x-www-form-urlencoded',
          },
          body: new URLSearchParams(body).toString(),
        })
        const answer = (await response.json()) as { ok: boolean; ts?: string; error?: string }
        assert.ok(answer.ok, answer.error)
        return answer
      }
      const { ts = '' } = await call('chat.postMessage', { channel: id, text: 'Yesterday' })
      for (const timestamp of [other.ts, ts]) await call('pins.add', { channel: id, timestamp })
      const place = `slack:${id}`
      return { place, earlier: { target: { place }, id: `${place}/${ts}` } }
    },
    ask() {
      const { ts } = fake.mention('C0PUBLIC', QUESTION)
      return fake.waitFor(() => fake.posted.some((message) => message.thread_ts === ts), 20_000)
    },
    order: () =>
      fake.posted.filter(({ thread_ts }) => !thread_ts).map((message) => `slack:${message.channel}`),
    losePost: () => fake.faults.add('chat.postMessage', { drop: 'after storing' }),
    failPin(how) {
      const method = how % 2 === 0 ? 'pins.add' : 'pins.remove'
      if (how % 4 < 2) fake.faults.add(method, { drop: 'after storing' })
      else fake.faults.add(method, { status: 500 })
    },
    standing(place, earlier) {
      const id = place.slice('slack:'.length)
      const old = earlier.id.split('/')[1]
      const isPinned = (ts: string): boolean =>
        workspace.pins.some((pin) => pin.channel === id && pin.ts === ts)
      const ours = fake.posted.filter((message) => message.channel === id && message.ts !== old)
      const other = workspace.messages.find((message) => message.channel === id && message.user === 'U0ANN')
      return {
        posts: ours.length,
        pinned: ours.filter(({ ts }) => isPinned(ts)).length,
        earlier: isPinned(old ?? ''),
        others: isPinned(other?.ts ?? ''),
      }
    },
    told: () => fake.posted.filter((message) => message.channel.startsWith('D')).length,
    close: () => fake.close(),
  }
}

export async function discordBoard(): Promise<Board> {
  const fake = await createFakeDiscord()
  const channels: string[] = []
  let count = 0
  const call = async (method: string, path: string, body?: object): Promise<{ id: string }> => {
    const response = await fetch(`${fake.url}/v10/${path}`, {
      method,
      headers: { authorization: `Bot ${fake.token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    assert.ok(response.ok, `${method} ${path}: ${response.status}`)
    return response.status === 204 ? { id: '' } : ((await response.json()) as { id: string })
  }
  return {
    name: 'Discord',
    env: discordEnv(fake),
    manager: `discord:${fake.users.ada.id}`,
    async open() {
      count += 1
      const channel = fake.open(fake.guilds.team, `c${count}`)
      channels.push(channel)
      const other = fake.say(channel, 'Lunch at noon.')
      const { id } = await call('POST', `channels/${channel}/messages`, { content: 'Yesterday' })
      for (const message of [other.id, id]) await call('PUT', `channels/${channel}/messages/pins/${message}`)
      const place = `discord:${channel}`
      return { place, earlier: { target: { place }, id: `${place}/${id}` } }
    },
    ask() {
      const { general } = fake.channels
      const { id } = fake.mention(general, QUESTION)
      const isAnswer = (
        one: typeof fake.messages extends (channel: string) => (infer M)[] ? M : never,
      ): boolean => one.message_reference?.message_id === id
      return fake.waitFor(() => fake.messages(general).some(isAnswer), 20_000)
    },
    order: () =>
      channels
        .flatMap((channel) => fake.messages(channel).filter(({ author }) => author.id === fake.bot.id))
        .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
        .map((message) => `discord:${message.channel_id}`),
    losePost: () => fake.faults.add('POST /channels/:c/messages', { drop: 'after storing' }),
    failPin(how) {
      const method = how % 2 === 0 ? 'PUT' : 'DELETE'
      const route = `${method} /channels/:c/messages/pins/:m`
      if (how % 4 < 2) fake.faults.add(route, { drop: 'after storing' })
      else fake.faults.add(route, { status: 500 })
    },
    standing(place, earlier) {
      const all = fake.messages(place.slice('discord:'.length)).filter(({ type }) => type === 0)
      const old = all.find(({ id }) => id === earlier.id.split('/')[1])
      const ours = all.filter((message) => message.author.id === fake.bot.id && message !== old)
      return {
        posts: ours.length,
        pinned: ours.filter(({ pinned }) => pinned).length,
        earlier: old?.pinned === true,
        others: all.some(({ author, pinned }) => author.id !== fake.bot.id && pinned),
      }
    },
    told: () => fake.messages(fake.dm(fake.users.ada.id)).length,
    close: () => fake.close(),
  }
}
