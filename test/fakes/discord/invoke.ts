import type { Command, Option } from './command.ts'
import type { Core } from './core.ts'
import type { Json } from './form.ts'
import { DM, type Channel, type World } from './guild.ts'
import { channelJson, memberJson } from './guild-json.ts'
import type { Interaction } from './interaction.ts'
import { owners } from './interaction-json.ts'

export type Value = string | number | boolean

/** The payload of INTERACTION_CREATE, for `data` of any kind. */
export function interactionJson(core: Core, one: Interaction, data: Json): Json {
  const { world, messages } = core
  const { place } = one
  const home = world.guildOf(place)
  const member = home?.members.get(one.user)
  const user = world.users.get(one.user)
  const permissions = String(world.permissions(place, one.user))
  const features: string[] = []
  const who = member ? { member: { ...memberJson(member), permissions } } : { user }
  const where = home && {
    guild_id: home.id,
    guild_locale: 'en-US',
    guild: { id: home.id, locale: 'en-US', features },
  }
  return {
    id: one.id,
    application_id: world.application,
    type: one.type,
    data,
    token: one.token,
    version: 1,
    channel_id: place.id,
    channel: channelJson(place),
    ...where,
    ...who,
    app_permissions: String(world.permissions(place, world.bot.id)),
    locale: 'en-US',
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: owners(one),
    context: contextOf(place),
    attachment_size_limit: 10_485_760,
    ...(one.source && { message: messages.show(one.source, true) }),
  }
}

/** Guild 0, direct message with the bot 1. */
export function contextOf(place: Channel): number {
  return place.type === DM ? 1 : 0
}

/** The data of a command as Discord's client sends it; throws on what that client would not let through. */
export function commandData(
  world: World,
  place: Channel,
  command: Command,
  path: string[],
  values: Record<string, Value>,
): Json {
  const chain = path.map((_, depth) => path.slice(0, depth + 1)).map((names) => optionAt(command, names))
  const last: { options?: Option[] } = chain.at(-1) ?? command
  if (last.options?.some(({ type }) => type <= 2)) throw new Error(`"${command.name}" needs a subcommand`)
  const leaves = leavesOf(last.options ?? [], values)
  const options = chain.reduceRight<Json[]>(
    (inner, { name, type }) => [{ name, type, options: inner }],
    leaves,
  )
  const scope = command.guild_id ? { guild_id: command.guild_id } : {}
  const resolved = resolve(world, place, last.options ?? [], values)
  return { id: command.id, name: command.name, type: 1, options, ...scope, ...(resolved && { resolved }) }
}

function optionAt(command: Command, names: string[]): Option {
  const start: { options?: Option[] } = command
  const found = names.reduce<{ options?: Option[] } | undefined>(
    (at, name) => at?.options?.find((one) => one.name === name && one.type <= 2),
    start,
  )
  if (!found) throw new Error(`"${command.name}" has no subcommand "${names.join(' ')}"`)
  return found as Option
}

function leavesOf(options: Option[], values: Record<string, Value>): Json[] {
  const unknown = Object.keys(values).find((name) => !options.some((one) => one.name === name))
  if (unknown !== undefined) throw new Error(`There is no option "${unknown}"`)
  return options.flatMap((option) => {
    const value = values[option.name]
    if (value === undefined && option.required) throw new Error(`The option "${option.name}" is required`)
    if (value === undefined) return []
    checkValue(option, value)
    return [{ name: option.name, type: option.type, value }]
  })
}

const TYPES: Record<number, string> = { 4: 'number', 5: 'boolean', 10: 'number' }

function checkValue(option: Option, value: Value): void {
  const { name, choices, min_length, max_length, min_value, max_value } = option
  const size = typeof value === 'string' ? value.length : Number(value)
  const [min, max] =
    typeof value === 'string'
      ? [min_length ?? 0, max_length ?? 6000]
      : [min_value ?? -Infinity, max_value ?? Infinity]
  if (typeof value !== (TYPES[option.type] ?? 'string')) throw new Error(`"${name}" takes no ${typeof value}`)
  if (choices?.length && !choices.some((choice) => choice.value === value))
    throw new Error(`"${name}" has no such choice`)
  if (size < min || size > max) throw new Error(`"${name}" must be between ${min} and ${max}`)
}

function resolve(
  world: World,
  place: Channel,
  options: Option[],
  values: Record<string, Value>,
): Json | undefined {
  const home = world.guildOf(place)
  const picked = (type: number): string[] =>
    options.filter((one) => one.type === type).flatMap(({ name }) => String(values[name] ?? '') || [])
  const channels = picked(7).map((id) => [id, resolvedChannel(world, id, place)] as const)
  const users = picked(6).map((id) => [id, world.users.get(id)] as const)
  const members = users.flatMap(([id]) => {
    const member = home?.members.get(id)
    return member ? [[id, memberJson(member, false)] as const] : []
  })
  if (!channels.length && !users.length) return undefined
  const part = (key: string, list: readonly (readonly [string, unknown])[]): Json =>
    list.length ? { [key]: Object.fromEntries(list) } : {}
  return { ...part('channels', channels), ...part('users', users), ...part('members', members) }
}

function resolvedChannel(world: World, id: string, from: Channel): Json {
  const channel = world.channels.get(id)
  if (!channel || channel.guild_id !== from.guild_id)
    throw new Error(`The channel ${id} cannot be picked here`)
  const { type, name, parent_id = null } = channel
  const app_permissions = String(world.permissions(channel, world.bot.id))
  return { id, type, name, parent_id, permissions: app_permissions, app_permissions }
}
