import { createHash } from 'node:crypto'
import { checkView } from './limits.ts'
import { withIds } from './messages.ts'
import { refuse } from './refusal.ts'
import type { Triggers } from './triggers.ts'
import type { Json, View } from './types.ts'
import type { Args, Method } from './web-api.ts'
import { BOT, newId, type Workspace } from './workspace.ts'

/** views.*: modals and home tabs. */
export function viewMethods(workspace: Workspace, triggers: Triggers): Record<string, Method> {
  return {
    'views.open': {
      args: { trigger_id: 'string!', view: 'json!' },
      run: (args) => {
        const view = checkView(args['view'], 'modal')
        return { view: keep(workspace, triggers.spend(String(args['trigger_id'])), view) }
      },
    },
    'views.publish': {
      args: { user_id: 'string!', view: 'json!', hash: 'string' },
      run: (args) => ({ view: publish(workspace, args) }),
    },
    'views.update': {
      args: { view_id: 'string', external_id: 'string', view: 'json!', hash: 'string' },
      run: (args) => ({ view: update(workspace, args) }),
    },
  }
}

function publish(workspace: Workspace, args: Args): Json {
  const user = String(args['user_id'])
  const view = checkView(args['view'], 'home')
  if (!workspace.people.has(user)) refuse('user_not_found')
  const home = homeOf(workspace, user)
  return home ? replace(workspace, home, view, args['hash']) : keep(workspace, user, view)
}

/** The home tab the bot published for a person. */
export function homeOf(workspace: Workspace, user: string): View | undefined {
  return workspace.views.find((held) => held.user === user && held.view['type'] === 'home')
}

function update(workspace: Workspace, args: Args): Json {
  const held = workspace.views.find(
    ({ id, view }) =>
      id === args['view_id'] || (view['external_id'] && view['external_id'] === args['external_id']),
  )
  if (!held) return refuse('not_found')
  const view = checkView(args['view'], held.view['type'] === 'home' ? 'home' : 'modal')
  return replace(workspace, held, view, args['hash'])
}

/** Keeps a new view. */
export function keep(workspace: Workspace, user: string, view: Json): Json {
  const external = view['external_id']
  if (external && workspace.views.some((held) => held.view['external_id'] === external))
    refuse('duplicate_external_id')
  const held = { id: newId('V'), user, ...settled(view) }
  workspace.views.push(held)
  workspace.changed()
  return viewOnWire(held)
}

/** Puts a view in the place of one that is held, unless somebody else was faster. */
export function replace(workspace: Workspace, held: View, view: Json, hash?: unknown): Json {
  if (hash !== undefined && hash !== held.hash) refuse('hash_conflict')
  Object.assign(held, settled(view))
  workspace.changed()
  return viewOnWire(held)
}

function settled(view: Json): { view: Json; hash: string } {
  const hash = createHash('sha1').update(JSON.stringify(view)).digest('hex').slice(0, 8)
  return { hash, view: { ...view, blocks: withIds(view['blocks'] as Json[]) } }
}

/** A view as payloads and answers have it. */
export function viewOnWire({ id, hash, view }: View, values: Json = {}): Json {
  const about = { id, hash, team_id: BOT.team, app_id: BOT.app, bot_id: BOT.bot, root_view_id: id }
  return { private_metadata: '', callback_id: '', ...view, ...about, state: { values } }
}
