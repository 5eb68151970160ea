import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { type APIApplicationCommand, ApplicationCommandOptionType, type REST, Routes } from 'discord.js'
import { ABOUT, ASK, BRIEF, BRIEF_VERBS, type Field, TOPICS } from '../../core/commands.ts'
import { BRIEF_TEXT } from '../../core/briefs/wording.ts'
import { ABOUT_OPTION, ABOUT_TEXT, COMMAND_OPTION, COMMAND_TEXT } from '../../core/wording.ts'
import type { Log } from '../../log.ts'

const FIRST_DELAY_MS = 5_000
const LONGEST_DELAY_MS = 300_000
const GUILD = 0
const DIRECT = 1

const ANYWHERE = { type: 1, contexts: [GUILD, DIRECT], integration_types: [0] }
const { Boolean: FLAG, String: TEXT, Subcommand: VERB } = ApplicationCommandOptionType
const LONGEST_VALUE = 200

/** The commands as Discord keeps them, with the options that their words come in. */
export const COMMANDS = [
  {
    ...ANYWHERE,
    name: ASK,
    description: COMMAND_TEXT,
    options: [
      { type: TEXT, name: 'question', description: COMMAND_OPTION, required: false, max_length: 1000 },
    ],
  },
  {
    ...ANYWHERE,
    name: ABOUT,
    description: ABOUT_TEXT,
    options: [
      {
        type: TEXT,
        name: 'what',
        description: ABOUT_OPTION,
        required: true,
        choices: Object.keys(TOPICS).map(toChoice),
      },
    ],
  },
  {
    ...ANYWHERE,
    name: BRIEF,
    description: BRIEF_TEXT,
    options: BRIEF_VERBS.map(({ verb, tells, fields }) => ({
      type: VERB,
      name: verb,
      description: tells,
      options: fields.map(toOption),
    })),
  },
]

function toOption({ name, tells, required, choices, flag }: Field) {
  const about = { name, description: tells, required: required ?? false }
  if (flag) return { ...about, type: FLAG }
  return {
    ...about,
    type: TEXT,
    ...(choices ? { choices: choices.map(toChoice) } : { max_length: LONGEST_VALUE }),
  }
}

function toChoice(value: string): { name: string; value: string } {
  return { name: value, value }
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
    log.warn(`Discord: the commands cannot be registered yet: ${reason}`)
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
  const byName = (one: Form, other: Form): number => ((one.name ?? '') < (other.name ?? '') ? -1 : 1)
  const forms = (commands: readonly Form[]): object[] => commands.toSorted(byName).map(formOf)
  if (isDeepStrictEqual(forms(registered), forms(COMMANDS))) return
  await rest.put(route, { body: COMMANDS })
}

type Form = Partial<Omit<APIApplicationCommand, 'options'>> & { options?: readonly object[] }

interface Option {
  type: number
  name: string
  description: string
  required?: boolean | null
  max_length?: number | null
  choices?: { name: string; value: unknown }[] | null
  options?: readonly object[] | null
}

/** What Discord leaves out has its default, and so has what it fills in with nothing. */
function formOf(command: Form): object {
  const { name, type, description, nsfw, default_member_permissions: managers, contexts } = command
  const where = [contexts ?? [], command.integration_types ?? [0]]
  const options = (command.options ?? []).map(optionOf)
  return { name, type, description, nsfw: nsfw ?? false, managers: managers ?? null, where, options }
}

function optionOf(option: object): object {
  const { type, name, description, required, max_length: longest, choices, options } = option as Option
  const offered = (choices ?? []).map((choice) => [choice.name, choice.value])
  const inner = (options ?? []).map(optionOf)
  return { type, name, description, required: required ?? false, longest: longest ?? null, offered, inner }
}
