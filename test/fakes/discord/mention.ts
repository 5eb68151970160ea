import type { Channel, User, World } from './guild.ts'
import type { Allowed } from './limits.ts'
import type { Message, Stored } from './message.ts'
import { Permission } from './permission.ts'

/** Whom a message notifies. */
export interface Mentions {
  mentions: User[]
  mention_roles: string[]
  mention_everyone: boolean
}

/** Whom a message notifies: what it names, less what `allowed_mentions` or the author's permissions leave out. */
export function mentionsIn(
  world: World,
  place: Channel,
  message: Omit<Message, keyof Mentions>,
  allowed: Allowed | undefined,
  target: Stored | undefined,
): Mentions {
  const hook = message.webhook_id !== undefined
  const parse = allowed ? (allowed.parse ?? []) : hook ? ['users'] : ['users', 'roles', 'everyone']
  const text = message.content.replace(/(`+)[\s\S]*?\1/g, '')
  const named = (pattern: RegExp, kind: 'users' | 'roles'): string[] =>
    [...text.matchAll(pattern)]
      .map(([, id]) => id ?? '')
      .filter((id) => parse.includes(kind) || allowed?.[kind]?.includes(id))
  const replied = target && (allowed ? allowed.replied_user === true : true) ? [target.message.author.id] : []
  const users = new Set([...named(/<@!?(\d+)>/g, 'users'), ...replied])
  const roles = world.guildOf(place)?.roles.map(({ id }) => id) ?? []
  const mayCallAll = (world.permissions(place, message.author.id) & Permission.mentionEveryone) !== 0n
  return {
    mentions: [...users].flatMap((id) => world.users.get(id) ?? []),
    mention_roles: [...new Set(named(/<@&(\d+)>/g, 'roles'))].filter((id) => roles.includes(id)),
    mention_everyone: mayCallAll && parse.includes('everyone') && /@(everyone|here)\b/.test(text),
  }
}
