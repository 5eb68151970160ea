import { type Look, renderCard } from '../adapters/console/render.ts'
import { localDate } from '../core/briefs/schedule.ts'
import type { Instant } from '../core/contract.ts'
import { createMemoryLedger } from '../core/ledger.ts'
import { openWriter, zoneOf } from './briefs.ts'
import { openLibrary, type OpenOptions } from './open.ts'
import { type Platform, renderFor } from './render.ts'

export interface BriefCommandOptions extends OpenOptions {
  zone: string | null
  /** Print the message that this platform would get. */
  render: Platform | undefined
  look: Look
  now: Instant
}

/** Today's brief of a place that never had one, as lines for the terminal or as a platform's payload. */
export async function brief({ zone, render, look, now: at, ...open }: BriefCommandOptions): Promise<string> {
  const { index, close } = await openLibrary(open)
  await close()
  const { writer } = openWriter({ index, locale: open.locale, ledger: createMemoryLedger() })
  const here = zoneOf(zone)
  const wanted = { place: 'nowhere', date: localDate(here, at), zone: here, at, topics: [] }
  const { card } = await writer.write(wanted)
  return `${render ? await renderFor(render, card) : renderCard(card, look)}\n`
}
