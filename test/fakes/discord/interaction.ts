import { randomBytes } from 'node:crypto'
import { metadata, outcome, readChoices } from './interaction-json.ts'
import { checkModal } from './component.ts'
import { refuse } from './error.ts'
import { createForm, isObject, type Json } from './form.ts'
import type { Channel, Clock, World } from './guild.ts'
import { Flag, readMessage, refuseEmpty, type Draft, type Upload } from './limits.ts'
import { REPLY, type Messages, type Stored } from './message.ts'

/** What a user asked of the bot, and what came of it. */
export interface Interaction {
  id: string
  token: string
  /** 2 a command, 3 a component, 4 autocomplete, 5 a modal. */
  type: number
  place: Channel
  user: string
  name: string
  created: number
  userInstalled: boolean
  expired: boolean
  /** The message whose component was used. */
  source?: Stored
  /** The type of the first response. */
  answered?: number
  original?: string
  followUps: string[]
  modal?: Json
  choices?: unknown[]
}
export type Interactions = ReturnType<typeof createInteractions>
type Opening = Pick<Interaction, 'type' | 'place' | 'user' | 'name' | 'userInstalled'> & {
  source?: Stored | undefined
}

const FIRST_MS = 3_000
const TOKEN_MS = 900_000
const SENT = Flag.suppressEmbeds | Flag.ephemeral | Flag.silent | Flag.v2

/** Interactions from the act to the last follow-up: one first response within 3 s, the token for 15 minutes. */
export function createInteractions(world: World, clock: Clock, messages: Messages) {
  const all = new Map<string, Interaction>()

  const post = (
    one: Interaction,
    draft: Draft,
    flags: number,
    reference = one.source?.message.id,
  ): Stored => {
    const stored = messages.add(one.place, {
      draft,
      author: world.bot,
      flags: flags & (SENT | Flag.loading),
      type: reference ? REPLY : COMMAND_REPLY,
      webhook_id: world.application,
      application_id: world.application,
      answer: true,
      interaction_metadata: metadata(world, one),
      ...(reference && { message_reference: pointer(one.place, reference) }),
      ...(flags & Flag.ephemeral && { seenBy: one.user }),
    })
    return stored
  }
  const respond: Record<number, (one: Interaction, data: Json, files: Upload[]) => Stored | undefined> = {
    4: (one, data, files) => {
      const draft = readMessage(data, files, 'data')
      refuseEmpty({ content: '', embeds: [], components: [], ...draft }, files.length)
      return post(one, draft, draft.flags ?? 0)
    },
    5: (one, data) => post(one, readMessage({}), (Number(data.flags ?? 0) & Flag.ephemeral) | Flag.loading),
    6: ({ source }) => source,
    7: ({ source }, data, files) => {
      if (source) messages.edit(source, readMessage(data, files, 'data', source.message.flags))
      return source
    },
    8: (one, data) => {
      one.choices = readChoices(data.choices)
      return undefined
    },
    9: (one, data) => {
      const form = createForm()
      checkModal(form, 'data', data)
      form.done()
      one.modal = data
      return undefined
    },
  }
  const byToken = (application: string, token: string): Interaction => {
    const one = [...all.values()].find((other) => other.token === token)
    if (!one || application !== world.application) refuse(10015)
    if (one.expired || clock.now() - one.created > TOKEN_MS) refuse(50027)
    if (one.answered === undefined) refuse(10015)
    return one
  }
  const own = (one: Interaction, id: string): Stored => {
    const wanted = id === '@original' ? one.original : id
    const mine = wanted !== undefined && [one.original, ...one.followUps].includes(wanted)
    return (mine && messages.get(one.place.id, wanted)) || refuse(10008)
  }
  const edit = (stored: Stored, body: unknown, files: Upload[]): Json => {
    const waiting = (stored.message.flags & Flag.loading) !== 0
    messages.edit(stored, readMessage(body, files, '', stored.message.flags))
    if (waiting) stored.message.edited_timestamp = null
    return messages.show(stored, true)
  }

  return {
    open(opening: Opening): Interaction {
      const { source, ...rest } = opening
      const fresh = {
        id: world.id(),
        token: `aW${randomBytes(80).toString('base64url')}`,
        created: clock.now(),
      }
      const one = { ...rest, ...fresh, expired: false, followUps: [], ...(source && { source }) }
      all.set(one.id, one)
      return one
    },
    get: (id: string): Interaction | undefined => all.get(id),
    /** Carries out the first response. */
    callback(id: string, token: string, body: unknown, files: Upload[]): Json {
      const one = all.get(id)
      if (!one || one.token !== token) refuse(10062)
      if (one.answered !== undefined) refuse(40060)
      if (clock.now() - one.created > FIRST_MS) refuse(10062)
      const { type, data } = isObject(body) ? body : {}
      checkType(one, type)
      const stored = respond[Number(type)]?.(one, isObject(data) ? data : {}, files)
      one.answered = Number(type)
      if (stored) one.original = stored.message.id
      return outcome(one, stored && messages.show(stored, true), stored?.message.flags ?? 0)
    },
    read: (application: string, token: string, id: string): Json =>
      messages.show(own(byToken(application, token), id), true),
    edit: (application: string, token: string, id: string, body: unknown, files: Upload[]): Json =>
      edit(own(byToken(application, token), id), body, files),
    remove: (application: string, token: string, id: string): void =>
      void messages.remove(own(byToken(application, token), id)),
    /** A follow-up; straight after a defer it fills in the deferred message instead, as ephemeral as that was. */
    followUp(application: string, token: string, body: unknown, files: Upload[]): Json {
      const one = byToken(application, token)
      const original = messages.get(one.place.id, one.original ?? '')
      if (one.answered === 5 && original && original.message.flags & Flag.loading)
        return edit(original, body, files)
      if (one.userInstalled && one.followUps.length >= 5) refuse(40094)
      const draft = readMessage(body, files)
      refuseEmpty({ content: '', embeds: [], components: [], ...draft }, files.length)
      const stored = post(one, draft, draft.flags ?? 0, one.original ?? one.source?.message.id)
      one.followUps.push(stored.message.id)
      return messages.show(stored, true)
    },
  }
}

const COMMAND_REPLY = 20

function pointer(place: Channel, id: string) {
  return {
    type: 0,
    channel_id: place.id,
    message_id: id,
    ...(place.guild_id && { guild_id: place.guild_id }),
  }
}

function checkType(one: Interaction, type: unknown): void {
  const onMessage = one.source ? [6, 7] : []
  const allowed: Record<number, number[]> = {
    2: [4, 5, 9],
    3: [4, 5, ...onMessage, 9],
    4: [8],
    5: [4, 5, ...onMessage],
  }
  const form = createForm()
  form.choice('type', type, allowed[one.type] ?? [])
  form.done()
}
