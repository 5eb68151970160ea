import type { IncomingMessage, ServerResponse } from 'node:http'
import type { createFaults } from '../fault.ts'
import type { Tell } from './events.ts'
import { checkContent, type Content } from './limits.ts'
import { checkThread, store, withIds } from './messages.ts'
import { refusalIn, refuse, refuseFor } from './refusal.ts'
import { anything, boolean, isJson, list, object, oneOf, string } from './schema.ts'
import type { Channel, Json, Message } from './types.ts'
import { bodyOf, perform, type Reply } from './wire.ts'
import { newId, type Workspace } from './workspace.ts'

const USES = 5
const LIFE_MS = 30 * 60_000

/** Where a response goes: to whom, into which channel, and in place of which message. */
export interface Place {
  user: string
  channel: Channel
  original?: Message
}

/** The response_urls of commands and clicks. */
export type Responses = ReturnType<typeof createResponses>

const form = object(
  {},
  {
    text: string(Infinity, 0),
    blocks: list(anything, Infinity, 0),
    attachments: list(anything, 100, 0),
    metadata: anything,
    response_type: oneOf('ephemeral', 'in_channel'),
    replace_original: boolean,
    delete_original: boolean,
    thread_ts: string(),
    mrkdwn: boolean,
    unfurl_links: boolean,
    unfurl_media: boolean,
  },
)

/** Response URLs: five uses within half an hour; they reach channels the bot is not in. */
export function createResponses(workspace: Workspace, tell: Tell, faults: ReturnType<typeof createFaults>) {
  const issued = new Map<string, Place & { at: number; uses: number }>()

  function respond(id: string, body: unknown): void {
    const held = issued.get(id) ?? refuse('expired_url')
    if (workspace.now() - held.at > LIFE_MS) refuse('expired_url')
    if (held.uses >= USES) refuse('used_url')
    show(workspace, tell, held, 'response_url', body)
    held.uses += 1
  }

  function answer(id: string, raw: string): Reply & { said: string } {
    try {
      respond(id, parse(raw))
      return { status: 200, body: 'ok', said: 'ok' }
    } catch (error) {
      const refusal = refusalIn(error)
      return { status: refusal.error.endsWith('_url') ? 404 : 400, body: refusal, said: refusal.error }
    }
  }

  return {
    /** The path of a new response_url. */
    issue(place: Place): string {
      const id = newId('')
      issued.set(id, { ...place, at: workspace.now(), uses: 0 })
      return `/response/${id}`
    },
    /** A POST to a response_url. */
    async handle(request: IncomingMessage, response: ServerResponse, id: string): Promise<void> {
      const raw = await bodyOf(request)
      const args = isJson(parse(raw)) ? (parse(raw) as Json) : {}
      const call = { method: 'response_url', token: '', args, time: Date.now(), answer: 'pending' }
      workspace.calls.push(call)
      const failed = await perform({ fault: faults.next('response_url'), response }, () => {
        const { said, ...reply } = answer(id, raw)
        call.answer = said
        workspace.changed()
        return reply
      })
      if (failed !== undefined) call.answer = failed
      workspace.changed()
    },
  }
}

/** Shows what the bot responded: to the one who asked unless it says in_channel; or replaces or deletes the original. */
export function show(
  workspace: Workspace,
  tell: Tell,
  place: Place,
  via: 'response_url' | 'ack',
  body: unknown,
): void {
  const faults = form(body, '')
  if (!isJson(body) || faults.length > 0) refuseFor('invalid_payload', faults)
  if (body['delete_original'] === true) return withdraw(workspace, tell, place.original)
  const checked = checkContent(body as Content)
  if (body['replace_original'] === true && place.original)
    return rewrite(workspace, tell, place.original, checked)
  const thread = body['thread_ts'] as string | undefined
  checkThread(workspace, place.channel, thread)
  const message = store(workspace, checked, {
    channel: place.channel.id,
    via,
    ...(body['response_type'] !== 'in_channel' && { ephemeralTo: place.user }),
    ...(thread !== undefined && { thread_ts: thread }),
  })
  tell({ what: 'posted', message })
}

function rewrite(
  workspace: Workspace,
  tell: Tell,
  message: Message,
  { text, blocks }: { text: string; blocks?: Json[] },
): void {
  const previous = { ...message }
  message.text = text
  if (blocks) message.blocks = withIds(blocks)
  else delete message.blocks
  workspace.changed()
  tell({ what: 'changed', message, previous })
}

function withdraw(workspace: Workspace, tell: Tell, message: Message | undefined): void {
  const index = message ? workspace.messages.indexOf(message) : -1
  if (!message || index < 0) return
  workspace.deleted.push(...workspace.messages.splice(index, 1))
  workspace.changed()
  tell({ what: 'deleted', message })
}

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    return undefined
  }
}
