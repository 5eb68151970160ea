/** The form in which a brief is set up, where the platform has forms: it stands for the command with its words. */

import { BRIEF, BRIEF_VERBS, briefWords } from '../commands.ts'
import type { Field, Form, Intent, Request } from '../contract.ts'
import * as wording from './wording.ts'

const VERB = 'on'

/** The form to show for a request, or null: for the verb alone, in a channel. */
export function formFor({ intent, place, forms }: Request): Form | null {
  if (!forms || place.kind !== 'channel' || intent.do !== 'command' || intent.name !== BRIEF) return null
  if (intent.words.trim().toLowerCase() !== VERB) return null
  const fields = BRIEF_VERBS.find(({ verb }) => verb === VERB)?.fields ?? []
  return {
    name: BRIEF,
    title: wording.BRIEF_FORM_TITLE,
    submit: wording.BRIEF_FORM_SUBMIT,
    carry: VERB,
    fields: fields.map(toField),
  }
}

/** The command that a form stands for; any other intent as it is. */
export function asTyped(intent: Intent): Exclude<Intent, { do: 'submit' }> {
  if (intent.do !== 'submit') return intent
  return { do: 'command', name: intent.form, words: briefWords(intent.carry, intent.values) }
}

/** What is left empty stays as it was. */
function toField({ name, tells: label, flag }: (typeof BRIEF_VERBS)[number]['fields'][number]): Field {
  const choices = [
    { label: wording.NO, value: 'false' },
    { label: wording.YES, value: 'true' },
  ]
  return { name, label, required: false, ...(flag && { choices }) }
}
