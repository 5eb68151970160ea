import { type APIMessage, MessageType, type REST, Routes } from 'discord.js'
import type { Done, Ref } from '../../core/contract.ts'
import { standingAt } from './address.ts'
import { toFailed } from './fault.ts'

const LATEST = '50'

/** Pins a message of ours, and takes away the notice that Discord posts of it where we may. One that is pinned stays so. */
export async function pin(rest: REST, message: Ref, us: string): Promise<Done> {
  const [channel, id] = standingAt(message)
  try {
    await rest.put(Routes.channelMessagesPin(channel, id))
  } catch (error) {
    return toFailed(error)
  }
  await removeNotice(rest, channel, { of: id, us }).catch(() => undefined)
  return { ok: true }
}

/** Sees to it that a message of ours is not pinned, be it that it is no more. */
export async function unpin(rest: REST, message: Ref): Promise<Done> {
  try {
    await rest.delete(Routes.channelMessagesPin(...standingAt(message)))
    return { ok: true }
  } catch (error) {
    const failed = toFailed(error)
    return failed.why === 'gone' ? { ok: true } : failed
  }
}

/** Discord does not tell which message is the notice. */
async function removeNotice(rest: REST, channel: string, { of, us }: { of: string; us: string }) {
  const query = new URLSearchParams({ limit: LATEST })
  const messages = (await rest.get(Routes.channelMessages(channel), { query })) as APIMessage[]
  const notice = messages.find(
    ({ type, author, message_reference: about }) =>
      type === MessageType.ChannelPinnedMessage && author.id === us && about?.message_id === of,
  )
  if (notice) await rest.delete(Routes.channelMessage(channel, notice.id))
}
