/** What Discord delivers, as requests. Pure: takes what discord.js parsed, by shape. */

import { withoutAddressees } from '../addressees.ts'
import { BRIEF, briefWords } from '../../core/commands.ts'
import type { Id, Person, Place, Request, Target } from '../../core/contract.ts'

export const NAME = 'discord'

/** The parts of a message that are read. `guild` is null in direct messages. */
export interface Said {
  id: string
  at: number
  channel: string
  guild: string | null
  author: { id: string; bot: boolean }
  content: string
  /** Users that are named, or whose message is replied to with a ping. */
  mentions: { id: string; name: string }[]
  /** It is something a person wrote, not a notice of the platform's. */
  ordinary: boolean
}

export interface Called {
  id: string
  at: number
  channel: string
  guild: string | null
  user: string
  /** As others see them. */
  shownAs: string
  /** What they may do in the channel, as bits; null in direct messages. */
  permissions: bigint | null
  application: string
  token: string
  name: string
  options: readonly Option[]
}

/** What was filled in, or the subcommand that it was filled in for. */
export interface Option {
  name: string
  value?: string | number | boolean
  options?: readonly Option[]
}

/** Who we are, and which servers are the team's (null: all we are in). */
export interface Us {
  user: string
  guilds: readonly string[] | null
}

/** Administrator, Manage Channels, Manage Server. */
const MANAGING = 0x8n | 0x10n | 0x20n
/** An interaction's token is good for fifteen minutes. */
const TOKEN_MS = 15 * 60 * 1000

/** The request behind a message, or null when it asks nothing of us. In direct messages membership has to be looked up. */
export function fromMessage(said: Said, us: Us): Request | null {
  if (said.author.bot || !said.ordinary || said.author.id === us.user) return null
  if (said.guild !== null && !said.mentions.some((user) => user.id === us.user)) return null
  const place = placeOf(said.channel, said.guild, us)
  return {
    id: `${NAME}:${said.channel}/${said.id}`,
    at: said.at,
    place,
    person: personOf(said.author.id, said.guild, us),
    intent: { do: 'ask', text: readContent(said, us.user) },
    reply: { place: place.id, thread: said.id },
  }
}

/** The request behind a command; its answer goes to the asker alone where others read. */
export function fromCommand(called: Called, us: Us): Request {
  const place = placeOf(called.channel, called.guild, us)
  const { permissions, shownAs: name } = called
  const person: Person = {
    ...personOf(called.user, called.guild, us),
    name,
    ...(permissions !== null && { manages: (permissions & MANAGING) !== 0n }),
  }
  const reply: Target = {
    place: place.id,
    secret: `${called.application}/${called.token}`,
    expires: called.at + TOKEN_MS,
    ...(place.kind === 'channel' && { only: person.id }),
  }
  const intent = { do: 'command', name: called.name, words: wordsOf(called) } as const
  return { id: `${NAME}:${called.id}`, at: called.at, place, person, intent, reply }
}

/** What would be typed where there are no options. */
function wordsOf({ name, options }: Called): string {
  const verb = name === BRIEF ? options[0] : undefined
  if (!verb) return options.map(({ value }) => String(value ?? '')).join(' ')
  const filled = (verb.options ?? []).map((option) => [option.name, String(option.value ?? '')] as const)
  return briefWords(verb.name, Object.fromEntries(filled))
}

export function isTeams(guild: string, us: Us): boolean {
  return us.guilds === null || us.guilds.includes(guild)
}

function placeOf(channel: string, guild: string | null, us: Us): Place {
  const id: Id = `${NAME}:${channel}`
  if (guild === null) return { id, kind: 'direct', readers: 'one' }
  return { id, kind: 'channel', readers: isTeams(guild, us) ? 'team' : 'outsiders' }
}

function personOf(user: string, guild: string | null, us: Us): Person {
  return { id: `${NAME}:${user}`, member: guild === null ? 'unknown' : isTeams(guild, us) }
}

/** Mentions at the beginning say to whom it is said, and are dropped, as ours is; others become names, custom emoji their short names. */
function readContent({ content, mentions }: Said, us: string): string {
  return withoutAddressees(content, '<@!?[0-9]+>')
    .replace(/<@!?(\d+)>/g, (_, id: string) => {
      const name = mentions.find((user) => user.id === id)?.name
      return id === us || name === undefined ? '' : `@${name}`
    })
    .replace(/<(?:@&|#)\d+>/g, '')
    .replace(/<a?(:\w+:)\d+>/g, '$1')
    .trim()
}
