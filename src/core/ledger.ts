import type { Asked } from './briefs/compose/asked.ts'
import type { BriefBook } from './briefs/plan.ts'
import type { Id, Instant, Request } from './contract.ts'
import type { Volume } from './library/document.ts'
import type { Claimed } from './store/claims.ts'
import type { Outcome } from './store/request-row.ts'
import type { Claim } from './store/requests.ts'

/** What the core remembers of its work. Nothing but `open` rejects or takes longer than two seconds: without a store it goes on from memory. */
export interface Ledger {
  /** Connects. Throws an OperatorError for what only the operator can mend; a store that is away is waited for. */
  open(): Promise<void>
  /** Records a request and claims it; null where it is someone else's, or was answered. */
  record(request: Request): Promise<Claim | null>
  /** Resolves when all that was recorded would survive the loss of the machine's power. */
  kept(): Promise<void>
  /** Whether the claim still holds, asked right before something is sent. */
  holds(claim: Claim): Promise<boolean>
  finish(claim: Claim, request: Request, outcome: Outcome): Promise<void>
  /** The last questions of a conversation, the oldest first. */
  earlier(conversation: string): Promise<string[]>
  remember(id: Id, conversation: string, question: string): Promise<void>
  /** Holds on to the requests that are under way, and takes over those of dead processes. */
  sweep(underWay: readonly Id[]): Promise<Claimed[]>
  /** Forgets what is older than the operator wants it kept. */
  prune(): Promise<void>
  /** Records what the documents are now, and what became of those that are not as they were. */
  keepDocuments(volumes: readonly Volume[]): Promise<void>
  /** Counts a question. */
  count(id: Id, at: Instant, asked: Asked): Promise<void>
  /** What is kept of briefs. */
  briefs: BriefBook
  /** Whether the operator let a smaller library pass within the last so many milliseconds. */
  acceptedLibrary(withinMs: number): Promise<boolean>
  status(): { engine: string; away: boolean; waiting: number }
  close(): Promise<void>
}

const TURNS = 5

/** Remembers as long as the process runs: for the terminal, where nobody else works on the same requests. */
export function createMemoryLedger(): Ledger {
  const asked = new Map<string, string[]>()
  return {
    open: async () => {},
    record: async (request) => ({ id: request.id, owner: 'memory', attempt: 1 }),
    kept: async () => {},
    holds: async () => true,
    finish: async () => {},
    earlier: async (conversation) => asked.get(conversation) ?? [],
    async remember(_id, conversation, question) {
      asked.set(conversation, [...(asked.get(conversation) ?? []), question].slice(-TURNS))
    },
    sweep: async () => [],
    prune: async () => {},
    keepDocuments: async () => {},
    count: async () => {},
    briefs: async (_call, otherwise) => otherwise,
    acceptedLibrary: async () => false,
    status: () => ({ engine: 'memory', away: false, waiting: 0 }),
    close: async () => {},
  }
}
