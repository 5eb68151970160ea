/** Ids as the core has them, and what Discord calls the same things. Pure. */

import type { Id, Instant, Ref } from '../../core/contract.ts'
import { NAME } from './inbound.ts'

const EPOCH = 1_420_070_400_000

/** Discord's own id. */
export function bare(id: Id): string {
  return id.slice(NAME.length + 1)
}

export function messageId(channel: string, message: string): Id {
  return `${NAME}:${channel}/${message}`
}

/** Where a message of ours stands. */
export function standingAt({ id }: Ref): [channel: string, message: string] {
  const [channel = '', message = ''] = bare(id).split('/')
  return [channel, message]
}

/** What is older has a lower id, and what is newer a higher one. */
export function idAt(time: Instant): string {
  return String(BigInt(Math.max(Math.floor(time) - EPOCH, 0)) << 22n)
}
