import type { Id, Request } from './contract.ts'

/** Where the questions before this one were asked: the whole of a direct exchange, the thread of a channel. */
export function conversationOf({ place, reply }: Request): Id {
  return place.kind === 'direct' || reply.thread === undefined ? place.id : `${place.id}/${reply.thread}`
}
