import { createInterface } from 'node:readline'
import { renderCard, type Look } from '../adapters/console/render.ts'
import type { Assistant } from '../core/assistant.ts'
import { OperatorError } from '../core/errors.ts'
import type { Platform } from './render.ts'
import { type Asked, errorObject, parseLine, replyObject } from './json.ts'

export interface AskOptions {
  json: boolean
  /** Print the message that this platform would get. */
  render?: Platform | undefined
  input: NodeJS.ReadableStream
  output: NodeJS.WritableStream
  look: Look
  now: () => number
}

/**
 * Answers one question, or with "-" every line of the input, in order. Resolves to the exit code: 2 when a line could
 * not be read as a question, 0 otherwise.
 */
export async function ask(assistant: Assistant, question: string, options: AskOptions): Promise<number> {
  if (question !== '-') {
    await answer(assistant, { question, thread: [] }, options)
    return 0
  }
  let code = 0
  for await (const line of linesOf(options.input)) {
    if (line.trim() === '') continue
    const asked = options.json ? parseLine(line) : { question: line, thread: [] }
    if ('error' in asked) {
      code = 2
      await write(options.output, `${JSON.stringify(errorObject(line, asked.error))}\n`)
    } else await answer(assistant, asked, options)
  }
  return code
}

async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  const lines = createInterface({ input, crlfDelay: Infinity })
  let cause: Error | undefined
  input.once('error', (error: Error) => {
    cause = error
    lines.close()
  })
  let first = true
  for await (const line of lines) {
    yield first ? line.replace(/^\uFEFF/, '') : line
    first = false
  }
  if (cause) throw new OperatorError('The questions cannot be read from standard input.', { cause })
}

async function answer(assistant: Assistant, asked: Asked, options: AskOptions): Promise<void> {
  const { json, render, output, look, now } = options
  if (json) {
    const start = now()
    const reply = assistant.consider(asked.question, asked.thread)
    const ms = Math.round((now() - start) * 100) / 100
    await write(output, `${JSON.stringify(replyObject(asked.question, reply, ms))}\n`)
  } else {
    const card = assistant.card(assistant.consider(asked.question))
    const shown = render
      ? await (await import('./render.ts')).renderFor(render, card)
      : renderCard(card, look)
    await write(output, `${shown}\n`)
  }
}

/** Waits where the reader is slower than we are. */
async function write(output: NodeJS.WritableStream, text: string): Promise<void> {
  if (!output.write(text)) await new Promise<void>((resolve) => output.once('drain', () => resolve()))
}
