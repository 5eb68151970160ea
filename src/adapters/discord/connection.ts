import { Client, DiscordAPIError, type DiscordjsError, Events, GatewayIntentBits, Partials } from 'discord.js'
import { OperatorError } from '../../core/errors.ts'

export const REST_TIMEOUT_MS = 10_000

/** A client that can ping nobody, asks for no privileged intent, and tries each call once. */
export function createClient(apiUrl: string): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    enforceNonce: true,
    rest: { api: apiUrl, retries: 0, timeout: REST_TIMEOUT_MS },
  })
}

/**
 * Logs in and waits until the servers are there, however long the gateway takes: the SDK dials again by itself. Rejects
 * with an OperatorError for a wrong token or intents.
 */
export async function login(client: Client, token: string): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve))
  try {
    await client.login(token)
  } catch (cause) {
    throw operatorsFault(cause) ?? cause
  }
  return ready
}

/** Resolves when discord.js will no longer reconnect by itself. */
export function lostForGood(client: Client): Promise<unknown> {
  return new Promise((resolve) => {
    client.once(Events.ShardDisconnect, resolve)
    client.once(Events.Invalidated, () => resolve(undefined))
  })
}

function operatorsFault(cause: unknown): OperatorError | null {
  const { code, message } = cause as Partial<DiscordjsError>
  const unauthorized = cause instanceof DiscordAPIError && cause.status === 401
  if (code === 'TokenInvalid' || unauthorized || /authentication failed/i.test(message ?? ''))
    return new OperatorError('Discord does not take the token: check DISCORD_TOKEN.', { cause })
  if (/intents/i.test(message ?? ''))
    return new OperatorError(`Discord refuses the intents: ${message}`, { cause })
  return null
}
