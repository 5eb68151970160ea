import type { Json } from './form.ts'
import { check, checkAll } from './command-form.ts'
import { refuse } from './error.ts'
import { hasPermissions, type Guild, type World } from './guild.ts'

/** An option of a command, as registered. */
export interface Option {
  name: string
  description: string
  type: number
  required?: boolean
  autocomplete?: boolean
  options?: Option[]
  choices?: { name: string; value: string | number }[]
  min_length?: number
  max_length?: number
  min_value?: number
  max_value?: number
}
/** A registered command. */
export interface Command {
  id: string
  application_id: string
  guild_id?: string
  type: number
  name: string
  description: string
  options?: Option[]
  contexts?: number[] | null
  integration_types?: number[]
  default_member_permissions: string | null
  version: string
}
export type Commands = ReturnType<typeof createCommands>

/** The registered commands, by scope: a guild's id, or `global`. */
export function createCommands(world: World) {
  const scopes = new Map<string, Command[]>()
  const counts = { creates: 0 }
  const scope = (guild?: string): Command[] => scopes.get(guild ?? 'global') ?? []
  const find = (id: string, guild?: string): Command =>
    scope(guild).find((one) => one.id === id) ?? refuse(10063)
  const make = (body: Json, guild: string | undefined, old: Command | undefined): Command => {
    const type = Number(body.type ?? old?.type ?? 1)
    if (!old) counts.creates += 1
    if (counts.creates > 200) refuse(30034)
    const own = { id: old?.id ?? world.id(), application_id: world.application, version: world.id(), type }
    const defaults = {
      description: '',
      default_member_permissions: null,
      dm_permission: true,
      nsfw: false,
      contexts: null,
      integration_types: [0],
    }
    return { ...defaults, ...body, ...own, ...(guild && { guild_id: guild }) } as unknown as Command
  }
  const same = (body: Json, list: Command[]): Command | undefined =>
    list.find((one) => one.name === body.name && one.type === (body.type ?? 1))

  return {
    counts,
    scope,
    find,
    /** Replaces a scope; a command that stays keeps its id and is not counted as created. */
    put(body: unknown, guild?: string): Command[] {
      const list = checkAll(body)
      if (list.filter((one) => (one.type ?? 1) === 1).length > 100) refuse(30032)
      const made = list.map((one) => make(one, guild, same(one, scope(guild))))
      scopes.set(guild ?? 'global', made)
      return made
    },
    post(body: Json, guild?: string): Command {
      check(body)
      const old = same(body, scope(guild))
      const made = make(body, guild, old)
      scopes.set(guild ?? 'global', [...scope(guild).filter((one) => one !== old), made])
      return made
    },
    patch(id: string, body: Json, guild?: string): Command {
      const old = find(id, guild)
      check({ ...old, ...body })
      const made = make({ ...old, ...body }, guild, old)
      scopes.set(
        guild ?? 'global',
        scope(guild).map((one) => (one === old ? made : one)),
      )
      return made
    },
    remove(id: string, guild?: string): void {
      const old = find(id, guild)
      scopes.set(
        guild ?? 'global',
        scope(guild).filter((one) => one !== old),
      )
    },
    /** The command a user sees under this name in this place; throws where Discord's client would not offer it. */
    offered(
      name: string,
      type: number,
      at: { guild?: Guild | undefined; user: string; context: number },
    ): Command {
      const found = [...scope(at.guild?.id ?? 'none'), ...scope()].find(
        (one) => one.name === name && one.type === type,
      )
      if (!found) throw new Error(`There is no command "${name}" here`)
      if (found.contexts && !found.contexts.includes(at.context))
        throw new Error(`"${name}" is not for this place`)
      const needed = found.default_member_permissions
      if (at.guild && needed !== null && !hasPermissions(at.guild, at.user, BigInt(needed))) {
        throw new Error(`This member may not use "${name}"`)
      }
      return found
    },
  }
}
