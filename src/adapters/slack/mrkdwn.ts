/** Slack's message markup, read and written. */

import { withoutAddressees } from '../addressees.ts'
import { inert } from '../inert.ts'

/** Plain text from what a person wrote: mentions at the beginning and our own dropped, others by name, links by label, entities undone. */
export function readMrkdwn(text: string, us: string): string {
  return withoutAddressees(text, '<@[^<>]*>')
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
