import type { APIEmbed, APIMessageTopLevelComponent } from 'discord-api-types/v10'
import { checkComponents, checkV2 } from './component.ts'
import { refuse } from './error.ts'
import { createForm, isMissing, isObject, shown, size, type Form, type Json } from './form.ts'

/** The message flags the fake knows. */
export const Flag = { suppressEmbeds: 4, ephemeral: 64, loading: 128, silent: 4096, v2: 32768 } as const

/** `allowed_mentions`. */
export interface Allowed {
  parse?: ('everyone' | 'roles' | 'users')[]
  users?: string[]
  roles?: string[]
  replied_user?: boolean
}

/** A file that came with a message. */
export interface Upload {
  filename: string
  size: number
}

/** A checked message body: only what it carried, in the form Discord keeps it. */
export interface Draft {
  content?: string
  embeds?: APIEmbed[]
  components?: APIMessageTopLevelComponent[]
  flags?: number
  nonce?: string
  enforceNonce: boolean
  allowed: Allowed | undefined
  reference?: { message_id: string; channel_id?: string; fail_if_not_exists?: boolean }
  files: Upload[]
}

/** Refuses with 50035 what Discord's form for messages refuses; `at` is where the message
 * stands in the body, `old` the flags of the message that is edited. */
export function readMessage(body: unknown, files: Upload[] = [], at = '', old = 0): Draft {
  const form = createForm()
  const json = isObject(body) ? body : {}
  const path = (key: string): string => (at ? `${at}.${key}` : key)
  const flags = (typeof json.flags === 'number' ? json.flags : 0) | old
  form.text(path('content'), json.content, { max: 2000 })
  checkEmbeds(form, path('embeds'), json.embeds)
  if (flags & Flag.v2) checkV2(form, at, json)
  else checkComponents(form, path('components'), json.components)
  checkAllowed(form, path('allowed_mentions'), json.allowed_mentions)
  if (typeof json.nonce !== 'number') form.text(path('nonce'), json.nonce, { max: 25 })
  checkReference(form, path('message_reference'), json.message_reference)
  form.list(path('attachments'), json.attachments, { max: 10 })
  form.done()
  return draft(json, files)
}

/** Refuses a message in which nothing could be seen. */
export function refuseEmpty(seen: { content: string; embeds: unknown[]; components: unknown[] }, files = 0) {
  if (seen.content === '' && !seen.embeds.length && !seen.components.length && !files) refuse(50006)
}

function draft(json: Json, files: Upload[]): Draft {
  const has = (key: string): boolean => key in json
  return {
    ...(has('content') && { content: typeof json.content === 'string' ? json.content.trim() : '' }),
    ...(has('embeds') && { embeds: asList(json.embeds).map(keepEmbed) }),
    ...(has('components') && { components: asList(json.components) as APIMessageTopLevelComponent[] }),
    ...(has('flags') && { flags: Number(json.flags) }),
    ...(!isMissing(json.nonce) && { nonce: shown(json.nonce) }),
    ...(isObject(json.message_reference) && { reference: json.message_reference as never }),
    enforceNonce: json.enforce_nonce === true,
    allowed: isObject(json.allowed_mentions) ? json.allowed_mentions : undefined,
    files,
  }
}

function checkEmbeds(form: Form, path: string, value: unknown): void {
  const embeds = form.list(path, value, { max: 10 })
  let total = 0
  for (const [index, entry] of embeds.entries()) {
    const embed = form.object(`${path}.${index}`, entry)
    if (embed) total += checkEmbed(form, `${path}.${index}`, embed)
  }
  if (total > 6000) form.fail(path, 'MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000')
}

function checkEmbed(form: Form, path: string, embed: Json): number {
  const count = (key: string, value: unknown, max: number, required = false): number => {
    const text = typeof value === 'string' ? value.trim() : value
    return size(form.text(`${path}.${key}`, text, { max, required }) ?? '')
  }
  const part = (key: string): Json => (isObject(embed[key]) ? embed[key] : {})
  const fields = form.list(`${path}.fields`, embed.fields, { max: 25 })
  const sizes = [
    count('title', embed.title, 256),
    count('description', embed.description, 4096),
    count('footer.text', part('footer').text, 2048, 'footer' in embed && !isMissing(embed.footer)),
    count('author.name', part('author').name, 256, 'author' in embed && !isMissing(embed.author)),
    ...fields.flatMap((entry, index) => {
      const field = form.object(`${path}.fields.${index}`, entry) ?? {}
      const at = `fields.${index}`
      return [count(`${at}.name`, field.name, 256, true), count(`${at}.value`, field.value, 1024, true)]
    }),
  ]
  const pictures = ['image', 'thumbnail'].map((key) => part(key).url)
  const links: [string, unknown][] = [
    ['url', embed.url],
    ['author.url', part('author').url],
    ['image.url', pictures[0]],
    ['thumbnail.url', pictures[1]],
  ]
  for (const [key, url] of links) {
    form.url(
      `${path}.${key}`,
      url,
      key.startsWith('i') || key.startsWith('t') ? ['http', 'https', 'attachment'] : undefined,
    )
  }
  form.range(`${path}.color`, embed.color, 0, 0xffffff)
  checkTimestamp(form, `${path}.timestamp`, embed.timestamp)
  const total = sizes.reduce((sum, next) => sum + next, 0)
  if (total === 0 && !pictures.some(Boolean)) form.required(`${path}.description`)
  return total
}

function checkTimestamp(form: Form, path: string, value: unknown): void {
  if (isMissing(value) || !Number.isNaN(Date.parse(shown(value)))) return
  form.fail(path, 'DATE_TIME_TYPE_PARSE', `Could not parse ${shown(value)}. Should be ISO8601.`)
}

const EMBED_KEYS = 'title description url timestamp color footer image thumbnail author fields'.split(' ')

function keepEmbed(embed: unknown): APIEmbed {
  const kept = Object.entries(embed as Json).filter(
    ([key, value]) => EMBED_KEYS.includes(key) && !isMissing(value),
  )
  return { type: 'rich', ...Object.fromEntries(kept) } as APIEmbed
}

function checkAllowed(form: Form, path: string, value: unknown): void {
  if (isMissing(value)) return
  const allowed = form.object(path, value) ?? {}
  const parse = form.list(`${path}.parse`, allowed.parse, { max: 3 })
  for (const [index, kind] of parse.entries()) {
    form.choice(`${path}.parse.${index}`, kind, ['users', 'roles', 'everyone'])
  }
  for (const kind of ['users', 'roles']) {
    const ids = form.list(`${path}.${kind}`, allowed[kind], { max: 100 })
    checkSnowflakes(form, `${path}.${kind}`, ids)
    if (!ids.length || !parse.includes(kind)) continue
    const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`
    form.fail(path, 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message)
  }
}

function checkSnowflakes(form: Form, path: string, ids: unknown[]): void {
  for (const [index, id] of ids.entries()) {
    if (!/^\d{1,20}$/.test(String(id))) {
      form.fail(`${path}.${index}`, 'NUMBER_TYPE_COERCE', `Value "${String(id)}" is not snowflake.`)
    }
  }
}

function checkReference(form: Form, path: string, value: unknown): void {
  if (isMissing(value)) return
  const reference = form.object(path, value)
  if (reference) checkSnowflakes(form, path, [reference.message_id])
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
