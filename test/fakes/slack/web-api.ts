import type { IncomingMessage, ServerResponse } from 'node:http'
import type { createFaults } from '../fault.ts'
import { refusalIn, refuse, refuseFor } from './refusal.ts'
import type { Json } from './types.ts'
import { bodyOf, perform, type Reply } from './wire.ts'
import { BOT, type Workspace } from './workspace.ts'

/** An argument's type on the wire; `!` if it must be there. */
type ArgumentType = 'string' | 'number' | 'boolean' | 'json'

/** A Web API method: whose token, one of which scopes, what arguments, and what it does. */
export interface Method {
  token?: 'app'
  scopes?: string[]
  args: Record<string, ArgumentType | `${ArgumentType}!`>
  run(args: Args): Json
}

/** Arguments after parsing: every name is one of the method's, every value of its type. */
export type Args = Json & {
  channel: string
  user: string
  ts: string
  timestamp: string
  text?: string
  thread_ts?: string
}

/** Taken by every method: Bolt names the workspace with each call of a listener. */
const COMMON: Method['args'] = { team_id: 'string' }

/** Answers calls as Slack does: token, scope, arguments, then the method itself. */
export function createWebApi(
  workspace: Workspace,
  methods: Record<string, Method>,
  faults: ReturnType<typeof createFaults>,
) {
  return async (request: IncomingMessage, response: ServerResponse, method: string): Promise<void> => {
    const form = new URLSearchParams(await bodyOf(request))
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? form.get('token') ?? ''
    form.delete('token')
    const call = { method, token, args: parseLoosely(form), time: Date.now(), answer: 'pending' }
    workspace.calls.push(call)
    const failed = await perform({ fault: faults.next(method), response }, () => {
      const reply = answer(workspace, methods, {
        method,
        token,
        form,
        type: request.headers['content-type'] ?? '',
      })
      call.answer = reply.body['ok'] === true ? 'ok' : String(reply.body['error'])
      workspace.changed()
      return reply
    })
    if (failed !== undefined) call.answer = failed
    workspace.changed()
  }
}

interface Request {
  method: string
  token: string
  form: URLSearchParams
  type: string
}

function answer(
  workspace: Workspace,
  methods: Record<string, Method>,
  request: Request,
): Reply & { body: Json } {
  const method = Object.hasOwn(methods, request.method) ? methods[request.method] : undefined
  const headers = {
    'x-oauth-scopes': workspace.settings.scopes.join(','),
    'x-accepted-oauth-scopes': method?.scopes?.join(',') ?? '',
  }
  try {
    if (!method) refuse('unknown_method', { req_method: request.method })
    authenticate(workspace, method, request.token)
    if (method.scopes) requireScope(workspace, method.scopes)
    if (!request.type.startsWith('application/x-www-form-urlencoded')) refuse('invalid_post_type')
    return {
      status: 200,
      headers,
      body: { ok: true, ...method.run(parse(request.form, { ...COMMON, ...method.args })) },
    }
  } catch (error) {
    return { status: 200, headers, body: refusalIn(error) }
  }
}

function authenticate({ settings, revoked }: Workspace, method: Method, token: string): void {
  if (token === '') refuse('not_authed')
  if (token !== settings.botToken && token !== settings.appToken) refuse('invalid_auth')
  if (revoked) refuse(revoked)
  if ((method.token === 'app') !== (token === settings.appToken)) refuse('not_allowed_token_type')
}

/** Refuses unless one of these scopes is granted. */
export function requireScope({ settings }: Workspace, scopes: string[]): void {
  if (scopes.some((scope) => settings.scopes.includes(scope))) return
  refuse('missing_scope', { needed: scopes.join(','), provided: settings.scopes.join(',') })
}

function parse(form: URLSearchParams, types: Method['args']): Args {
  const missing = Object.keys(types).filter((name) => types[name]?.endsWith('!') && !form.get(name))
  const unknown = [...form.keys()].filter((name) => !Object.hasOwn(types, name))
  const faults = [
    ...missing.map((name) => `missing required field: ${name}`),
    ...unknown.map((name) => `unknown argument: ${name}`),
  ]
  if (faults.length > 0) refuseFor('invalid_arguments', faults)
  return Object.fromEntries(
    [...form].map(([name, value]) => [name, valueOf(name, value, types[name])]),
  ) as Args
}

function valueOf(name: string, value: string, type = 'string'): unknown {
  if (type.startsWith('json')) return parseJson(value)
  if (type.startsWith('number'))
    return Number.isFinite(Number(value)) ? Number(value) : wrong(name, 'a number')
  if (!type.startsWith('boolean')) return value
  return /^(?:true|false|0|1)$/.test(value) ? value === 'true' || value === '1' : wrong(name, 'a boolean')
}

function wrong(name: string, needed: string): never {
  refuseFor('invalid_arguments', [`must be ${needed} [json-pointer:/${name}]`])
}

/** What is no JSON stays a string: the method's own checks then refuse it with their own code. */
function parseJson(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

function parseLoosely(form: URLSearchParams): Json {
  return Object.fromEntries(
    [...form].map(([name, value]) => [name, /^[[{]/.test(value) ? parseJson(value) : value]),
  )
}

/** What auth.test answers. */
export const WHO_AM_I: Json = {
  url: `https://${BOT.domain}.slack.com/`,
  team: 'Acme',
  user: BOT.name,
  team_id: BOT.team,
  user_id: BOT.user,
  bot_id: BOT.bot,
  is_enterprise_install: false,
}
