import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { type APIApplicationCommand, ApplicationCommandOptionType, type REST, Routes } from 'discord.js'
import { COMMAND_OPTION, COMMAND_TEXT } from '../../core/wording.ts'
import type { Log } from '../../log.ts'

const FIRST_DELAY_MS = 5_000
const LONGEST_DELAY_MS = 300_000
const GUILD = 0
const DIRECT = 1

/** What `/ask` is, as Discord keeps it. */
export const ASK = {
  name: 'ask',
  type: 1,
  description: COMMAND_TEXT,
  contexts: [GUILD, DIRECT],
  integration_types: [0],
  options: [
    {
      type: ApplicationCommandOptionType.String as const,
      name: 'question',
      description: COMMAND_OPTION,
      required: false,
      max_length: 1000,
    },
  ],
}

/** Registers the commands. Resolves after the first attempt; where that failed it goes on trying until Discord has taken them. */
export async function keepRegistered(
  rest: () => REST,
  application: string,
  { log, signal }: { log: Log; signal: AbortSignal },
): Promise<void> {
  try {
    await registerCommands(rest(), application)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    log.warn(`Discord: /ask cannot be registered yet: ${reason}`)
    void tryOn(() => registerCommands(rest(), application), signal)
  }
}

async function tryOn(attempt: () => Promise<void>, signal: AbortSignal): Promise<void> {
  for (let delay = FIRST_DELAY_MS; !signal.aborted; delay = Math.min(delay * 2, LONGEST_DELAY_MS)) {
    await sleep(delay, undefined, { signal }).catch(() => undefined)
    const done = await attempt().then(
      () => true,
      () => false,
    )
    if (done) return
  }
}

/** Registers the commands where they differ from those that Discord has; the same ones are left alone. */
async function registerCommands(rest: REST, application: string): Promise<void> {
  const route = Routes.applicationCommands(application)
  const registered = (await rest.get(route)) as APIApplicationCommand[]
  const [only, ...others] = registered
  if (only && others.length === 0 && isAsk(only)) return
  await rest.put(route, { body: [ASK] })
}

/** What Discord leaves out has its default. */
function isAsk(command: APIApplicationCommand): boolean {
  return isDeepStrictEqual(formOf(command), formOf(ASK))
}

type Form = Partial<Omit<APIApplicationCommand, 'options'>> & { options?: readonly object[] }

function formOf(command: Form): object {
  const { name, type, description, nsfw, default_member_permissions: managers, contexts } = command
  const where = [contexts ?? [], command.integration_types ?? [0]]
  const options = (command.options ?? []).map(optionOf)
  return { name, type, description, nsfw: nsfw ?? false, managers: managers ?? null, where, options }
}

function optionOf(option: object): object {
  const { type, name, description, required, max_length, choices } = option as Record<string, unknown>
  return { type, name, description, required: required ?? false, max_length, choices: choices ?? [] }
}
