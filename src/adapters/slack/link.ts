import { setTimeout as sleep } from 'node:timers/promises'
import type { WebClient } from '@slack/web-api'
import type { Ref } from '../../core/contract.ts'
import { standingAt } from './address.ts'

const ANSWER_MS = 1_000

/** Where a message can be opened, as Slack tells within a second; null where it does not. */
export async function linkTo(client: WebClient, message: Ref): Promise<string | null> {
  return Promise.race([ask(client, message), sleep(ANSWER_MS, null, { ref: false })])
}

async function ask(client: WebClient, message: Ref): Promise<string | null> {
  const { channel, ts: message_ts } = standingAt(message)
  try {
    const { permalink } = await client.chat.getPermalink({ channel, message_ts })
    return permalink ?? null
  } catch {
    return null
  }
}
