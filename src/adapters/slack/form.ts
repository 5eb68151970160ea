/** Forms as Slack's modals, and what comes back of them. Pure. */

import type { InputBlock, ModalView, PlainTextElement, PlainTextOption } from '@slack/web-api'
import type { Choice, Field, Form, Id, Instant, Person, Place, Request } from '../../core/contract.ts'
import { cut } from '../cut.ts'
import { bare, isDirect } from './address.ts'
import { type Fields, isRecord, strings } from './fields.ts'
import { NAME, type Us } from './inbound.ts'

const LONGEST_TITLE = 24
const LONGEST_OPTION = 75
const LONGEST_VALUE = 200

/** The form as a modal that knows where it was asked for. */
export function toView(form: Form, place: Id): ModalView {
  return {
    type: 'modal',
    callback_id: form.name,
    private_metadata: `${bare(place)} ${form.carry}`,
    title: plain(cut(form.title, LONGEST_TITLE)),
    submit: plain(cut(form.submit, LONGEST_TITLE)),
    blocks: form.fields.map(toInput),
  }
}

/**
 * The request behind a form that was sent off, or null for any other body. The same form has the same id however often
 * it comes, and the answer goes to whoever filled it in, where it was asked for.
 */
export function fromSubmission(body: unknown, us: Us, now: Instant): Request | null {
  if (!isRecord(body) || body['type'] !== 'view_submission') return null
  const { view, user } = body
  if (!isRecord(view) || !isRecord(user)) return null
  const {
    id,
    callback_id: form,
    private_metadata = '',
  } = strings(view, ['id', 'callback_id', 'private_metadata'])
  const [, channel, carry] = /^(\S+) (.*)$/s.exec(private_metadata) ?? []
  const person = personOf(user, body['team'], us)
  if (!id || !form || channel === undefined || carry === undefined || !person) return null
  const direct = isDirect(channel)
  const place: Place = {
    id: `${NAME}:${channel}`,
    kind: direct ? 'direct' : 'channel',
    readers: direct ? 'one' : 'unknown',
  }
  return {
    id: `${NAME}:${us.team}/${id}`,
    at: now,
    place,
    person,
    intent: { do: 'submit', form, carry, values: valuesIn(view['state']) },
    reply: { place: place.id, only: person.id },
  }
}

function toInput({ name, label, required, choices, initial }: Field): InputBlock {
  const input = { type: 'input' as const, block_id: name, label: plain(label), optional: !required }
  const action_id = name
  if (choices === undefined) {
    const initial_value = initial === undefined ? {} : { initial_value: initial }
    return {
      ...input,
      element: { type: 'plain_text_input', action_id, max_length: LONGEST_VALUE, ...initial_value },
    }
  }
  const chosen = choices.find(({ value }) => value === initial)
  const initial_option = chosen && { initial_option: toOption(chosen) }
  return {
    ...input,
    element: { type: 'static_select', action_id, options: choices.map(toOption), ...initial_option },
  }
}

function toOption({ label, value }: Choice): PlainTextOption {
  return { text: plain(cut(label, LONGEST_OPTION)), value }
}

function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false }
}

/** Of the team whose workspace it came from, where it does not say whose the person is. */
function personOf(user: Fields, from: unknown, us: Us): Person | null {
  const { id, name, team_id: home } = strings(user, ['id', 'name', 'team_id'])
  const team = home ?? (isRecord(from) ? strings(from, ['id']).id : undefined)
  if (!id) return null
  return { id: `${NAME}:${id}`, member: team === us.team, ...(name && { name }) }
}

/** What was written or chosen, by field. */
function valuesIn(state: unknown): Record<string, string> {
  const values: Record<string, string> = {}
  const blocks = isRecord(state) && isRecord(state['values']) ? Object.values(state['values']) : []
  for (const [name, given] of blocks.filter(isRecord).flatMap(Object.entries)) {
    if (!isRecord(given)) continue
    const chosen = isRecord(given['selected_option']) ? given['selected_option'] : given
    values[name] = strings(chosen, ['value']).value ?? ''
  }
  return values
}
