import type { Client, REST } from 'discord.js'
import type { Adapter } from '../../core/contract.ts'
import type { Deferring } from './deferring.ts'
import { find } from './find.ts'
import type { Us } from './inbound.ts'
import { inspect, isClosed } from './inspect.ts'
import { linkTo } from './link.ts'
import { pin, unpin } from './pins.ts'
import { edit, isAnswer, post } from './post.ts'

export interface OutboundOptions {
  rest: () => REST
  us: () => Us
  /** The one that is connected, if any. */
  client: () => Client | undefined
  deferring: Deferring
}

/** What the core has done at Discord. */
export function createOutbound({ rest, us, client, deferring }: OutboundOptions) {
  const outbound: Omit<Adapter, 'name' | 'start' | 'stop' | 'pace'> = {
    async send(to, card, key) {
      if (isAnswer(to)) await deferring.over(to.secret)
      return post(rest(), to, card, key)
    },
    async find(to, _, sought) {
      const { user } = us()
      // Until we have been connected once, we cannot tell which messages are ours.
      if (user === '') return 'ask again'
      const unasked = to.thread === undefined && to.only === undefined
      if (unasked && isClosed(client(), to.place)) return 'cannot look'
      return find(rest(), to, user, sought)
    },
    edit: (message, card) => edit(rest(), message, card),
    pin: (message) => pin(rest(), message, us().user),
    unpin: (message) => unpin(rest(), message),
    linkTo: async (message) => linkTo(client(), message),
    inspect: (place) => inspect(client(), { rest: rest(), us: us(), place }),
  }
  return outbound
}
