import type { APIMessageTopLevelComponent } from 'discord-api-types/v10'
import { isObject } from './form.ts'
import type { Channel, Clock } from './guild.ts'
import type { Draft } from './limits.ts'
import type { Mentions } from './mention.ts'
import type { Message } from './message.ts'

/** A message before anything is said in it. */
export function blank(id: string, place: Channel, clock: Clock): Omit<Message, 'author' | keyof Mentions> {
  return {
    id,
    channel_id: place.id,
    content: '',
    timestamp: iso(clock),
    edited_timestamp: null,
    tts: false,
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    type: 0,
    flags: 0,
  }
}

/** What a draft sets in a message. */
export function fromDraft(draft: Draft): Partial<Message> {
  const { content, embeds, components, nonce, files } = draft
  return {
    ...(content !== undefined && { content }),
    ...(embeds && { embeds }),
    ...(components && { components: numbered(components) }),
    ...(nonce !== undefined && { nonce }),
    ...(files.length > 0 && {
      attachments: files.map((file, id) => ({ id: String(id), url: 'http://127.0.0.1/', ...file })),
    }),
  }
}

/** Discord gives every component of a message a number. */
function numbered(components: APIMessageTopLevelComponent[]): APIMessageTopLevelComponent[] {
  let count = 0
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk)
    if (!isObject(value)) return value
    const own = typeof value.type === 'number' ? { id: ++count } : {}
    const inner = Object.entries(value).map(([key, part]) => [
      key,
      ['components', 'accessory'].includes(key) ? walk(part) : part,
    ])
    return { ...own, ...Object.fromEntries(inner) }
  }
  return walk(components) as APIMessageTopLevelComponent[]
}

/** The time as Discord writes it. */
export function iso(clock: Clock): string {
  return new Date(clock.now()).toISOString().replace('Z', '000+00:00')
}
