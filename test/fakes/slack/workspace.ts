import { randomBytes } from 'node:crypto'
import type { Call, Channel, Json, Kind, Message, Person, Pin, SlackOptions, View } from './types.ts'

/** The scopes that the recommended manifest asks for. */
export const MINIMAL_SCOPES = [
  'commands',
  'chat:write',
  'app_mentions:read',
  'im:history',
  'pins:write',
  'channels:read',
  'groups:read',
]

/** The bot, its app and its workspace. */
export const BOT = {
  user: 'U0BOT',
  bot: 'B0BOT',
  app: 'A0BOT',
  team: 'T0TEAM',
  name: 'docbot',
  domain: 'acme',
} as const

/** Everything a fake Slack knows. */
export type Workspace = ReturnType<typeof createWorkspace>

/** A workspace with a few people and one channel of every sort the bot may meet. */
export function createWorkspace(options: SlackOptions) {
  const settings = {
    scopes: options.scopes ?? MINIMAL_SCOPES,
    botToken: options.botToken ?? 'xoxb-0-valid',
    appToken: options.appToken ?? 'xapp-0-valid',
    signingSecret: options.signingSecret ?? 'shhh',
    redeliverUntilAcked: options.redeliverUntilAcked,
  }
  const state = {
    settings,
    people: new Map<string, Person>(people.map((person) => [person.id, person])),
    channels: new Map<string, Channel>(channels().map((channel) => [channel.id, channel])),
    messages: [] as Message[],
    deleted: [] as Message[],
    pins: [] as Pin[],
    reactions: [] as { channel: string; ts: string; name: string; user: string }[],
    views: [] as View[],
    statuses: [] as { channel: string; thread: string; status: string }[],
    prompts: [] as Json[],
    calls: [] as Call[],
    /** What a person would see as an error instead of an answer: late acks, refused bodies of acks. */
    complaints: [] as string[],
    /** The error every call meets once the app is revoked. */
    revoked: undefined as string | undefined,
  }
  return Object.assign(state, createClock(), createWatch())
}

/** The conversation of the bot and a person; it comes into being when first asked for. */
export function imOf(workspace: Workspace, user: string): Channel {
  const id = `D0${user.slice(2)}`
  const known = workspace.channels.get(id)
  if (known) return known
  const im = channel(id, user, 'im', [user, BOT.user])
  workspace.channels.set(id, im)
  return im
}

/** The message standing at this ts, for everybody. */
export function messageAt(workspace: Workspace, channel: string, ts: string): Message | undefined {
  return workspace.messages.find(
    (message) => message.channel === channel && message.ts === ts && !message.ephemeralTo,
  )
}

/** A channel like those in a new workspace, to put into `channels`. */
export function channel(id: string, name: string, kind: Kind, members: string[]): Channel {
  const [creator = ''] = members
  return {
    id,
    name,
    kind,
    members: new Set(members),
    archived: false,
    shared: false,
    pending: false,
    creator,
  }
}

/** An id in Slack's manner. */
export function newId(prefix: string): string {
  return prefix + randomBytes(5).toString('hex').toUpperCase()
}

const people: Person[] = [
  { id: 'U0ANN', name: 'ann', team: BOT.team },
  { id: 'U0BEN', name: 'ben', team: BOT.team },
  { id: 'U0EXT', name: 'eve', team: 'T0OTHER' },
  { id: BOT.user, name: BOT.name, team: BOT.team },
]

function channels(): Channel[] {
  const all = ['U0ANN', 'U0BEN', BOT.user]
  return [
    channel('C0PUBLIC', 'general', 'public', all),
    channel('C0PRIVATE', 'board', 'private', all),
    { ...channel('C0SHARED', 'with-partner', 'public', [...all, 'U0EXT']), shared: true },
    { ...channel('C0ARCHIVED', 'old', 'public', all), archived: true },
    channel('C0OUTSIDE', 'elsewhere', 'public', ['U0ANN', 'U0BEN']),
    channel('C0SECRET', 'secret', 'private', ['U0BEN']),
  ]
}

/** Time that tests may push on, and timestamps that never repeat. */
function createClock() {
  let ahead = 0
  let last = 0
  const now = () => Date.now() + ahead
  return {
    now,
    /** Lets so much time pass for triggers, response_urls and timestamps. */
    advance: (ms: number): void => {
      ahead += ms
    },
    /** A message's ts: seconds, dot, six digits. */
    nextTs(): string {
      last = Math.max(last + 1, now() * 1000)
      return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`
    },
  }
}

/** Lets tests wait for what they are after: predicates are asked whenever something changes. */
function createWatch() {
  const watchers = new Set<() => void>()
  return {
    /** Something changed. */
    changed(): void {
      for (const look of watchers) look()
    },
    /** Resolves as soon as the predicate holds, with what it gave; rejects after the timeout. */
    waitFor: <T>(predicate: () => T | undefined | false, timeoutMs = 3_000): Promise<T> =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          watchers.delete(look)
          reject(new Error(`Not within ${timeoutMs} ms: ${predicate.toString()}`))
        }, timeoutMs)
        const look = () => {
          const found = predicate()
          if (found === undefined || found === false) return
          watchers.delete(look)
          clearTimeout(timer)
          resolve(found)
        }
        watchers.add(look)
        look()
      }),
  }
}
