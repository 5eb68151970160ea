import { setTimeout as sleep } from 'node:timers/promises'
import { type REST, Routes } from 'discord.js'
import type { Person } from '../../core/contract.ts'
import { errorCode, UNKNOWN_MEMBER } from './fault.ts'

const KEPT_MS = 10 * 60 * 1000
/** Of the three seconds that Discord gives an interaction. */
const ANSWER_MS = 1_500

/** Whether a user is a member of one of the servers; unknown where Discord does not tell in time. Kept for ten minutes. */
export function createMembers(rest: () => REST) {
  const known = new Map<string, { member: boolean; until: number }>()
  return async (user: string, guilds: readonly string[]): Promise<Person['member']> => {
    const kept = known.get(user)
    if (kept && kept.until > Date.now()) return kept.member
    const asked = Promise.all(guilds.map((guild) => isMember(rest(), guild, user)))
    const found = await Promise.race([
      asked,
      sleep<Person['member'][]>(ANSWER_MS, ['unknown'], { ref: false }),
    ])
    const member = found.includes(true) ? true : found.includes('unknown') ? 'unknown' : false
    if (member !== 'unknown') known.set(user, { member, until: Date.now() + KEPT_MS })
    return member
  }
}

async function isMember(rest: REST, guild: string, user: string): Promise<Person['member']> {
  try {
    await rest.get(Routes.guildMember(guild, user))
    return true
  } catch (error) {
    return errorCode(error) === UNKNOWN_MEMBER ? false : 'unknown'
  }
}
