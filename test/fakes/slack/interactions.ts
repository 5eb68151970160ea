import type { Deliveries } from './deliveries.ts'
import type { Tell } from './events.ts'
import { checkView } from './limits.ts'
import { onWire } from './messages.ts'
import { refusalIn } from './refusal.ts'
import { show, type Place, type Responses } from './response-url.ts'
import { isJson } from './schema.ts'
import type { Triggers } from './triggers.ts'
import type { Act, Channel, Invoked, Json, Message, Said, View } from './types.ts'
import { keep, replace, viewOnWire } from './views.ts'
import { BOT, imOf, messageAt, type Workspace } from './workspace.ts'

/** What interactions need of the rest of Slack. */
export interface Parts {
  workspace: Workspace
  deliveries: Deliveries
  triggers: Triggers
  responses: Responses
  tell: Tell
  origin: () => string
}

/** Commands, clicks, shortcuts and submitted modals. */
export function createInteractions({ workspace, deliveries, triggers, responses, tell, origin }: Parts) {
  function open(place: Place): { triggerId: string; responseUrl: string } {
    return { triggerId: triggers.issue(place.user), responseUrl: origin() + responses.issue(place) }
  }

  function deliver(payload: Json, place?: Place): Act {
    const onAnswer = (body: Json) => guard(() => answered(body, payload, place))
    const kind = 'command' in payload ? 'slash_commands' : 'interactive'
    return { deliveries: [deliveries.deliver(kind, payload, onAnswer)] }
  }

  function answered(body: Json, payload: Json, place: Place | undefined): void {
    if (payload['type'] === 'view_submission') return takeView(workspace, payload, body)
    const says = body['text'] !== undefined || body['blocks'] !== undefined
    if ('command' in payload && place && says) show(workspace, tell, place, 'ack', body)
  }

  function guard(take: () => void): void {
    try {
      take()
    } catch (error) {
      workspace.complaints.push(refusalIn(error).error)
    }
  }

  return {
    /** Runs a slash command; it reaches the bot from any channel, but not from threads. */
    slash(command: string, text: string, channel: string, user = 'U0ANN'): Invoked {
      if (!workspace.settings.scopes.includes('commands'))
        throw new Error(`${command} is not a valid command`)
      const place = { user, channel: channelAt(workspace, channel) }
      const opened = open(place)
      const payload = { ...commandOf(workspace, place), command, text }
      const { triggerId: trigger_id, responseUrl: response_url } = opened
      return { ...opened, ...deliver({ ...payload, trigger_id, response_url }, place) }
    },

    /** Presses a button of a message the bot posted. */
    press(message: Message, actionId: string, user = 'U0ANN'): Invoked {
      const found = workspace.messages.includes(message) && buttonIn(message.blocks ?? [], actionId)
      if (!found) throw new Error(`No button ${actionId} in this message`)
      if (message.ephemeralTo && message.ephemeralTo !== user)
        throw new Error(`${user} does not see this message`)
      const place = { user, channel: channelAt(workspace, message.channel), original: message }
      const opened = open(place)
      const action = { ...found, action_ts: workspace.nextTs() }
      const payload = {
        ...interaction(workspace, 'block_actions', user, opened),
        ...messageIn(workspace, place),
      }
      return { ...opened, ...deliver({ ...payload, actions: [action], state: { values: {} } }, place) }
    },

    /** Presses a button of a view. */
    pressView(view: View, actionId: string): Act & { triggerId: string } {
      const found = buttonIn((view.view['blocks'] ?? []) as Json[], actionId)
      if (!found) throw new Error(`No button ${actionId} in this view`)
      const triggerId = triggers.issue(view.user)
      const { response_url: _, ...base } = interaction(workspace, 'block_actions', view.user, {
        triggerId,
        responseUrl: '',
      })
      const actions = [{ ...found, action_ts: workspace.nextTs() }]
      const container = { type: 'view', view_id: view.id }
      return { triggerId, ...deliver({ ...base, container, view: viewOnWire(view), actions }) }
    },

    /** Chooses a shortcut from a message's menu. */
    shortcut(callbackId: string, { message }: Said, user = 'U0ANN'): Invoked {
      const place = { user, channel: channelAt(workspace, message.channel), original: message }
      const opened = open(place)
      const payload = {
        ...interaction(workspace, 'message_action', user, opened),
        ...messageIn(workspace, place),
      }
      const about = { callback_id: callbackId, action_ts: workspace.nextTs(), message_ts: message.ts }
      return { ...opened, ...deliver({ ...payload, ...about }, { ...place }) }
    },

    /** Submits a modal with values by block_id and action_id. */
    submit(view: View, values: Record<string, Record<string, Json>>): Act {
      const { response_url: _, ...base } = interaction(workspace, 'view_submission', view.user, {
        triggerId: triggers.issue(view.user),
        responseUrl: '',
      })
      return deliver({ ...base, view: viewOnWire(view, values), response_urls: [] })
    },
  }
}

