import { type APIApplicationCommand, ApplicationCommandOptionType, type REST, Routes } from 'discord.js'
import { COMMAND_OPTION, COMMAND_TEXT } from '../../core/wording.ts'

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

/** Registers the commands where they differ from those that Discord has; the same ones are left alone. */
export async function registerCommands(rest: REST, application: string): Promise<void> {
  const route = Routes.applicationCommands(application)
  const registered = (await rest.get(route)) as APIApplicationCommand[]
  if (registered.length === 1 && registered[0] && isAsk(registered[0])) return
  await rest.put(route, { body: [ASK] })
}

function isAsk(command: APIApplicationCommand): boolean {
  const option = command.options?.[0]
  return (
    command.name === ASK.name &&
    command.description === ASK.description &&
    command.options?.length === 1 &&
    option?.name === ASK.options[0]?.name &&
    option?.description === ASK.options[0]?.description &&
    (command.contexts ?? []).join() === ASK.contexts.join()
  )
}
