/** Slack's message markup, read and written. */

/** Plain text from what a person wrote: our own mention dropped, others by name, links by label, entities undone. */
export function readMrkdwn(text: string, us: string): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inside: string) => readEntity(inside, us))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim()
}

function readEntity(inside: string, us: string): string {
  const [target = '', label] = inside.split('|')
  if (target === `@${us}`) return ''
  if (target.startsWith('@') || target.startsWith('#'))
    return label ? `${target[0]}${label.replace(/^[@#]/, '')}` : ''
  if (target.startsWith('!')) return label ?? ''
  return label ?? target.replace(/^mailto:/, '')
}

/** Text in which nothing is a mention, a link or an entity of Slack's. */
export function escapeMrkdwn(text: string): string {
  return inert(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** Without characters that hide or turn text round; `<!` is kept apart, should anything read it again. */
export function inert(text: string): string {
  return text
    .replace(/(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/<(?=[!@#])/g, '<\u2060')
    .replace(/@(?=(?:everyone|here|channel)\b)/g, '@\u2060')
}
