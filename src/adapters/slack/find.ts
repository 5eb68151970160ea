import type { WebClient } from '@slack/web-api'
import type { Adapter, Ref, Sought, Target } from '../../core/contract.ts'
import { bare, isDirect, messageId } from './address.ts'
import { toFailed } from './fault.ts'
import { MARKER } from './post.ts'

type Found = Awaited<ReturnType<Adapter['find']>>

const PAGE = 200
const MOST_PAGES = 5
/** Slack's clock and ours may differ by so much. */
const CLOCKS_MS = 600_000

/** The message that carries the key, where we may read: always in direct messages, elsewhere with the history scopes. */
export async function find(client: WebClient, to: Target, key: string, sought?: Sought): Promise<Found> {
  try {
    if (to.thread !== undefined) return await inThread(client, to, to.thread, key)
    // Slack does not tell which direct messages are with whom without one more scope.
    const hidden = to.only !== undefined && !isDirect(bare(to.place))
    return sought === undefined || hidden ? 'cannot look' : await inHistory(client, to, key, sought)
  } catch (error) {
    const { why } = toFailed(error)
    return why === 'unsure' || why === 'wait' ? 'ask again' : 'cannot look'
  }
}

async function inThread(client: WebClient, to: Target, thread: string, key: string): Promise<Found> {
  const channel = bare(to.place)
  const asked = { channel, ts: thread, include_all_metadata: true, limit: PAGE }
  const { messages, has_more } = await client.conversations.replies(asked)
  return markedIn(messages, to, key) ?? (has_more ? 'cannot look' : 'absent')
}

async function inHistory(client: WebClient, to: Target, key: string, { since }: Sought): Promise<Found> {
  const oldest = String(Math.max(since - CLOCKS_MS, 0) / 1000)
  const asked = { channel: bare(to.place), oldest, include_all_metadata: true, limit: PAGE }
  let cursor = ''
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const found = await client.conversations.history({ ...asked, ...(cursor !== '' && { cursor }) })
    const ours = markedIn(found.messages, to, key)
    if (ours) return ours
    cursor = found.response_metadata?.next_cursor ?? ''
    if (cursor === '') return 'absent'
  }
  return 'cannot look'
}

interface Marked {
  ts?: string
  metadata?: { event_type?: string; event_payload?: unknown }
}

function markedIn(messages: Marked[] = [], to: Target, key: string): Ref | undefined {
  const ours = messages.find(
    ({ metadata }) =>
      metadata?.event_type === MARKER && JSON.stringify(metadata.event_payload) === JSON.stringify({ key }),
  )
  return ours?.ts === undefined ? undefined : { target: to, id: messageId(bare(to.place), ours.ts) }
}
