#!/usr/bin/env node
import { createRequire } from 'node:module'
import { Command, CommanderError, Option } from 'commander'
import { loadConfig } from './config.ts'
import { OperatorError } from './core/errors.ts'

const CONNECT =
  'To connect Slack or Discord, follow “Slack in ten minutes” or “Discord in ten minutes” in README.md.'
const WRONG_USE = 2

const { stdin, stdout, stderr } = process
const warn = (line: string): void => void stderr.write(`${line}\n`)
const look = () => ({
  colour: stdout.isTTY && stdout.hasColors(),
  columns: stdout.isTTY ? stdout.columns : Infinity,
})

async function startCommand({ data }: { data?: string }): Promise<void> {
  const config = await loadConfig(process.env)
  const { openAssistant } = await import('./commands/open.ts')
  const { chat } = await import('./commands/start.ts')
  const dataDir = data ?? config.dataDir
  const assistant = await openAssistant({ dataDir, locale: config.locale, welcome: CONNECT, warn })
  const interactive = Boolean(stdin.isTTY && stdout.isTTY)
  await chat(assistant, { input: stdin, output: stdout, interactive, look, now: Date.now, warn })
}

async function askCommand(words: string[], options: { json?: boolean; data?: string }): Promise<void> {
  const config = await loadConfig(process.env)
  const { openAssistant } = await import('./commands/open.ts')
  const { ask } = await import('./commands/ask.ts')
  const dataDir = options.data ?? config.dataDir
  const assistant = await openAssistant({ dataDir, locale: config.locale, warn })
  const now = (): number => performance.now()
  const json = options.json ?? false
  process.exitCode = await ask(assistant, words.join(' '), {
    json,
    input: stdin,
    output: stdout,
    look: look(),
    now,
  })
}

function program(): Command {
  const { version } = createRequire(import.meta.url)('../package.json') as { version: string }
  const data = new Option('--data <folder>', 'the folder with the documents (default: DATA_DIR, or data)')
  const root = new Command('attache')
    .description('Answers questions in the documents’ own words, with the place they stand.')
    .version(version)
    .exitOverride()
  root
    .command('start', { isDefault: true })
    .description('open the chat in the terminal')
    .addOption(data)
    .action(startCommand)
  root
    .command('ask')
    .description('answer a question; “-” reads questions from standard input, one a line')
    .argument('<question...>')
    .option('--json', 'write one JSON object a question')
    .addOption(data)
    .action(askCommand)
  return root
}

/** The only place that ends the process or speaks of its errors. */
async function main(): Promise<void> {
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
  try {
    await program().parseAsync()
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : WRONG_USE
    else if (error instanceof OperatorError) {
      warn(`attache: ${error.message}`)
      process.exitCode = WRONG_USE
    } else throw error
  }
}

await main()