/** An acked modal closes, unless the ack shows errors or another view. */
function takeView(workspace: Workspace, payload: Json, body: Json): void {
  const held = workspace.views.find(({ id }) => id === (payload['view'] as Json)['id'])
  if (!held || body['response_action'] === 'errors') return
  const next = body['view'] === undefined ? undefined : checkView(body['view'], 'modal')
  if (next && body['response_action'] === 'update') replace(workspace, held, next)
  else if (next) keep(workspace, held.user, next)
  else workspace.views.splice(workspace.views.indexOf(held), 1)
}

function channelAt(workspace: Workspace, id: string): Channel {
  const channel = workspace.channels.get(id) ?? (workspace.people.has(id) ? imOf(workspace, id) : undefined)
  if (!channel) throw new Error(`No channel ${id}`)
  return channel
}

function commandOf({ people }: Workspace, { user, channel }: Place): Record<string, string> {
  const names = { public: channel.name, private: 'privategroup', im: 'directmessage' }
  return {
    token: 'legacy',
    team_id: BOT.team,
    team_domain: BOT.domain,
    channel_id: channel.id,
    channel_name: names[channel.kind],
    user_id: user,
    user_name: people.get(user)?.name ?? user,
    api_app_id: BOT.app,
    is_enterprise_install: 'false',
  }
}

function interaction(
  { people }: Workspace,
  type: string,
  user: string,
  opened: { triggerId: string; responseUrl: string },
): Json {
  const { name, team } = people.get(user) ?? { name: user, team: BOT.team }
  return {
    type,
    token: 'legacy',
    user: { id: user, username: name, name, team_id: team },
    api_app_id: BOT.app,
    team: { id: BOT.team, domain: BOT.domain },
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: opened.triggerId,
    response_url: opened.responseUrl,
  }
}

/** A click in an ephemeral message does not carry that message. */
function messageIn(workspace: Workspace, { channel, original }: Place): Json {
  if (!original) return {}
  const hidden = original.ephemeralTo !== undefined
  const thread = original.thread_ts === undefined ? {} : { thread_ts: original.thread_ts }
  const container = {
    type: 'message',
    message_ts: original.ts,
    channel_id: channel.id,
    is_ephemeral: hidden,
    ...thread,
  }
  const visible = messageAt(workspace, channel.id, original.ts)
  return {
    container,
    channel: { id: channel.id, name: channel.kind === 'im' ? 'directmessage' : channel.name },
    ...(visible && { message: onWire(workspace, visible, true) }),
  }
}

function buttonIn(blocks: Json[], actionId: string): Json | undefined {
  return blocks
    .flatMap((block) =>
      [block['accessory'], ...((block['elements'] ?? []) as unknown[])].map((element) => ({
        block,
        element,
      })),
    )
    .flatMap(({ block, element }) =>
      isJson(element) && element['action_id'] === actionId
        ? [{ ...element, block_id: block['block_id'] }]
        : [],
    )[0]
}
