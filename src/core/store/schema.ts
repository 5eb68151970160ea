/** The tables, as every engine has them: times in milliseconds since the epoch (UTC), everything else text or small numbers. */

export interface Schema {
  requests: RequestRow
  turns: TurnRow
  documents: DocumentRow
  revisions: RevisionRow
  acceptances: AcceptanceRow
  subscriptions: SubscriptionRow
  runs: RunRow
  shown: ShownRow
  questions: QuestionRow
}

/** A request from the moment it was taken until it is pruned. */
export interface RequestRow {
  /** The act's id. */
  id: string
  taken_at: number
  /** The request in JSON, without the secret of its reply. */
  request: string
  /** What lets the platform take the answer; wiped when the request is done. */
  secret: string | null
  state: 'claimed' | 'done'
  /** The process that works on it. */
  owner: string
  lease_until: number
  /** Counts from 1; more means that another process died over it. */
  attempt: number
  /** How it was delivered, or why it was not. */
  outcome: string | null
  /** The message it was answered with, in JSON. */
  message: string | null
  done_at: number | null
}

/** A question in a conversation, for those that lean on it. */
export interface TurnRow {
  /** The request it was asked with. */
  id: string
  conversation: string
  at: number
  question: string
}

/** A document as it was last read. */
export interface DocumentRow {
  file: string
  title: string
  revision: string
  /** Its sections in JSON. */
  sections: string
}

/** What became of a document. */
export interface RevisionRow {
  id: string
  at: number
  file: string
  title: string
  /** The file's name before, where only that changed. */
  was: string | null
  /** Null for a new document. */
  before: string | null
  /** Null for one that is gone. */
  after: string | null
  /** Of its sections, in JSON. */
  difference: string
}

/** What an operator let pass. */
export interface AcceptanceRow {
  what: string
  at: number
}

/** A place that has a brief. */
export interface SubscriptionRow {
  place: string
  /** HH:MM. */
  time: string
  zone: string
  /** ISO weekdays in JSON. */
  days: string
  quiet: number
  /** In JSON. */
  topics: string
  manager: string
  since: number
  paused_until: number
  state: 'on' | 'off' | 'failing'
  failures: number
  told: string
}

/** A brief that is due, or was. */
export interface RunRow {
  id: string
  place: string
  date: string
  zone: string
  planned_at: number
  state: 'due' | 'posted' | 'done'
  owner: string
  lease_until: number
  /** Counts from 1; 0 before anyone works on it. */
  attempt: number
  /** In JSON. */
  brief: string | null
  outcome: string | null
  reason: string | null
  /** In JSON. */
  message: string | null
  posted_at: number | null
  pinned: string | null
  unpinned: string | null
}

/** What of the documents a brief showed. */
export interface ShownRow {
  run: string
  place: string
  mark: string
  part: string
  at: number
}

/** A question that was answered, or not: counted, never by whom. */
export interface QuestionRow {
  id: string
  at: number
  place: string
  /** 1 where everyone at the place could read it. */
  open: number
  answered: number
  question: string
}
