/** The tables, as every engine has them: times in milliseconds since the epoch (UTC), everything else text or small numbers. */

export interface Schema {
  requests: RequestRow
  turns: TurnRow
  documents: DocumentRow
  revisions: RevisionRow
  acceptances: AcceptanceRow
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
