import { createInterface, type Interface } from 'node:readline'
import type { Adapter, Card, Core, Intent } from '../../core/contract.ts'
import { NAME, toIntent, toRequest } from './inbound.ts'
import { type Look, renderCard } from './render.ts'

export interface ConsoleOptions {
  input: NodeJS.ReadableStream
  output: NodeJS.WritableStream
  /** Someone types: show a prompt. Otherwise the lines come from a pipe. */
  interactive: boolean
  look: () => Look
  now: () => number
  /** The input has ended and every line has its answer, or it cannot be read any further. */
  onEnd: (error?: Error) => void
}

/** A chat in the terminal: a line is a question, answered before the next one is read. */
export function createConsole({ input, output, interactive, look, now, onEnd }: ConsoleOptions): Adapter {
  const waiting = new Map<string, () => void>()
  let lines: Interface | undefined
  let count = 0

  const print = (card: Card): void => void output.write(`${renderCard(card, look())}\n\n`)
  const relay = async (core: Core, intent: Intent): Promise<void> => {
    count += 1
    const thread = String(count)
    const answered = new Promise<void>((resolve) => waiting.set(thread, resolve))
    await core.accept(toRequest(intent, thread, now()))
    await answered
  }
  const converse = async (core: Core, typed: Interface): Promise<void> => {
    // Lines that come before anyone iterates would be lost.
    const written = typed[Symbol.asyncIterator]()
    await relay(core, { do: 'arrive', what: 'direct' })
    typed.prompt()
    for await (const line of { [Symbol.asyncIterator]: () => written }) {
      if (line.trim() !== '') await relay(core, toIntent(line))
      typed.prompt()
    }
  }
  return {
    name: NAME,
    async start(core) {
      const prompt = interactive ? '> ' : ''
      lines = createInterface({ input, ...(interactive && { output }), terminal: interactive, prompt })
      input.once('error', onEnd)
      if (interactive) lines.once('close', () => output.write('\n'))
      converse(core, lines).then(() => onEnd(), onEnd)
    },
    async stop() {
      lines?.close()
    },
    async send(to, card) {
      print(card)
      const thread = to.thread ?? ''
      waiting.get(thread)?.()
      waiting.delete(thread)
      return { ok: true, message: { target: to, id: `${to.place}:${thread}` } }
    },
    async find() {
      return 'cannot look'
    },
    async edit(_, card) {
      print(card)
      return { ok: true }
    },
    pin: async () => ({ ok: true }),
    unpin: async () => ({ ok: true }),
    linkTo: async () => null,
    inspect: async () => ({ readers: 'one', state: 'here', lacks: [] }),
    pace: { posts: { everyMs: 0, burst: 1 }, pins: { everyMs: 0, burst: 1 } },
  }
}
