/** What Slack delivers, as requests. Pure. */

import { ABOUT, ASK, BRIEF } from '../../core/commands.ts'
import type { Instant, Person, Place, Request, Target } from '../../core/contract.ts'
import { type Fields, isRecord, strings } from './fields.ts'
import { readMrkdwn } from './mrkdwn.ts'

export const NAME = 'slack'

/** Who we are in the workspace. */
export interface Us {
  user: string
  team: string
}

/** The events and commands that the manifest must ask for. */
export const EVENTS = ['app_mention', 'message']
export const COMMANDS = [`/${ASK}`, `/${ABOUT}`, `/${BRIEF}`]

/** Message events that are something a person said, beside those without a subtype. */
const SAID = ['file_share', 'me_message', 'thread_broadcast']

/**
 * The request behind a delivered body, or null when it asks nothing of us. The same act has the same id in whichever
 * event and however often it comes. `readers` is unknown where the delivery does not say. `now`: for what does not say when it was done.
 */
export function toRequest(body: unknown, us: Us, now: Instant): Request | null {
  if (!isRecord(body)) return null
  if (typeof body['command'] === 'string') return fromCommand(body, us, now)
  if (body['type'] === 'event_callback' && isRecord(body['event'])) return fromEvent(body, body['event'], us)
  return null
}

function fromEvent(body: Fields, event: Fields, us: Us): Request | null {
  const { type, user, channel, ts, text } = strings(event, ['type', 'user', 'channel', 'ts', 'text'])
  if (!EVENTS.includes(type ?? '') || !user || !channel || !ts || user === us.user) return null
  if (event['bot_id'] !== undefined || !isSaid(event)) return null
  const direct = event['channel_type'] === 'im' || channel.startsWith('D')
  if (event['channel_type'] === 'mpim') return null
  if (!direct && !text?.includes(`<@${us.user}`)) return null
  const thread = typeof event['thread_ts'] === 'string' ? event['thread_ts'] : ts
  const place: Place = {
    id: `${NAME}:${channel}`,
    kind: direct ? 'direct' : 'channel',
    readers: readersOf(body['is_ext_shared_channel'], direct),
  }
  return {
    id: `${NAME}:${us.team}/${channel}/${ts}`,
    at: instant(ts),
    place,
    person: { id: `${NAME}:${user}`, member: memberOf(body, event, us) },
    intent: { do: 'ask', text: readMrkdwn(text ?? '', us.user) },
    reply: { place: place.id, thread },
  }
}

function isSaid(event: Fields): boolean {
  const subtype = event['subtype']
  return subtype === undefined || (typeof subtype === 'string' && SAID.includes(subtype))
}

function readersOf(shared: unknown, direct: boolean): Place['readers'] {
  if (direct) return 'one'
  if (typeof shared !== 'boolean') return 'unknown'
  return shared ? 'outsiders' : 'team'
}

/** Where only the team can write, who writes is of the team; elsewhere the event has to say so. */
function memberOf(body: Fields, event: Fields, us: Us): boolean | 'unknown' {
  if (body['is_ext_shared_channel'] === false) return true
  const home = event['user_team'] ?? event['source_team'] ?? event['team']
  return typeof home === 'string' ? home === us.team : 'unknown'
}

function fromCommand(body: Fields, us: Us, at: Instant): Request | null {
  const found = strings(body, [
    'command',
    'user_id',
    'user_name',
    'channel_id',
    'team_id',
    'trigger_id',
    'text',
    'response_url',
  ])
  const { user_id: user, channel_id: channel, trigger_id: trigger, response_url: url } = found
  if (!COMMANDS.includes(found.command ?? '') || !user || !channel || !trigger || !url) return null
  const place: Place = {
    id: `${NAME}:${channel}`,
    kind: channel.startsWith('D') ? 'direct' : 'channel',
    readers: channel.startsWith('D') ? 'one' : 'unknown',
  }
  const person: Person = {
    id: `${NAME}:${user}`,
    member: found.team_id === us.team,
    ...(found.user_name && { name: found.user_name }),
  }
  const reply: Target = { place: place.id, only: person.id, secret: url }
  const words = readMrkdwn(found.text ?? '', us.user)
  const id = `${NAME}:${us.team}/${trigger}`
  const name = found.command?.slice(1) ?? ''
  return { id, at, place, person, intent: { do: 'command', name, words }, reply, forms: true }
}

/** Slack's timestamps are seconds with a fraction that tells messages apart. */
function instant(ts: string): Instant {
  return Math.round(Number.parseFloat(ts) * 1000) || 0
}
