import { createForm, type Json } from './form.ts'
import type { World } from './guild.ts'
import type { Interaction } from './interaction.ts'
import { Flag } from './limits.ts'

/** The choices of an autocomplete answer. */
export function readChoices(value: unknown): unknown[] {
  const form = createForm()
  const choices = form.list('data.choices', value, { max: 25, required: true })
  for (const [index, choice] of choices.entries()) {
    const { name, value: meant } = form.object(`data.choices.${index}`, choice) ?? {}
    form.text(`data.choices.${index}.name`, name, { min: 1, max: 100, required: true })
    if (typeof meant === 'string') form.text(`data.choices.${index}.value`, meant, { min: 1, max: 100 })
  }
  form.done()
  return choices
}

/** What a message says of the interaction it answers. */
export function metadata(world: World, one: Interaction): Json {
  return {
    id: one.id,
    type: one.type,
    user: world.users.get(one.user),
    authorizing_integration_owners: owners(one),
    ...(one.type === 2 && { name: one.name, command_type: 1 }),
    ...(one.source && { interacted_message_id: one.source.message.id }),
  }
}

/** For whom the app is installed where the interaction came from. */
export function owners(one: Pick<Interaction, 'userInstalled' | 'user' | 'place'>): Json {
  return one.userInstalled ? { 1: one.user } : { 0: one.place.guild_id ?? '0' }
}

/** The body of a first response sent with `with_response`. */
export function outcome(one: Interaction, message: Json | undefined, flags: number): Json {
  const loading = (flags & Flag.loading) !== 0
  const ephemeral = (flags & Flag.ephemeral) !== 0
  const about = message && {
    response_message_id: message.id,
    response_message_loading: loading,
    response_message_ephemeral: ephemeral,
  }
  const interaction = { id: one.id, type: one.type, ...about }
  return { interaction, resource: { type: one.answered, ...(message && { message }) } }
}
