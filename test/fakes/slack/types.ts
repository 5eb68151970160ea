/** An object as it crosses the wire. */
export type Json = Record<string, unknown>

/** A conversation's kind decides the scope that reads it. */
export type Kind = 'public' | 'private' | 'im'

/** A conversation; the bot belongs to it if `members` has the bot's user id. */
export interface Channel {
  id: string
  name: string
  kind: Kind
  members: Set<string>
  archived: boolean
  /** Slack Connect: people of other companies read along. */
  shared: boolean
  /** Someone of another company has been invited and has not come yet. */
  pending: boolean
  creator: string
}

/** A message in a channel's pins, and who put it there. */
export interface Pin {
  channel: string
  ts: string
  created: number
  by: string
}

/** A person; `team` differs from the bot's for those who come through Slack Connect. */
export interface Person {
  id: string
  name: string
  team: string
}

/** A stored message. The names on the wire, and three of our own: channel, ephemeralTo, via. */
export interface Message {
  channel: string
  ts: string
  user?: string
  text: string
  blocks?: Json[]
  attachments?: unknown
  metadata?: Json
  markdown_text?: string
  thread_ts?: string
  reply_broadcast?: boolean
  bot_id?: string
  app_id?: string
  username?: string
  client_msg_id?: string
  subtype?: string
  edited?: { user: string; ts: string }
  unfurl_links?: boolean
  unfurl_media?: boolean
  /** Only this person sees it; history does not have it. */
  ephemeralTo?: string
  /** How the bot's message came: by the Web API, by a response_url, as the body of an ack. */
  via?: 'api' | 'response_url' | 'ack'
}

/** A view Slack holds: an open modal, or somebody's home tab. */
export interface View {
  id: string
  hash: string
  user: string
  view: Json
}

/** One call of the Web API or of a response_url; `answer` is 'ok', an error code, or what a fault did. */
export interface Call {
  method: string
  args: Json
  token: string
  time: number
  answer?: string
}

/** What the bot answered to one delivery attempt; `status` only over HTTP. */
export interface Answer {
  at: number
  tookMs: number
  body: unknown
  status?: number
  inTime: boolean
}

/** One attempt to hand something to the bot. */
export interface Attempt {
  at: number
  retry?: Retry
  answer?: Answer
}

/** Why Slack tries again. */
export interface Retry {
  num: number
  reason: string
}

/** An event, a command or an interaction on its way to the bot. */
export interface Delivery {
  kind: 'events_api' | 'slash_commands' | 'interactive'
  payload: Json
  /** Empty while nothing listens. */
  attempts: Attempt[]
  acked: boolean
  /** What the answer's body does in Slack. */
  onAnswer?: (body: Json) => void
}

/** Something a person did, and what Slack told the bot of it. */
export interface Act {
  deliveries: Delivery[]
}

/** A message somebody wrote. */
export interface Said extends Act {
  ts: string
  channel: string
  message: Message
}

/** A command or a click: what opens a modal, and where one may respond. */
export interface Invoked extends Act {
  triggerId: string
  responseUrl: string
}

/** What a fake workspace may be told; all have defaults. */
export interface SlackOptions {
  /** Granted bot scopes. */
  scopes?: string[]
  botToken?: string
  appToken?: string
  signingSecret?: string
  /** Unacked events come again after so many ms, three times at most; otherwise only on `redeliver`. */
  redeliverUntilAcked?: number
}
