import type { WebClient } from '@slack/web-api'
import type { Done, Ref } from '../../core/contract.ts'
import { standingAt } from './address.ts'
import { errorCode, toFailed } from './fault.ts'

const NOT_PINNED = ['no_pin', 'not_pinned']

/** Pins a message of ours; one that is pinned stays so. */
export async function pin(client: WebClient, message: Ref): Promise<Done> {
  const { channel, ts: timestamp } = standingAt(message)
  try {
    await client.pins.add({ channel, timestamp })
    return { ok: true }
  } catch (error) {
    return errorCode(error) === 'already_pinned' ? { ok: true } : toFailed(error)
  }
}

/** Sees to it that a message of ours is not pinned, be it that it is no more. */
export async function unpin(client: WebClient, message: Ref): Promise<Done> {
  const { channel, ts: timestamp } = standingAt(message)
  try {
    await client.pins.remove({ channel, timestamp })
    return { ok: true }
  } catch (error) {
    const failed = toFailed(error)
    const done = failed.why === 'gone' || NOT_PINNED.includes(errorCode(error) ?? '')
    return done ? { ok: true } : failed
  }
}
