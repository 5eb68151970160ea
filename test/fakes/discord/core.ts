import type { Commands } from './command.ts'
import { refuse } from './error.ts'
import type { GatewayEvent } from './gateway.ts'
import { DM, FORUM, THREAD, type Channel, type Clock, type World } from './guild.ts'
import type { Interactions } from './interaction.ts'
import type { Messages } from './message.ts'
import { Permission } from './permission.ts'

/** What routes and acts work on. */
export interface Core {
  world: World
  clock: Clock
  messages: Messages
  commands: Commands
  interactions: Interactions
  emit: (event: GatewayEvent) => void
  /** Whether the application may read content over REST. */
  reads: boolean
}

/** The channel, if the bot may know of it. */
export function access({ world }: Core, id: string): Channel {
  const place = world.channels.get(id) ?? refuse(10003)
  if (!(world.permissions(place, world.bot.id) & Permission.view)) refuse(50001)
  return place
}

/** Refuses unless the bot has every one of these permissions there. */
export function need({ world }: Core, place: Channel, bits: bigint): void {
  if ((world.permissions(place, world.bot.id) & bits) !== bits) refuse(50013)
}

/** Refuses where the bot may not write. */
export function needSend(core: Core, place: Channel): void {
  const { world } = core
  if (place.type === FORUM) refuse(50008)
  const recipient = place.type === DM ? place.recipients?.[0]?.id : undefined
  if (recipient && world.unreachable.has(recipient)) refuse(50007)
  if (recipient && ![...world.guilds.values()].some(({ members }) => members.has(recipient))) refuse(50278)
  need(core, place, place.type === THREAD ? Permission.sendInThreads : Permission.send)
  if (place.thread_metadata?.locked) refuse(50083)
}
