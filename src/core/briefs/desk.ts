import { noticeCard, withLine } from '../cards.ts'
import type { Adapter, Card, Id, Inspection, Instant, Request } from '../contract.ts'
import type { Deliver } from '../delivery.ts'
import * as wording from './wording.ts'
import { helpCard, historyCard, settingOf, statusCard, topicsCard } from './desk-cards.ts'
import { linksOf } from './links.ts'
import { briefNow } from './now.ts'
import type { BriefBook } from './plan.ts'
import { localDate } from './schedule.ts'
import { type Change, changeTopics, pause, turnOff, turnOn } from './set-up.ts'
import type { Subscription } from './subscription.ts'
import type { Writer } from './compose/write.ts'

export interface DeskOptions {
  adapters: readonly Adapter[]
  book: BriefBook
  writer: Writer
  deliver: Deliver
  now: () => Instant
  locale: string
  /** Where nobody said another one. */
  zone: string
  /** People who may change any place. */
  admins: readonly Id[]
  report: (cause: Error) => void
}

/**
 * Answers what is said of briefs; `again` where somebody may have done so already, and died over it. Never rejects for
 * what the platform or the store does.
 */
export type Desk = (request: Request, again?: boolean) => Promise<Card>

const CHANGES: Record<string, (change: Change) => Subscription | Card> = {
  on: turnOn,
  off: turnOff,
  pause,
  topics: changeTopics,
}
const SHOWN_RUNS = 5
const MOST_RUNS = 30

export function createDesk(options: DeskOptions): Desk {
  const { adapters, book, writer, now, locale, zone } = options
  const runsOf = (place: Id, limit: number) => book(({ runHistory }) => runHistory.of(place, limit), [])
  const status = async (place: Id, subscription: Subscription | null, shown: number): Promise<Card> => {
    const runs = await runsOf(place, shown)
    const links = await linksOf(adapters, runs)
    return statusCard({ subscription, runs, latest: runs[0], links, now: now(), locale })
  }
  const preview = async ({ place }: Request, known: Subscription | null): Promise<Card> => {
    const [at, here] = [now(), known?.rhythm.zone ?? zone]
    const wanted = { place: place.id, date: localDate(here, at), zone: here, at, topics: known?.topics ?? [] }
    const { card } = await writer.write(wanted)
    return place.kind === 'direct' ? card : withLine(card, wording.BRIEF_ONLY_PREVIEW)
  }
  const change = async (verb: string, made: Change, again: boolean): Promise<Card> => {
    const { request } = made
    const found = await inspect(adapters, request.place.id)
    // Looking took a while, in which somebody else may have changed it.
    const subscription = await book(({ subscriptions }) => subscriptions.of(request.place.id), 'away')
    if (subscription === 'away') return noticeCard(wording.BRIEF_STORE_AWAY)
    const refusal = refusalOf(request, subscription, found, options.admins)
    if (refusal !== null) return noticeCard(refusal)
    const lacking = (card: Card): Card =>
      found.lacks.length > 0 ? withLine(card, wording.briefLacks(found.lacks.join(', '))) : card
    const current = { ...made, subscription }
    if (verb === 'now') return lacking(await briefNow(options, current))
    const kept = CHANGES[verb]?.(current) ?? helpCard(verb)
    if ('parts' in kept) return kept
    const isKept = await book(({ subscriptions }) => subscriptions.keep(kept).then(() => true), false)
    if (!isKept) return noticeCard(wording.BRIEF_STORE_AWAY)
    announce(options, request, { made: kept, again })
    return lacking(await status(kept.place, kept, 1))
  }
  return async (request, again = false) => {
    const { place, intent } = request
    const [typed = '', ...rest] = intent.do === 'command' ? intent.words.trim().split(/\s+/) : []
    const [verb, words] = [typed.toLowerCase(), rest.join(' ')]
    const subscription = await book(({ subscriptions }) => subscriptions.of(place.id), 'away')
    if (verb === 'preview') return preview(request, subscription === 'away' ? null : subscription)
    if (verb !== 'now' && verb !== 'status' && verb !== 'history' && !Object.hasOwn(CHANGES, verb))
      return helpCard(typed)
    if (place.kind === 'direct') return noticeCard(wording.BRIEF_ONLY_IN_CHANNELS)
    if (subscription === 'away') return noticeCard(wording.BRIEF_STORE_AWAY)
    if (verb === 'topics' && /^(?:list)?$/i.test(words)) return topicsCard(subscription?.topics ?? [])
    if (verb === 'history') {
      const runs = await runsOf(place.id, MOST_RUNS)
      return historyCard(runs, await linksOf(adapters, runs), locale)
    }
    if (verb === 'status') return status(place.id, subscription, SHOWN_RUNS)
    return change(verb, { request, subscription, words, now: now(), zone, locale }, again)
  }
}

async function inspect(adapters: readonly Adapter[], place: Id): Promise<Inspection> {
  const adapter = adapters.find(({ name }) => place.startsWith(`${name}:`))
  return adapter ? adapter.inspect(place) : { readers: 'unknown', state: 'unknown', lacks: [] }
}

/** Why this person may not change the briefs of this place, or null. */
function refusalOf(
  { person }: Request,
  subscription: Subscription | null,
  { state, readers, creator }: Inspection,
  admins: readonly Id[],
): string | null {
  const manages =
    person.manages === true ||
    admins.includes(person.id) ||
    person.id === creator ||
    person.id === subscription?.manager
  if (!manages) return wording.BRIEF_MANAGERS_ONLY
  if (state === 'gone') return wording.BRIEF_NOT_IN_PLACE
  if (state === 'unknown') return wording.BRIEF_PLACE_UNKNOWN
  return readers === 'team' ? null : wording.BRIEF_NOT_WITH_OUTSIDERS
}

/** Says in the channel who changed what, without a ping; whether it arrives is no matter of the change's. */
function announce(
  { deliver, now, locale, report }: DeskOptions,
  { id, at, person, place }: Request,
  { made, again }: { made: Subscription; again: boolean },
): void {
  const card = noticeCard(wording.briefChanged(person.name ?? null, settingOf(made, now(), locale)))
  const said = deliver({
    to: { place: place.id },
    card,
    key: `${id}:said`,
    asker: person.id,
    again,
    unasked: { since: Math.min(at, now()), notice: card },
  })
  said.then(
    (delivered) => {
      if (!delivered.ok && delivered.why !== 'taken over') report(delivered.cause)
    },
    (error: unknown) => report(error instanceof Error ? error : new Error(String(error))),
  )
}
