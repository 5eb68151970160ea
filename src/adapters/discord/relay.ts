/** What discord.js hands over, on its way to the core. */

import {
  type ChatInputCommandInteraction,
  type Client,
  type CommandInteractionOption,
  Events,
  type Interaction,
  type Message,
  MessageFlags,
  MessageType,
} from 'discord.js'
import type { Core, Person, Request } from '../../core/contract.ts'
import { COMMANDS } from './command.ts'
import type { Deferring } from './deferring.ts'
import { type Called, fromCommand, fromMessage, NAME, type Option, type Said, type Us } from './inbound.ts'

export interface RelayOptions {
  core: Core
  us: () => Us
  /** Whether a user is a member of one of the servers. */
  memberOf: (user: string, guilds: readonly string[]) => Promise<Person['member']>
  deferring: Deferring
  failed: (error: Error) => void
}

/** Hands what people say to the client on to the core. */
export function relay(client: Client, { core, us, memberOf, deferring, failed }: RelayOptions): void {
  const withMember = async (request: Request): Promise<Request> => {
    if (request.person.member !== 'unknown') return request
    const servers = us().guilds ?? [...client.guilds.cache.keys()]
    const member = await memberOf(request.person.id.slice(NAME.length + 1), servers)
    return { ...request, person: { ...request.person, member } }
  }
  const onMessage = async (message: Message): Promise<void> => {
    const request = fromMessage(toSaid(message), us())
    if (request) await core.accept(await withMember(request))
  }
  const onInteraction = async (interaction: Interaction): Promise<void> => {
    if (!interaction.isChatInputCommand()) return
    if (!COMMANDS.some(({ name }) => name === interaction.commandName)) return
    const request = fromCommand(toCalled(interaction), us())
    const first = core.first(request)
    const recorded = withMember(request).then((complete) => core.accept(complete))
    if (first.show === 'wait')
      deferring.hold(
        request.reply.secret ?? '',
        recorded.then(() => defer(interaction, first.to === 'asker')),
      )
    await recorded
  }
  client.on(Events.MessageCreate, (message) => void onMessage(message).catch(failed))
  client.on(Events.InteractionCreate, (interaction) => void onInteraction(interaction).catch(failed))
}

/** A lost response is no reason not to answer: the answer itself shows whether Discord takes it. */
async function defer(interaction: ChatInputCommandInteraction, ephemeral: boolean): Promise<void> {
  await interaction.deferReply(ephemeral ? { flags: MessageFlags.Ephemeral } : {}).catch(() => undefined)
}

function toSaid(message: Message): Said {
  const { author, mentions, type } = message
  return {
    id: message.id,
    at: message.createdTimestamp,
    channel: message.channelId,
    guild: message.guildId,
    author: { id: author.id, bot: author.bot || message.webhookId !== null },
    content: message.content,
    mentions: mentions.users.map((user) => ({ id: user.id, name: user.displayName })),
    ordinary: type === MessageType.Default || type === MessageType.Reply,
  }
}

function toCalled(interaction: ChatInputCommandInteraction): Called {
  return {
    id: interaction.id,
    at: interaction.createdTimestamp,
    channel: interaction.channelId,
    guild: interaction.guildId,
    user: interaction.user.id,
    shownAs: interaction.inCachedGuild() ? interaction.member.displayName : interaction.user.displayName,
    permissions: interaction.memberPermissions?.bitfield ?? null,
    application: interaction.applicationId,
    token: interaction.token,
    name: interaction.commandName,
    options: interaction.options.data.map(toOption),
  }
}

function toOption({ name, value, options }: CommandInteractionOption): Option {
  return {
    name,
    ...(value !== undefined && { value }),
    ...(options && { options: options.map(toOption) }),
  }
}
