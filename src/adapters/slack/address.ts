/** Ids as the core has them, and what Slack calls the same things. Pure. */

import type { Id, Ref } from '../../core/contract.ts'
import { NAME } from './inbound.ts'

/** Slack's own id. */
export function bare(id: Id): string {
  return id.slice(NAME.length + 1)
}

export function isDirect(channel: string): boolean {
  return channel.startsWith('D')
}

export function messageId(channel: string, ts: string): Id {
  return `${NAME}:${channel}/${ts}`
}

/** Where a message of ours stands. */
export function standingAt({ id }: Ref): { channel: string; ts: string } {
  const [channel = '', ts = ''] = bare(id).split('/')
  return { channel, ts }
}
