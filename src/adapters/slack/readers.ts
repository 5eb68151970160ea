import { setTimeout as sleep } from 'node:timers/promises'
import type { ConversationsInfoResponse, WebClient } from '@slack/web-api'
import type { Id, Place } from '../../core/contract.ts'
import { bare } from './address.ts'

export type Channel = NonNullable<ConversationsInfoResponse['channel']>

const KEPT_MS = 10 * 60 * 1000
const ANSWER_MS = 1000

/** Who reads a channel, as Slack tells; unknown where it does not tell within a second. Kept for ten minutes. */
export function createReaders(client: WebClient) {
  const known = new Map<Id, { readers: Place['readers']; until: number }>()
  return async (place: Id): Promise<Place['readers']> => {
    const kept = known.get(place)
    if (kept && kept.until > Date.now()) return kept.readers
    const readers = await Promise.race([
      ask(client, place),
      sleep(ANSWER_MS, 'unknown' as const, { ref: false }),
    ])
    if (readers !== 'unknown') known.set(place, { readers, until: Date.now() + KEPT_MS })
    return readers
  }
}

/** Outsiders, too, from when they are invited. */
export function readersOf(channel: Channel): Place['readers'] {
  return channel.is_ext_shared || channel.is_pending_ext_shared ? 'outsiders' : 'team'
}

async function ask(client: WebClient, place: Id): Promise<Place['readers']> {
  try {
    const { channel } = await client.conversations.info({ channel: bare(place) })
    return channel ? readersOf(channel) : 'unknown'
  } catch {
    return 'unknown'
  }
}
