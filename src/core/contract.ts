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
}

/** Where a card can go. Plain JSON: the adapter makes and reads it, the core only keeps it. */
export interface Target {
  place: Id
  thread?: Id
  /** Only this person sees it. */
  only?: Id
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
}

export type Intent =
  /** `thread`: the earlier questions of the same conversation, oldest first. */
  | { do: 'ask'; text: string; thread?: string[] }
  | { do: 'command'; name: string; words: string }
  | { do: 'arrive'; what: 'direct' }

/** What to show inside the platform's three seconds. */
export type First = { show: 'wait'; to: 'everyone' | 'asker' } | { show: 'nothing' }

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
  /** The message sent under the key. cannot look: the platform does not let us; ask again: not just now. Never rejects. */
  find(to: Target, key: string): Promise<Ref | 'absent' | 'cannot look' | 'ask again'>
}

export type Sent = { ok: true; message: Ref } | Failed

export interface Failed {
  ok: false
  /**
   * unsure: it may have arrived; gone: the place is no more; forbidden: we may not post there; wait: not before `waitMs`;
   * expired: the secret is no longer taken; refused: the platform takes no such message.
   */
  why: 'unsure' | 'gone' | 'forbidden' | 'wait' | 'expired' | 'refused'
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
}

/** Where a quoted text stands. `headings` from the outermost in; `line` and `page` count from 1; `url` opens the document. */
export interface Citation {
  document: string
  headings: string[]
  line?: number
  page?: number
  url?: string
}
