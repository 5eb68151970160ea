import { setTimeout as sleep } from 'node:timers/promises'
import {
  type APIChannel,
  ChannelType,
  type Client,
  type GuildBasedChannel,
  PermissionFlagsBits,
  type REST,
  Routes,
} from 'discord.js'
import type { Id, Inspection, Place } from '../../core/contract.ts'
import { bare } from './address.ts'
import { toFailed } from './fault.ts'
import { isTeams, type Us } from './inbound.ts'

const ANSWER_MS = 3_000
const UNKNOWN: Inspection = { readers: 'unknown', state: 'unknown', lacks: [] }
const GONE: Inspection = { readers: 'unknown', state: 'gone', lacks: [] }
const DIRECT: Inspection = { readers: 'one', state: 'here', lacks: [] }

/** What is known of the servers' channels from the gateway; of direct messages and what is not there Discord is asked. */
export async function inspect(
  client: Client | undefined,
  { rest, us, place }: { rest: REST; us: Us; place: Id },
): Promise<Inspection> {
  if (!client?.isReady()) return UNKNOWN
  const channel = client.channels.cache.get(bare(place))
  if (!channel) {
    return Promise.race([ask(rest, bare(place), us), sleep(ANSWER_MS, UNKNOWN, { ref: false })])
  }
  if (channel.isDMBased()) return DIRECT
  if (!channel.guild.available) return UNKNOWN
  // One that is only archived opens again with the next message.
  if (channel.isThread() && channel.locked) return GONE
  return { readers: readersOf(channel.guildId, us), state: 'here', lacks: lacking(channel, client) }
}

/** Whether Discord would show us an empty history there. */
export function isClosed(client: Client | undefined, place: Id): boolean {
  const channel = client?.channels.cache.get(bare(place))
  if (!channel || channel.isDMBased() || !client?.user) return false
  return channel.permissionsFor(client.user)?.has(PermissionFlagsBits.ReadMessageHistory) === false
}

async function ask(rest: REST, channel: string, us: Us): Promise<Inspection> {
  try {
    const found = (await rest.get(Routes.channel(channel))) as APIChannel
    if (found.type === ChannelType.DM) return DIRECT
    if ('thread_metadata' in found && found.thread_metadata?.locked) return GONE
    const guild = 'guild_id' in found ? found.guild_id : undefined
    return guild === undefined ? UNKNOWN : { readers: readersOf(guild, us), state: 'here', lacks: [] }
  } catch (error) {
    const { why } = toFailed(error)
    return why === 'gone' || why === 'forbidden' ? GONE : UNKNOWN
  }
}

function readersOf(guild: string, us: Us): Place['readers'] {
  return isTeams(guild, us) ? 'team' : 'outsiders'
}

function lacking(channel: GuildBasedChannel, client: Client<true>): string[] {
  const held = channel.permissionsFor(client.user)
  if (!held) return []
  const sending = channel.isThread() ? 'SendMessagesInThreads' : 'SendMessages'
  const needed = ['ViewChannel', sending, 'EmbedLinks', 'ReadMessageHistory', 'PinMessages'] as const
  return needed.filter((name) => !held.has(PermissionFlagsBits[name])).map(asShown)
}

/** Discord shows the words of a permission's name apart. */
function asShown(name: string): string {
  return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`).replace(' In ', ' in ')
}
