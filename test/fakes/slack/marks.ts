import { checkThread, onWire, ownChannel } from './messages.ts'
import { refuse, refuseFor } from './refusal.ts'
import { list, object, string } from './schema.ts'
import type { Json, Message } from './types.ts'
import type { Args, Method } from './web-api.ts'
import { BOT, messageAt, type Workspace } from './workspace.ts'

/** How many pins a channel takes. */
const MOST_PINS = 100

/** pins.* and reactions.add. */
export function markMethods(workspace: Workspace): Record<string, Method> {
  const args = { channel: 'string!', timestamp: 'string!' } as const
  return {
    'pins.add': {
      scopes: ['pins:write'],
      args,
      run: (given) => pin(workspace, marked(workspace, given), BOT.user),
    },
    'pins.remove': {
      scopes: ['pins:write'],
      args,
      run: (given) => unpin(workspace, marked(workspace, given)),
    },
    'pins.list': {
      scopes: ['pins:read'],
      args: { channel: 'string!' },
      run: (given) => ({ items: pinned(workspace, ownChannel(workspace, given.channel).id) }),
    },
    'reactions.add': {
      scopes: ['reactions:write'],
      args: { ...args, name: 'string!' },
      run: (given) => react(workspace, marked(workspace, given), String(given['name'])),
    },
  }
}

function marked(workspace: Workspace, { channel, timestamp }: Args): Message {
  if (!/^\d+\.\d{6}$/.test(timestamp)) refuse('bad_timestamp')
  return messageAt(workspace, ownChannel(workspace, channel).id, timestamp) ?? refuse('message_not_found')
}

/** Puts a message into its channel's pins, or Slack's refusal. */
export function pin(workspace: Workspace, { channel, ts }: Message, by: string): Json {
  if (workspace.pins.some((held) => held.channel === channel && held.ts === ts)) refuse('already_pinned')
  if (workspace.pins.filter((held) => held.channel === channel).length >= MOST_PINS) refuse('too_many_pins')
  workspace.pins.push({ channel, ts, created: Math.floor(workspace.now() / 1000), by })
  workspace.changed()
  return {}
}

function unpin(workspace: Workspace, { channel, ts }: Message): Json {
  const index = workspace.pins.findIndex((held) => held.channel === channel && held.ts === ts)
  if (index < 0) refuse('no_pin')
  workspace.pins.splice(index, 1)
  workspace.changed()
  return {}
}

function pinned(workspace: Workspace, channel: string): Json[] {
  return workspace.pins.toReversed().flatMap(({ channel: where, ts, created, by }) => {
    const message = where === channel ? messageAt(workspace, channel, ts) : undefined
    return message
      ? [{ type: 'message', channel, created, created_by: by, message: onWire(workspace, message) }]
      : []
  })
}

function react(workspace: Workspace, { channel, ts }: Message, name: string): Json {
  if (!/^[a-z0-9_+'-]+(?:::skin-tone-[2-6])?$/.test(name)) refuse('invalid_name')
  if (workspace.reactions.some((held) => held.ts === ts && held.channel === channel && held.name === name)) {
    refuse('already_reacted')
  }
  workspace.reactions.push({ channel, ts, name, user: BOT.user })
  return {}
}

const promptsForm = list(object({ title: string(), message: string() }), 4)

/** assistant.threads.*: the status under a thread, and the prompts on offer. */
export function assistantMethods(workspace: Workspace): Record<string, Method> {
  return {
    'assistant.threads.setStatus': {
      scopes: ['chat:write', 'assistant:write'],
      args: { channel_id: 'string!', thread_ts: 'string!', status: 'string', loading_messages: 'json' },
      run: ({ channel_id, thread_ts, status }) => {
        const channel = ownChannel(workspace, String(channel_id))
        checkThread(workspace, channel, thread_ts)
        workspace.statuses.push({
          channel: channel.id,
          thread: String(thread_ts),
          status: (status ?? '') as string,
        })
        return {}
      },
    },
    'assistant.threads.setSuggestedPrompts': {
      scopes: ['assistant:write'],
      args: { channel_id: 'string!', thread_ts: 'string', prompts: 'json!', title: 'string' },
      run: ({ channel_id, thread_ts, prompts, title }) => {
        const channel = ownChannel(workspace, String(channel_id)).id
        const faults = promptsForm(prompts, '/prompts')
        if (faults.length > 0) refuseFor('invalid_arguments', faults)
        workspace.prompts.push({ channel, thread_ts, prompts, title })
        return {}
      },
    },
  }
}
