import type { Message } from './render.ts'

const TIMEOUT_MS = 10_000

/** A response URL that did not take the message. */
export class ResponseRefused extends Error {
  override readonly name = 'ResponseRefused'
  readonly status: number
  /** Slack's word for it. */
  readonly word: string

  constructor(status: number, word: string) {
    super(`Slack answered ${status} at the response URL: ${word}`)
    this.status = status
    this.word = word
  }
}

/** Answers a command at its response URL, to the asker alone. Throws a ResponseRefused where Slack does not take it. */
export async function respond(url: string, message: Partial<Message> & { mrkdwn?: false }): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...message }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const body = (await response.text()).trim()
  const word = /^\{.*"error"\s*:\s*"(\w+)"/s.exec(body)?.[1]
  if (!response.ok || word !== undefined)
    throw new ResponseRefused(response.status, word ?? body.slice(0, 100))
}
