import type { Client } from 'discord.js'
import type { Ref } from '../../core/contract.ts'
import { standingAt } from './address.ts'

const CHANNELS = 'https://discord.com/channels'

/** Where a message can be opened; null where the gateway has not told us of its channel. */
export function linkTo(client: Client | undefined, message: Ref): string | null {
  const [channel, id] = standingAt(message)
  const found = client?.channels.cache.get(channel)
  if (!found || id === '') return null
  return [CHANNELS, found.isDMBased() ? '@me' : found.guildId, channel, id].join('/')
}
