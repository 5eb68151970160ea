import { OperatorError } from '../errors.ts'
import type { Ledger } from '../ledger.ts'
import { type AvailabilityOptions, createAvailability } from './availability.ts'
import { within } from './within.ts'

export interface LedgerOptions extends AvailabilityOptions {
  owner: string
  retentionMs: number
}

const TAKEN_AT_ONCE = 50
const TURNS = 5
/** An answer is better without what was asked before than late. */
const EARLIER_MS = 150
const TURN_AGE_MS = 60 * 60 * 1000

/** Remembers in the store, for every process that shares it. */
export function createStoreLedger({ owner, retentionMs, ...options }: LedgerOptions): Ledger {
  const available = createAvailability(options)
  const { prepare, flush, requests, claims, turns, history, documents } = options.store
  return {
    async open() {
      try {
        await prepare()
      } catch (error) {
        if (error instanceof OperatorError) throw error
        available.leave(error)
      }
    },
    async record(request) {
      const recorded = await available.ask(() => requests.record(request), 'away', 'refused')
      if (recorded !== 'away' && recorded !== 'refused') return recorded
      if (recorded === 'away') available.defer(() => requests.keep(request, null))
      return { id: request.id, owner, attempt: 1 }
    },
    kept: () => available.ask(flush, undefined),
    holds: (claim) => available.ask(() => claims.renew(claim), true),
    async finish(claim, request, outcome) {
      const finished = await available.ask(() => requests.finish(claim, outcome), 'away', 'refused')
      if (finished === 'away') available.defer(() => requests.keep(request, outcome))
    },
    earlier(conversation) {
      const last = (): Promise<string[]> => turns.last(conversation, TURNS, TURN_AGE_MS)
      return within<string[]>(EARLIER_MS, () => available.ask(last, [])).catch(() => [])
    },
    async remember(id, conversation, question) {
      const add = (): Promise<void> => turns.add(id, conversation, question)
      if ((await available.ask(add, 'away', 'refused')) === 'away') available.defer(add)
    },
    async sweep(underWay) {
      await available.ask(() => claims.renewAll(underWay), undefined)
      return available.ask(() => claims.takeOver(TAKEN_AT_ONCE), [])
    },
    async prune() {
      await available.ask(() => history.prune(retentionMs), undefined)
    },
    async keepDocuments(volumes) {
      // One by one, so that each call is short.
      for (const change of await available.ask(() => documents.changes(volumes), []))
        await available.ask(() => documents.keep(change), undefined)
    },
    async count(id, at, asked) {
      const add = (): Promise<void> => options.store.questions.add(id, at, asked)
      if ((await available.ask(add, 'away', 'refused')) === 'away') available.defer(add)
    },
    briefs: (call, otherwise) => available.ask(() => call(options.store), otherwise),
    acceptedLibrary: (withinMs) => available.ask(() => documents.accepted('library', withinMs), false),
    status: () => available.status(),
    close: () => available.close(),
  }
}
