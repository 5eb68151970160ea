#!/usr/bin/env node
import { fstatSync } from 'node:fs'
import { Argument, Command, CommanderError, Option } from 'commander'
import about from '../package.json' with { type: 'json' }
import { type Config, loadConfig } from './config.ts'
import type { Platform } from './commands/render.ts'
import { OperatorError } from './core/errors.ts'
import * as wording from './core/wording.ts'

const CONNECT =
  'To connect Slack or Discord, follow “Slack in ten minutes” or “Discord in ten minutes” in README.md.'
const WRONG_USE = 2
/** This program, as it starts itself to read files. */
const PROGRAM = [process.argv[1] ?? '', 'read'] as const
/** What is over sooner needs no word. */
const PATIENCE_SECONDS = 1

const { stdin, stdout, stderr } = process
const warn = (line: string): void => void stderr.write(`${line}\n`)
const look = () => ({
  colour: stdout.isTTY && stdout.hasColors(),
  columns: (stdout.isTTY && stdout.columns) || Infinity,
})

/** On a terminal, how far the reading is. */
const progress = (done: number, of: number): void => {
  if (!stderr.isTTY || process.uptime() < PATIENCE_SECONDS) return
  stderr.write(`\r${wording.reading(done, of)}${done === of ? '\r\u001B[K' : ''}`)
}

/** Node reads nothing from a folder, and does not say so. */
function typed(): NodeJS.ReadStream {
  if (fstatSync(stdin.fd).isDirectory())
    throw new OperatorError('The questions cannot be read: standard input is a folder.')
  return stdin
}

async function startCommand({ data }: { data?: string }): Promise<void> {
  const config = await loadConfig(process.env)
  const dataDir = data ?? config.dataDir
  if (config.slack || config.discord) return startServing({ ...config, dataDir })
  const { chat } = await import('./commands/chat.ts')
  const interactive = Boolean(stdin.isTTY && stdout.isTTY)
  await chat(
    { ...config, dataDir, program: PROGRAM, welcome: CONNECT, warn, progress },
    { input: typed(), output: stdout, interactive, look, now: Date.now, warn },
  )
}

async function startServing(config: Config): Promise<void> {
  const stop = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop.abort())
  const { openLibrary } = await import('./commands/open.ts')
  const { openAdapters, openLedger, serve } = await import('./commands/serve.ts')
  const { createLog } = await import('./log.ts')
  const { slack, discord, logLevel } = config
  const password = 'url' in config.store ? new URL(config.store.url).password : undefined
  const secrets = [slack?.botToken, discord?.token, password, ...Object.values(slack?.way ?? {})]
  const log = createLog(
    logLevel,
    secrets.filter((secret) => typeof secret === 'string'),
  )
  process.setSourceMapsEnabled(true)
  // The SDKs lose promises; an error of one platform must not end the other.
  process.on('unhandledRejection', (reason) => log.error(`unhandled rejection: ${String(reason)}`))
  process.on('uncaughtException', (error) => log.error(`uncaught exception: ${error.stack ?? error.message}`))
  const opened = await openLibrary({ ...config, program: PROGRAM, warn: (line) => log.warn(line) })
  const adapters = await openAdapters(config, log)
  const ledger = await openLedger(config, log)
  const now = (): number => performance.now()
  process.exit(
    await serve({ ...config, opened, adapters, ledger, log, stop: stop.signal, now, clock: Date.now }),
  )
}

async function askCommand(words: string[], options: AskFlags): Promise<void> {
  const config = await loadConfig(process.env)
  const { openAssistant } = await import('./commands/open.ts')
  const { ask } = await import('./commands/ask.ts')
  const dataDir = options.data ?? config.dataDir
  const assistant = await openAssistant({ ...config, dataDir, program: PROGRAM, warn, progress })
  const question = words.join(' ')
  process.exitCode = await ask(assistant, question, {
    json: options.json ?? false,
    render: options.render,
    input: question === '-' ? typed() : stdin,
    output: stdout,
    look: look(),
    now: () => performance.now(),
  })
}

async function libraryCommand(options: LibraryFlags): Promise<void> {
  const config = await loadConfig(process.env)
  const { accept, library } = await import('./commands/library.ts')
  if (options.accept) {
    await accept(config)
    return warn(wording.LIBRARY_ACCEPTED)
  }
  const dataDir = options.data ?? config.dataDir
  const opened = { ...config, dataDir, program: PROGRAM, warn: () => {}, progress }
  stdout.write(await library(opened, { json: options.json ?? false }))
}

async function briefCommand(_what: string, options: BriefFlags): Promise<void> {
  const config = await loadConfig(process.env)
  const { brief } = await import('./commands/brief.ts')
  const dataDir = options.data ?? config.dataDir
  const open = { ...config, dataDir, program: PROGRAM, warn, progress }
  stdout.write(await brief({ ...open, render: options.render, look: look(), now: Date.now() }))
}

async function readCommand(): Promise<void> {
  const { serveReader } = await import('./core/library/file/child.ts')
  serveReader()
}

async function statusCommand(): Promise<void> {
  const config = await loadConfig(process.env)
  const { status } = await import('./commands/status.ts')
  stdout.write(`${(await status(config)).join('\n')}\n`)
}

interface LibraryFlags {
  json?: boolean
  data?: string
  accept?: boolean
}

interface BriefFlags {
  data?: string
  render?: Platform
}

interface AskFlags {
  json?: boolean
  data?: string
  render?: Platform
}

function program(): Command {
  const data = new Option('--data <folder>', 'the folder with the documents (default: DATA_DIR, or data)')
  const render = (): Option =>
    new Option('--render <platform>', 'print the message that the platform would get').choices([
      'slack',
      'discord',
    ])
  const root = new Command('attache')
    .description('Answers questions in the documents’ own words, with the place they stand.')
    .version(about.version)
    .exitOverride()
  root
    .command('start', { isDefault: true })
    .description('connect what is configured, or open the chat in the terminal')
    .addOption(data)
    .action(startCommand)
  root
    .command('ask')
    .description('answer a question; “-” reads questions from standard input, one a line')
    .argument('<question...>')
    .option('--json', 'write one JSON object a question')
    .addOption(render().conflicts('json'))
    .addOption(data)
    .action(askCommand)
  root
    .command('brief')
    .description('see today’s brief, as a channel that never had one would get it')
    .addArgument(new Argument('<what>').choices(['preview']))
    .addOption(render())
    .addOption(data)
    .action(briefCommand)
  root
    .command('library')
    .description('list the documents that are read, what is wrong with them, and what would make them better')
    .option('--json', 'write one JSON object')
    .option('--accept', 'let pass that more than half of the documents are gone')
    .addOption(data)
    .action(libraryCommand)
  // What reads files in a process of its own: see `createReaders`.
  root.command('read', { hidden: true }).action(readCommand)
  root
    .command('status')
    .description('what became of the requests of the last day, and whether the store answers')
    .action(statusCommand)
  return root
}

/** The only place that ends the process or speaks of its errors. */
async function main(): Promise<void> {
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    warn(`attache: the answers cannot be written to standard output (${error.code ?? error.message}).`)
    process.exit(WRONG_USE)
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

void main()
