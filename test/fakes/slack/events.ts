import { mayRead } from './conversations.ts'
import type { Deliveries } from './deliveries.ts'
import { onWire } from './messages.ts'
import type { Channel, Delivery, Json, Message } from './types.ts'
import { BOT, newId, type Workspace } from './workspace.ts'

/** What happened to a message. */
export type Change =
  | { what: 'posted'; message: Message }
  | { what: 'changed'; message: Message; previous: Message }
  | { what: 'deleted'; message: Message }

/** Tells the bot of a change, if it may read the channel; its own messages are no exception. */
export type Tell = (change: Change) => Delivery[]

/** Events as the Events API wraps them. */
export type Events = ReturnType<typeof createEvents>

/** Wraps events in envelopes and delivers them. */
export function createEvents(workspace: Workspace, deliveries: Deliveries) {
  const send = (event: Json, channel?: Channel): Delivery =>
    deliveries.deliver('events_api', envelope(workspace, event, channel?.shared ?? false))

  const tell: Tell = (change) => {
    const channel = workspace.channels.get(change.message.channel)
    if (!channel || change.message.ephemeralTo || !mayRead(workspace, channel)) return []
    return [
      send(
        { ...eventOf(workspace, change), channel: channel.id, channel_type: TYPES[channel.kind] },
        channel,
      ),
    ]
  }

  return { send, tell }
}

const TYPES = { public: 'channel', private: 'group', im: 'im' } as const

function eventOf(workspace: Workspace, change: Change): Json {
  const message = onWire(workspace, change.message, true)
  if (change.what === 'posted') return { ...message, event_ts: change.message.ts }
  const ts = workspace.nextTs()
  const hidden = { type: 'message', hidden: true, ts, event_ts: ts }
  if (change.what === 'deleted') {
    return { ...hidden, subtype: 'message_deleted', deleted_ts: change.message.ts, previous_message: message }
  }
  return {
    ...hidden,
    subtype: 'message_changed',
    message,
    previous_message: onWire(workspace, change.previous, true),
  }
}

function envelope(workspace: Workspace, event: Json, shared: boolean): Json {
  return {
    token: 'legacy',
    team_id: BOT.team,
    context_team_id: BOT.team,
    context_enterprise_id: null,
    api_app_id: BOT.app,
    event,
    type: 'event_callback',
    event_id: newId('Ev'),
    event_time: Math.floor(workspace.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: BOT.team,
        user_id: BOT.user,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: shared,
    event_context: `4-${newId('')}`,
  }
}
