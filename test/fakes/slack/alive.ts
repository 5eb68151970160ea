import { isJson } from './schema.ts'
import type { Json } from './types.ts'

/** Something that pings or leads somewhere once Slack has parsed a message. */
export interface Live {
  kind: 'broadcast' | 'user' | 'usergroup' | 'channel' | 'link'
  target: string
}

const TOKEN = /<([^<>]+)>/g
const BARE_URL = /\b(?:https?:\/\/|mailto:)[^\s<>|]+/g
const MARKDOWN_LINK = /\]\(\s*<?((?:https?:\/\/|mailto:)[^\s)>]+)/g

/**
 * The mentions, broadcasts and links that live in mrkdwn text or in blocks.
 * What is escaped is inert, and so are plain_text objects and plain words such as @everyone.
 * Code spans do not protect: whether Slack would ping from one is not to be relied on.
 */
export function alive(content: unknown): Live[] {
  if (typeof content === 'string') return inMrkdwn(content, false)
  if (Array.isArray(content)) return content.flatMap(alive)
  return isJson(content) ? inObject(content) : []
}

function inObject(object: Json): Live[] {
  const text = typeof object['text'] === 'string' ? object['text'] : ''
  switch (object['type']) {
    case 'plain_text':
    case 'raw_text':
      return []
    case 'mrkdwn':
      return inMrkdwn(text, object['verbatim'] === true)
    case 'markdown':
      return [...inMrkdwn(text.replaceAll(MARKDOWN_LINK, ']('), false), ...markdownLinks(text)]
    default:
      return inRichText(object) ?? Object.entries(object).flatMap(([name, field]) => inField(name, field))
  }
}

function inField(name: string, field: unknown): Live[] {
  if (name === 'url' && typeof field === 'string') return [{ kind: 'link', target: field }]
  return typeof field === 'string' ? [] : alive(field)
}

function inRichText(object: Json): Live[] | undefined {
  const target = (name: string) => String(object[name])
  if (object['type'] === 'broadcast') return [{ kind: 'broadcast', target: target('range') }]
  if (object['type'] === 'user' && 'user_id' in object) return [{ kind: 'user', target: target('user_id') }]
  if (object['type'] === 'usergroup') return [{ kind: 'usergroup', target: target('usergroup_id') }]
  if (object['type'] === 'channel' && 'channel_id' in object)
    return [{ kind: 'channel', target: target('channel_id') }]
  return undefined
}

function markdownLinks(text: string): Live[] {
  return [...text.matchAll(MARKDOWN_LINK)].map((match) => ({ kind: 'link', target: match[1] ?? '' }))
}

function inMrkdwn(text: string, verbatim: boolean): Live[] {
  const tokens = [...text.matchAll(TOKEN)].flatMap((match) => inToken(match[1] ?? ''))
  const bare = verbatim ? [] : [...text.replaceAll(TOKEN, ' ').matchAll(BARE_URL)]
  return [...tokens, ...bare.map((match): Live => ({ kind: 'link', target: match[0] }))]
}

function inToken(token: string): Live[] {
  const target = token.split('|')[0] ?? ''
  if (/^!(?:channel|here|everyone)$/.test(target)) return [{ kind: 'broadcast', target: target.slice(1) }]
  if (target.startsWith('!subteam^')) return [{ kind: 'usergroup', target: target.slice(9) }]
  if (/^@[UW]\w+$/.test(target)) return [{ kind: 'user', target: target.slice(1) }]
  if (/^#[CGD]\w+$/.test(target)) return [{ kind: 'channel', target: target.slice(1) }]
  return /^[a-z][a-z0-9+.-]*:\S/i.test(target) ? [{ kind: 'link', target }] : []
}
