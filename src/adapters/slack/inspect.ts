import { setTimeout as sleep } from 'node:timers/promises'
import { type WebClient, WebAPIPlatformError } from '@slack/web-api'
import type { Id, Inspection } from '../../core/contract.ts'
import { bare, isDirect } from './address.ts'
import { toFailed } from './fault.ts'
import { NAME } from './inbound.ts'
import { type Channel, readersOf } from './readers.ts'

const ANSWER_MS = 3_000
const POSTING = ['chat:write', 'pins:write']
const LOOKING = ['channels:read', 'groups:read']
const UNKNOWN: Inspection = { readers: 'unknown', state: 'unknown', lacks: [] }

/** What Slack tells of a place within three seconds: who reads, who made it, and which scopes we were not given. */
export async function inspect(client: WebClient, place: Id): Promise<Inspection> {
  return Promise.race([ask(client, bare(place)), sleep(ANSWER_MS, UNKNOWN, { ref: false })])
}

async function ask(client: WebClient, channel: string): Promise<Inspection> {
  try {
    if (isDirect(channel)) {
      const { response_metadata: about } = await client.auth.test()
      return { readers: 'one', state: 'here', lacks: without(POSTING, about?.scopes) }
    }
    const { channel: found = {}, response_metadata: about } = await client.conversations.info({ channel })
    return { ...told(found), lacks: without(POSTING, about?.scopes) }
  } catch (error) {
    const state = toFailed(error).why === 'gone' ? 'gone' : 'unknown'
    return { readers: 'unknown', state, lacks: without([...POSTING, ...LOOKING], scopesIn(error)) }
  }
}

function told(channel: Channel): Omit<Inspection, 'lacks'> {
  const gone = channel.is_archived === true || channel.is_member === false
  const { creator } = channel
  return {
    readers: readersOf(channel),
    state: gone ? 'gone' : 'here',
    ...(creator !== undefined && { creator: `${NAME}:${creator}` }),
  }
}

/** Slack names the granted scopes beside each answer, also beside a refusal. */
function scopesIn(error: unknown): string[] | undefined {
  return error instanceof WebAPIPlatformError ? error.data.response_metadata?.scopes : undefined
}

function without(needed: readonly string[], granted: readonly string[] | undefined): string[] {
  return granted === undefined ? [] : needed.filter((scope) => !granted.includes(scope))
}
