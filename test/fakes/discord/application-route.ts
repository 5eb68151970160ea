import type { Core } from './core.ts'
import { refuse } from './error.ts'
import { isObject, type Json } from './form.ts'
import { THREAD, type Guild, type World } from './guild.ts'
import { channelJson, guildJson, memberJson } from './guild-json.ts'
import type { Arrival } from './arrival.ts'
import type { Route } from './http.ts'

/** The application itself, its commands, guilds and people. */
export function applicationRoutes(core: Core, gateway: () => Json): Record<string, Route> {
  const { world } = core
  return {
    'GET /gateway/bot': gateway,
    'GET /users/@me': () => ({ ...world.bot, flags: 0, mfa_enabled: false, locale: 'en-US', verified: true }),
    'GET /users/:u': ({ params }) => world.users.get(params.u ?? '') ?? refuse(10013),
    'GET /applications/@me': () => application(world),
    'POST /users/@me/channels': ({ body }) =>
      channelJson(world.direct(isObject(body) ? String(body.recipient_id) : '')),
    'GET /guilds/:g': ({ params }) => guildJson(guild(world, params.g)),
    'GET /guilds/:g/channels': ({ params }) => {
      const { id } = guild(world, params.g)
      return [...world.channels.values()]
        .filter((one) => one.guild_id === id && one.type !== THREAD)
        .map(channelJson)
    },
    'GET /guilds/:g/members/:u': ({ params }) => {
      const member = guild(world, params.g).members.get(params.u ?? '')
      return memberJson(member ?? refuse(world.users.has(params.u ?? '') ? 10007 : 10013))
    },
    ...commandRoutes(core, '/applications/:app/commands'),
    ...commandRoutes(core, '/applications/:app/guilds/:g/commands'),
    ...interactionRoutes(core),
  }
}

function commandRoutes({ commands, world }: Core, base: string): Record<string, Route> {
  const own =
    (route: (call: Arrival, guildId?: string) => unknown): Route =>
    (call) => {
      if (call.params.app !== world.application) refuse(20012)
      return route(call, call.params.g && guild(world, call.params.g).id)
    }
  const json = ({ body }: Arrival): Json => (isObject(body) ? body : {})
  return {
    [`GET ${base}`]: own((_, at) => commands.scope(at)),
    [`PUT ${base}`]: own(({ body }, at) => commands.put(body, at)),
    [`POST ${base}`]: own((call, at) => commands.post(json(call), at)),
    [`GET ${base}/:cmd`]: own(({ params }, at) => commands.find(params.cmd ?? '', at)),
    [`PATCH ${base}/:cmd`]: own((call, at) => commands.patch(call.params.cmd ?? '', json(call), at)),
    [`DELETE ${base}/:cmd`]: own(({ params }, at) => commands.remove(params.cmd ?? '', at)),
  }
}

function interactionRoutes({ interactions }: Core): Record<string, Route> {
  const ids = ({ params }: Arrival): [string, string, string] => [
    params.app ?? '',
    params.token ?? '',
    params.m ?? '',
  ]
  return {
    'POST /interactions/:id/:token/callback': ({ params, query, body, files }) => {
      const done = interactions.callback(params.id ?? '', params.token ?? '', body, files)
      return query.get('with_response') === 'true' ? done : undefined
    },
    'POST /webhooks/:app/:token': ({ params, body, files }) =>
      interactions.followUp(params.app ?? '', params.token ?? '', body, files),
    'GET /webhooks/:app/:token/messages/:m': (call) => interactions.read(...ids(call)),
    'PATCH /webhooks/:app/:token/messages/:m': (call) =>
      interactions.edit(...ids(call), call.body, call.files),
    'DELETE /webhooks/:app/:token/messages/:m': (call) => interactions.remove(...ids(call)),
  }
}

function guild(world: World, id: string | undefined): Guild {
  const found = world.guilds.get(id ?? '') ?? refuse(10004)
  return found.members.has(world.bot.id) ? found : refuse(50001)
}

function application({ application: id, bot }: World): Json {
  const about = {
    id,
    name: bot.username,
    icon: null,
    description: '',
    summary: '',
    verify_key: '0'.repeat(64),
  }
  return {
    ...about,
    bot_public: false,
    bot_require_code_grant: false,
    flags: 0,
    bot,
    owner: null,
    team: null,
  }
}
