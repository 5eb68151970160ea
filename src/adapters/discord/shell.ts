import {
  type ChatInputCommandInteraction,
  type Client,
  Events,
  type Interaction,
  type Message,
  MessageFlags,
  MessageType,
  REST,
} from 'discord.js'
import type { Adapter, Core, Request } from '../../core/contract.ts'
import type { Log } from '../../log.ts'
import { type Connection, createReconnect } from '../reconnect.ts'
import { ASK, registerCommands } from './command.ts'
import { createClient, login, lostForGood, REST_TIMEOUT_MS } from './connection.ts'
import { type Called, fromCommand, fromMessage, NAME, type Said, type Us } from './inbound.ts'
import { createMembers } from './members.ts'
import { find, post } from './post.ts'

export interface DiscordOptions {
  token: string
  /** The servers of the team; null: all it is in. */
  guilds: readonly string[] | null
  /** Without a `/` at the end. */
  apiUrl: string
  log: Log
  timeoutMs?: number
}

/** Discord: mentions, replies, direct messages and `/ask`. */
export function createDiscord({
  token,
  guilds,
  apiUrl,
  log,
  timeoutMs = REST_TIMEOUT_MS,
}: DiscordOptions): Adapter {
  const ownRest = new REST({ api: apiUrl, retries: 0, timeout: timeoutMs, version: '10' })
  // After a 401 on any call the SDK forgets the token.
  const rest = (): REST => ownRest.setToken(token)
  const memberOf = createMembers(rest)
  let us: Us = { user: '', guilds }
  let line: ReturnType<typeof createReconnect> | undefined

  const withMember = async (request: Request, client: Client): Promise<Request> => {
    if (request.person.member !== 'unknown') return request
    const servers = guilds ?? [...client.guilds.cache.keys()]
    const member = await memberOf(request.person.id.slice(NAME.length + 1), servers)
    return { ...request, person: { ...request.person, member } }
  }
  const onMessage = async (message: Message, core: Core): Promise<void> => {
    const request = fromMessage(toSaid(message), us)
    if (request) await core.accept(await withMember(request, message.client))
  }
  const onInteraction = async (interaction: Interaction, core: Core): Promise<void> => {
    if (!interaction.isChatInputCommand() || interaction.commandName !== ASK.name) return
    const request = fromCommand(toCalled(interaction), us)
    const first = core.first(request)
    if (first.show === 'wait')
      await interaction.deferReply(first.to === 'asker' ? { flags: MessageFlags.Ephemeral } : {})
    await core.accept(await withMember(request, interaction.client))
  }
  const dial = async (core: Core): Promise<Connection> => {
    const client = createClient(apiUrl)
    const failed = (error: Error): void => log.warn(`Discord: ${error.message}`)
    client.on(Events.Error, failed)
    client.on(Events.ShardError, failed)
    client.on(Events.MessageCreate, (message) => void onMessage(message, core).catch(failed))
    client.on(Events.InteractionCreate, (interaction) => void onInteraction(interaction, core).catch(failed))
    const lost = lostForGood(client)
    const ready = await login(client, token)
    us = { user: ready.user.id, guilds }
    await registerCommands(rest(), ready.application.id)
    if (guilds === null) sayWhere(ready, log)
    return { lost, close: () => client.destroy() }
  }
  return {
    name: NAME,
    async start(core) {
      line = createReconnect({ name: 'Discord', dial: () => dial(core), log })
      await line.start()
    },
    stop: async () => line?.stop(),
    send: (to, card, key) => post(rest(), to, card, key),
    find: (to) => find(rest(), to, us.user),
  }
}

function sayWhere(client: Client<true>, log: Log): void {
  const ids = [...client.guilds.cache.keys()].join(',')
  log.warn(`Discord: answering in every server I am in. To restrict it to these, set DISCORD_GUILDS=${ids}`)
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
    application: interaction.applicationId,
    token: interaction.token,
    question: interaction.options.getString('question') ?? '',
  }
}
