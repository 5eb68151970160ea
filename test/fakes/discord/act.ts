import type { APIMessageComponent } from 'discord-api-types/v10'
import type { Core } from './core.ts'
import { isObject, type Json } from './form.ts'
import type { GatewayEvent } from './gateway.ts'
import { DM, type Channel, type User } from './guild.ts'
import type { Interaction } from './interaction.ts'
import { commandData, contextOf, interactionJson, type Value } from './invoke.ts'
import { readMessage } from './limits.ts'
import { REPLY, type Stored } from './message.ts'
import { Permission } from './permission.ts'
import { pin } from './pin-route.ts'

/** What somebody did; `id` is that of the message or of the interaction. */
export interface Handle {
  id: string
  channel: string
  event: GatewayEvent
}
/** Who acts; the first member of the team when not said. */
export interface By {
  by?: string
}
export type Where = By & { install?: 'user' } & ({ channel: string } | { dm: string })

/** What people (and other bots, and webhooks) do; throws where Discord's client would not let them. */
export function createActs(core: Core, usual: User) {
  const { world, messages, interactions, commands, emit } = core
  const channel = (id: string): Channel => world.channels.get(id) ?? fail(`There is no channel ${id}`)
  const stored = (id: string): Stored => messages.find(id) ?? fail(`There is no message ${id}`)
  const handle = (one: Stored): Handle => {
    const create = messages.eventOf('MESSAGE_CREATE', one)
    return { id: one.message.id, channel: one.place.id, event: create }
  }
  const speak = (place: Channel, text: string, by: string, reply?: { to: string; ping: boolean }): Handle => {
    const author = world.users.get(by) ?? fail(`There is no user ${by}`)
    const speaks = Permission.send | Permission.sendInThreads
    if (place.type !== DM && !(world.permissions(place, by) & speaks))
      throw new Error('This user cannot write here')
    const allowed = reply && {
      allowed_mentions: { parse: ['users', 'roles', 'everyone'], replied_user: reply.ping },
    }
    const message_reference = reply && {
      type: 0,
      channel_id: place.id,
      message_id: reply.to,
      ...(place.guild_id && { guild_id: place.guild_id }),
    }
    const draft = readMessage({ content: text, ...allowed })
    return handle(
      messages.add(place, {
        author,
        draft,
        type: reply ? REPLY : 0,
        ...(message_reference && { message_reference }),
      }),
    )
  }
  const place = (where: Where): { place: Channel; user: string } => {
    if ('dm' in where) return { place: world.direct(where.dm), user: where.dm }
    return { place: channel(where.channel), user: where.by ?? usual.id }
  }
  const start = (one: Interaction, data: Json): Handle => {
    const payload = interactionJson(core, one, data)
    const event = { t: 'INTERACTION_CREATE', intents: 0, d: () => payload }
    emit(event)
    return { id: one.id, channel: one.place.id, event }
  }
  const open = (type: number, name: string, where: Where, source?: Stored): Interaction => {
    const userInstalled = where.install === 'user'
    return interactions.open({ type, name, ...place(where), userInstalled, source })
  }
  const command = (name: string, type: number, where: Where) => {
    const at = place(where)
    const guild = world.guildOf(at.place)
    if (guild && !guild.members.has(at.user)) throw new Error('This user is no member here')
    const found = commands.offered(name, type, { guild, user: at.user, context: contextOf(at.place) })
    if (where.install === 'user' && !found.integration_types?.includes(1))
      throw new Error(`"${name}" is not user-installed`)
    return { ...at, found }
  }

  return {
    /** Says something, exactly as written; a user, or another bot given as `by`. */
    say: (id: string, text: string, { by }: By = {}): Handle => speak(channel(id), text, by ?? usual.id),
    mention: (id: string, text: string, { by }: By = {}): Handle =>
      speak(channel(id), `<@${world.bot.id}> ${text}`, by ?? usual.id),
    reply(to: string, text: string, { ping = true, by }: By & { ping?: boolean } = {}): Handle {
      return speak(stored(to).place, text, by ?? usual.id, { to, ping })
    },
    direct: (user: string, text: string): Handle => speak(world.direct(user), text, user),
    /** A webhook of the channel speaks. */
    hook(id: string, text: string, name = 'hook'): Handle {
      const author = {
        ...usual,
        id: world.id(),
        username: name,
        global_name: null,
        discriminator: '0000',
        bot: true,
      }
      return handle(
        messages.add(channel(id), { author, draft: readMessage({ content: text }), webhook_id: author.id }),
      )
    },
    edit(id: string, text: string): Handle {
      const one = stored(id)
      const event = messages.edit(one, readMessage({ content: text }))
      return { id, channel: one.place.id, event }
    },
    /** Pins a message, whoever wrote it. */
    pin: (id: string, { by }: By = {}): void =>
      pin(core, stored(id), world.users.get(by ?? usual.id) ?? usual),
    remove(id: string): Handle {
      const one = stored(id)
      return { id, channel: one.place.id, event: messages.remove(one) }
    },
    /** Runs a registered command; a subcommand stands after a space. */
    slash(name: string, values: Record<string, Value>, where: Where): Handle {
      const [first = '', ...path] = name.split(' ')
      const { found, place: at } = command(first, 1, where)
      return start(open(2, name, where), commandData(world, at, found, path, values))
    },
    /** Types into an option that completes itself. */
    complete(name: string, option: string, value: string, where: Where): Handle {
      const { found } = command(name, 1, where)
      if (!found.options?.some((one) => one.name === option && one.autocomplete))
        throw new Error(`"${option}" does not complete`)
      const options = [{ name: option, type: 3, value, focused: true }]
      return start(open(4, name, where), { id: found.id, name, type: 1, options })
    },
    /** Uses a message command of the context menu. */
    menu(name: string, messageId: string, { by }: By = {}): Handle {
      const target = stored(messageId)
      const where = { channel: target.place.id, by: by ?? usual.id }
      const { found } = command(name, 3, where)
      const resolved = { messages: { [messageId]: messages.show(target, true) } }
      return start(open(2, name, where), { id: found.id, name, type: 3, target_id: messageId, resolved })
    },
    /** Presses a button, or picks `values` in a select. */
    press(messageId: string, customId: string, { by, values }: By & { values?: string[] } = {}): Handle {
      const source = stored(messageId)
      const user = by ?? (source.place.recipients?.[0]?.id || usual.id)
      const component = componentsOf(source.message.components).find((one) => one.custom_id === customId)
      if (source.seenBy && source.seenBy !== user) throw new Error('This user does not see the message')
      if (!component || component.disabled) throw new Error(`There is nothing to press as "${customId}"`)
      const data = {
        component_type: component.type,
        custom_id: customId,
        id: component.id,
        ...(values && { values }),
      }
      return start(open(3, customId, { channel: source.place.id, by: user }, source), data)
    },
    /** Fills in and sends the modal that an interaction opened. */
    submit(of: string, values: Record<string, string>): Handle {
      const from = interactions.get(of)
      if (!from?.modal) throw new Error('No modal is open')
      const components = componentsOf(from.modal.components).filter((one) => one.custom_id !== undefined)
      const filled = components.map(({ type, custom_id }) => ({
        type: 1,
        components: [{ type, custom_id, value: values[String(custom_id)] ?? '' }],
      }))
      const name = String(from.modal.custom_id)
      const one = open(5, name, { channel: from.place.id, by: from.user }, from.source)
      return start(one, { custom_id: name, components: filled })
    },
    /** Delivers the same event once more. */
    replay: (one: Handle): void => emit(one.event),
  }
}

function componentsOf(value: unknown): (Partial<APIMessageComponent> & Json)[] {
  if (Array.isArray(value)) return value.flatMap(componentsOf)
  if (!isObject(value)) return []
  return [
    value as Json,
    ...componentsOf(value.components),
    ...componentsOf(value.component),
    ...componentsOf(value.accessory),
  ]
}

function fail(message: string): never {
  throw new Error(message)
}
