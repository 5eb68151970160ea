import { createHmac } from 'node:crypto'
import { PATIENCE_MS, type Transport } from './deliveries.ts'
import type { Delivery, Json } from './types.ts'

/** Posts to a bot's HTTP receiver, signed as Slack signs; an answer after three seconds is none. */
export function createHttpTransport(url: string, signingSecret: string): Transport {
  return (delivery, { retry }, onAnswer) => {
    const retries = retry && {
      'x-slack-retry-num': String(retry.num),
      'x-slack-retry-reason': `http_${retry.reason}`,
    }
    void post(url, signingSecret, { ...encode(delivery), ...(retries && { headers: retries }) }).then(
      onAnswer,
    )
    return true
  }
}

/** Asks the receiver for a challenge, as Slack does when a Request URL is entered; rejects if it is not echoed. */
export async function verifyUrl(url: string, signingSecret: string): Promise<void> {
  const asked: Json = { type: 'url_verification', token: 'legacy', challenge: 'echo-me' }
  const { status, body } = await post(url, signingSecret, {
    type: 'application/json',
    body: JSON.stringify(asked),
  })
  const echoed = typeof body === 'string' ? body : (body as Json)['challenge']
  if (status !== 200 || echoed !== asked['challenge']) throw new Error(`Challenge not echoed: ${status}`)
}

interface Post {
  type: string
  body: string
  headers?: Record<string, string>
}

function encode({ kind, payload }: Delivery): Post {
  if (kind === 'events_api') return { type: 'application/json', body: JSON.stringify(payload) }
  const fields =
    kind === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>)
  return { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(fields).toString() }
}

async function post(
  url: string,
  secret: string,
  { type, body, headers }: Post,
): Promise<{ status: number; body: unknown }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': type, ...sign(secret, body), ...headers },
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return { status: response.status, body: parse(await response.text()) }
  } catch (error) {
    return { status: 0, body: error instanceof Error ? error.name : String(error) }
  }
}

function sign(secret: string, body: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
