import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely } from 'kysely'
import { OperatorError } from '../errors.ts'
import { createDocuments } from './documents.ts'
import { type Engine, openEngine, type Place } from './engine.ts'
import { faultOf, isBusy } from './fault.ts'
import { createHistory } from './history.ts'
import { migrate } from './migrate.ts'
import { createClaims } from './claims.ts'
import { createQuestions } from './questions.ts'
import { createRequests } from './requests.ts'
import { createRunClaims } from './run-claims.ts'
import { createRunHistory } from './run-history.ts'
import { createRunSteps } from './run-steps.ts'
import { createRuns } from './runs.ts'
import type { Schema } from './schema.ts'
import { createSubscriptions } from './subscriptions.ts'
import { createTurns } from './turns.ts'

export interface StoreOptions {
  place: Place
  /** Tells this process from the others, for as long as it runs. */
  owner: string
  leaseMs: number
}

export type Store = Awaited<ReturnType<typeof openStore>>

/** What briefs need of it. */
export type BriefTables = Pick<
  Store,
  'documents' | 'subscriptions' | 'questions' | 'runs' | 'runHistory' | 'runClaims' | 'runSteps'
>

const RETRY_MS = 25
const ATTEMPTS_TO_MIGRATE = 5
/** While another process migrates. */
const MIGRATE_RETRY_MS = 300

/**
 * The state of the program, in a file or in PostgreSQL. Nothing is touched before `prepare`. Calls reject with the
 * database's own error: `faultOf` says what it means.
 */
export async function openStore({ place, owner, leaseMs }: StoreOptions) {
  const engine = await openEngine(place)
  const db = new Kysely<Schema>({ dialect: engine.dialect })
  return {
    engine: engine.name,
    flush: () => engine.flush(),
    requests: createRequests({ db, engine, owner, leaseMs }),
    claims: createClaims({ db, engine, owner, leaseMs }),
    turns: createTurns(db, engine),
    history: createHistory(db, engine),
    documents: createDocuments(db, engine),
    subscriptions: createSubscriptions(db),
    questions: createQuestions(db),
    runs: createRuns(db),
    runHistory: createRunHistory(db),
    runClaims: createRunClaims({ db, engine, owner, leaseMs }),
    runSteps: createRunSteps({ db, engine, owner, leaseMs }),
    /** Connects and brings the schema up to date. Throws an OperatorError for what only the operator can mend. */
    prepare: () => prepare(db, engine),
    close: () => db.destroy(),
    db,
  }
}

async function prepare(db: Kysely<Schema>, engine: Engine): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await migrate(db)
    } catch (error) {
      if (error instanceof OperatorError) throw error
      const { line, lasting } = faultOf(error)
      if (lasting)
        throw new OperatorError(`The store (${engine.name}) cannot be used: ${line}`, { cause: error })
      if (attempt === ATTEMPTS_TO_MIGRATE) throw error
      await sleep(MIGRATE_RETRY_MS)
    }
  }
}

/** Tries again while another process holds the file, until the time is over. */
export async function whileBusy<T>(call: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await call()
    } catch (error) {
      if (!isBusy(error) || signal.aborted) throw error
      await sleep(RETRY_MS)
    }
  }
}
