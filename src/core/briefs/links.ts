import type { Adapter, Id } from '../contract.ts'
import type { Run } from './run.ts'

/** Where the messages of runs can be opened, by the run's id, as far as their platform knows in a second or so. */
export type Links = ReadonlyMap<Id, string>

export async function linksOf(adapters: readonly Adapter[], runs: readonly Run[]): Promise<Links> {
  const found = await Promise.all(
    runs.map(async ({ id, place, message }) => {
      const adapter = adapters.find(({ name }) => place.startsWith(`${name}:`))
      const link = adapter && message ? await adapter.linkTo(message) : null
      return link === null ? [] : [[id, link] as const]
    }),
  )
  return new Map(found.flat())
}
