/** The parts of a message body that people read. */
export interface Payload {
  content?: string | null
  embeds?: readonly {
    title?: string
    description?: string
    fields?: readonly { name: string; value: string }[]
  }[]
  allowed_mentions?: {
    parse?: readonly string[]
    users?: readonly string[]
    roles?: readonly string[]
    replied_user?: boolean
  }
}

export type Kind =
  | 'user'
  | 'role'
  | 'channel'
  | 'everyone'
  | 'here'
  | 'command'
  | 'place'
  | 'emoji'
  | 'time'
  | 'masked link'
  | 'url'
  | 'open fence'
  | 'fence'
  | 'code'
  | 'heading'
  | 'subtext'
  | 'quote'
  | 'list'
  | 'bold'
  | 'italic'
  | 'underline'
  | 'strike'
  | 'spoiler'

/** A part of a text that is more than its characters, and where it stands. */
export interface Live {
  where: string
  kind: Kind
  text: string
}

/**
 * What a message sets off. `pings`: who would be notified, as raw mentions (only content pings; code and escapes do
 * not protect here, to be on the strict side). `live`: every part of content and embeds that a client shows as
 * something else than the characters themselves.
 */
export function alive(payload: Payload): { pings: string[]; live: Live[] } {
  const parts: [where: string, text: string, rules: Rule[]][] = [['content', payload.content ?? '', FULL]]
  for (const [index, embed] of (payload.embeds ?? []).entries()) {
    const at = `embeds.${index}`
    parts.push(
      [`${at}.title`, embed.title ?? '', STYLE],
      [`${at}.description`, embed.description ?? '', FULL],
    )
    for (const [number, field] of (embed.fields ?? []).entries()) {
      parts.push(
        [`${at}.fields.${number}.name`, field.name, STYLE],
        [`${at}.fields.${number}.value`, field.value, FULL],
      )
    }
  }
  return { pings: pings(payload), live: parts.flatMap(([where, text, rules]) => scan(where, text, rules)) }
}

function pings({ content, allowed_mentions: allowed }: Payload): string[] {
  const parse = allowed ? (allowed.parse ?? []) : ['users', 'roles', 'everyone']
  const found = (content ?? '').matchAll(/<@(!?)(\d+)>|<@&(\d+)>|@(?:everyone|here)\b/g)
  const meant = [...found].filter(([, , user, role]) => {
    if (user) return parse.includes('users') || allowed?.users?.includes(user)
    if (role) return parse.includes('roles') || allowed?.roles?.includes(role)
    return parse.includes('everyone')
  })
  return [...new Set(meant.map(([text]) => text))]
}

interface Rule {
  kind: Kind
  /** Any of these begins it. */
  opens: string
  match: RegExp
  /** Characters to go on after; the whole match when not said. */
  step?: number
  lineStart?: boolean
}

const BLOCK: Rule[] = [
  { kind: 'heading', opens: '#', match: /#{1,3}[ \t]+\S.*/y, lineStart: true, step: 1 },
  { kind: 'subtext', opens: '-', match: /-#[ \t]+\S.*/y, lineStart: true, step: 2 },
  { kind: 'quote', opens: '>', match: /(?:>>>|>)[ \t]+.*/y, lineStart: true, step: 1 },
  { kind: 'list', opens: '-*0123456789', match: /(?:[-*]|\d+\.)[ \t]+\S.*/y, lineStart: true, step: 1 },
]
const CODE: Rule[] = [
  { kind: 'fence', opens: '`', match: /```[\s\S]*?[^\n][\s\S]*?```/y },
  { kind: 'open fence', opens: '`', match: /```/y },
  { kind: 'code', opens: '`', match: /(`+)(?!`)[\s\S]*?[^`]\1(?!`)/y },
]
const NAMES: Rule[] = [
  { kind: 'user', opens: '<', match: /<@!?\d+>/y },
  { kind: 'role', opens: '<', match: /<@&\d+>/y },
  { kind: 'channel', opens: '<', match: /<#\d+>/y },
  { kind: 'command', opens: '<', match: /<\/[^<>:]+:\d+>/y },
  { kind: 'place', opens: '<', match: /<id:[a-z]+(?::\d+)?>/y },
  { kind: 'time', opens: '<', match: /<t:-?\d+(?::[tTdDfFR])?>/y },
  { kind: 'everyone', opens: '@', match: /@everyone\b/y },
  { kind: 'here', opens: '@', match: /@here\b/y },
  {
    kind: 'masked link',
    opens: '[',
    match: /\[(?:[^[\]\\]|\\.|\[[^\]]*\])+\]\(\s*<?(?:https?|discord):\/\/[^\s)]+[^)]*\)/y,
    step: 1,
  },
  { kind: 'url', opens: '<', match: /<(?:https?|discord):\/\/[^\s<>]+>/iy },
  { kind: 'url', opens: 'hHdD', match: /(?:https?|discord):\/\/[^\s<]+[^<.,:;"'\]\s]/iy },
]
const STYLE: Rule[] = [
  { kind: 'emoji', opens: '<', match: /<a?:\w+:\d+>/y },
  { kind: 'bold', opens: '*', match: /\*\*(?=\S)[\s\S]+?\*\*/y, step: 2 },
  { kind: 'underline', opens: '_', match: /__(?=\S)[\s\S]+?__/y, step: 2 },
  { kind: 'strike', opens: '~', match: /~~(?=\S)[\s\S]+?~~/y, step: 2 },
  { kind: 'spoiler', opens: '|', match: /\|\|[\s\S]+?\|\|/y, step: 2 },
  {
    kind: 'italic',
    opens: '*_',
    match: /\*(?=[^\s*])[^*]*?[^\s*]?\*(?!\*)|\b_[^_\s](?:[^_]*[^_])?_\b/y,
    step: 1,
  },
  ...CODE.slice(2),
]
const FULL: Rule[] = [...BLOCK, ...CODE, ...NAMES, ...STYLE]

/** What any of the rules can begin with. */
const OPENER = /[-#>*\d`<@[hd_~|]/i

function scan(where: string, text: string, rules: Rule[]): Live[] {
  const found: Live[] = []
  let at = 0
  while (at < text.length) {
    const here = text[at] ?? ''
    if (here === '\\' && /^[^0-9A-Za-z\s]/.test(text.slice(at + 1, at + 2))) at += 2
    else if (!OPENER.test(here)) at += 1
    else {
      const hit = first(text, at, rules)
      if (hit) found.push({ where, kind: hit.kind, text: hit.text })
      at += hit?.step ?? 1
    }
  }
  return found
}

function first(
  text: string,
  at: number,
  rules: Rule[],
): { kind: Kind; text: string; step: number } | undefined {
  const here = text[at] ?? ''
  for (const { kind, opens, match, step, lineStart } of rules) {
    if (!opens.includes(here)) continue
    match.lastIndex = at
    const hit = match.exec(text)?.[0]
    if (hit && (!lineStart || startsLine(text, at))) return { kind, text: hit, step: step ?? hit.length }
  }
  return undefined
}

function startsLine(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  return /^[ \t]*(?:>{1,3}[ \t]+|[-*][ \t]+)*$/.test(line)
}
