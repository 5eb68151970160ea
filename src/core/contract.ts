/**
 * All that crosses between the core and a chat platform's adapter: plain data, and two interfaces.
 * The core decides; an adapter turns a platform's event into a `Request` and carries a `Card` to a `Target`.
 */

/** Ids are opaque to the core and start with the adapter's name. */
export type Id = string
/** Milliseconds since the epoch, UTC. */
export type Instant = number

export interface Place {
  id: Id
  kind: 'direct' | 'channel'
  readers: 'one' | 'team' | 'outsiders' | 'unknown'
}

export interface Person {
  id: Id
  member: boolean | 'unknown'
  /** The platform lets them change how this place is set up. */
  manages?: boolean
  /** As others see it. */
  name?: string
}

/** Where a card can go. Plain JSON: the adapter makes and reads it, the core only keeps it. */
export interface Target {
  place: Id
  thread?: Id
  /** Only this person sees it. */
  only?: Id
  /** In direct messages with that person, and not at the place. */
  as?: 'direct'
  /** What lets the platform take an answer to an interaction: never logged, of no use after `expires`. */
  secret?: string
  expires?: Instant
}

/** A message of ours. Plain JSON. */
export interface Ref {
  target: Target
  id: Id
}

/** What a person did. `id` names the act, never the delivery: the same act has the same id each time it arrives. */
export interface Request {
  id: Id
  at: Instant
  place: Place
  person: Person
  intent: Intent
  reply: Target
  /** The platform can show a form in answer to it. */
  forms?: true
}

export type Intent =
  /** `thread`: the earlier questions of the same conversation, oldest first. */
  | { do: 'ask'; text: string; thread?: string[] }
  | { do: 'command'; name: string; words: string }
  /** A form was filled in; `values` by the fields' names, empty where nothing was. */
  | { do: 'submit'; form: string; carry: string; values: Record<string, string> }
  | { do: 'arrive'; what: 'direct' }

/**
 * What to show inside the platform's three seconds. A form, only where the request says that the platform can: once it
 * is shown there is nothing to accept; where it cannot be, the request is accepted as any other.
 */
export type First =
  | { show: 'form'; form: Form }
  | { show: 'wait'; to: 'everyone' | 'asker' }
  | { show: 'nothing' }

/** What somebody may fill in. `carry` comes back with it, unseen. */
export interface Form {
  name: string
  title: string
  submit: string
  carry: string
  fields: Field[]
}

/** With choices one of them is chosen, otherwise a line is written. */
export interface Field {
  name: string
  label: string
  required: boolean
  choices?: Choice[]
  initial?: string
}

export interface Choice {
  label: string
  value: string
}

/** What an adapter is given. */
export interface Core {
  /** Pure and immediate. */
  first(request: Request): First
  /** Resolves when the request is taken: acknowledge then. The outcome arrives through `send`. Never rejects. */
  accept(request: Request): Promise<void>
}

/** One chat platform. */
export interface Adapter {
  readonly name: string
  /** Rejects only for what the operator must mend; otherwise keeps trying. */
  start(core: Core): Promise<void>
  /** Takes nothing new and finishes what is under way. */
  stop(): Promise<void>
  /** One attempt; `key` names the message so that a repeat can be told from a second one. Never rejects. */
  send(to: Target, card: Card, key: string): Promise<Sent>
  /**
   * The message that carries the card, sent under the key at `since` or later. cannot look: the platform does not let
   * us; ask again: not just now. Never rejects.
   */
  find(to: Target, key: string, sought?: Sought): Promise<Ref | 'absent' | 'cannot look' | 'ask again'>
  /** One attempt to put another card in a message's place, to pin it, to unpin it. Never rejects. */
  edit(message: Ref, card: Card): Promise<Done>
  pin(message: Ref): Promise<Done>
  unpin(message: Ref): Promise<Done>
  /** Where people can open a message of ours; null where that is not known within a second or so. Never rejects. */
  linkTo(message: Ref): Promise<string | null>
  /** What the platform tells of a place, within a few seconds. Never rejects. */
  inspect(place: Id): Promise<Inspection>
  /** How many messages to as many places, and how many pins, the platform takes at once, and then one in so long. */
  readonly pace: { posts: Pace; pins: Pace }
}

/** `burst` at once, and then one in `everyMs`. */
export interface Pace {
  everyMs: number
  burst: number
}

/** For a message that nothing answers: what it says, and when it was sent at the earliest. */
export interface Sought {
  card: Card
  since: Instant
}

/** Already pinned, not pinned, and already gone are ok. */
export type Done = { ok: true } | Failed

export interface Inspection {
  readers: Place['readers']
  /** gone: it is no more, is archived, or we are not in it; unknown: the platform does not tell just now. */
  state: 'here' | 'gone' | 'unknown'
  /** Who made it. */
  creator?: Id
  /** What we would need there and do not have, in the platform's words. */
  lacks: string[]
}

export type Sent = { ok: true; message: Ref } | Failed

export interface Failed {
  ok: false
  /**
   * unsure: it may have arrived; gone: the place or the message is no more; forbidden: we may not do that there; full:
   * there are as many pins as a place takes; wait: not before `waitMs`; expired: the secret is no longer taken; refused:
   * the platform takes no such thing.
   */
  why: 'unsure' | 'gone' | 'forbidden' | 'full' | 'wait' | 'expired' | 'refused'
  waitMs?: number
  /** With unsure: nobody answered in time, so it may arrive yet. */
  late?: boolean
  cause: Error
}

/**
 * What they should see. Text is data: an adapter escapes it, the core never writes markup.
 * `summary` is the notification: it stands alone and carries the answer.
 */
export interface Card {
  summary: string
  parts: Part[]
}

export type Part =
  | { is: 'title' | 'text'; spans: Span[] }
  | { is: 'quote'; spans: Span[]; citation: Citation }
  | { is: 'list'; items: Span[][] }

export interface Span {
  text: string
  mark?: 'strong' | 'emphasis' | 'code'
  /** Where the words lead; only from a platform or the settings. */
  url?: string
}

/** Where a quoted text stands. `headings` from the outermost in; `line` and `page` count from 1; `url` opens the document. */
export interface Citation {
  document: string
  headings: string[]
  line?: number
  page?: number
  url?: string
}
