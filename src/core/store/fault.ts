/** What went wrong with the store, in a line that says what to do. */
export interface StoreFault {
  line: string
  /** Only the operator can mend it; waiting does not help. */
  lasting: boolean
}

const FAULTS: [pattern: RegExp, line: string, lasting: boolean][] = [
  [
    /SQLITE_(?:NOTADB|CORRUPT)/,
    'the file is no database, or damaged: move it away (STORE_PATH) and start again.',
    true,
  ],
  [
    /SQLITE_(?:READONLY|PERM)|\bEACCES\b|\bENOENT\b|\bEROFS\b|ConnectionFailed.*: (?:8|14)\b|SQLITE_CANTOPEN|\bEISDIR\b|\bENOTDIR\b|\bEEXIST\b/,
    'the file cannot be written: make STORE_PATH a writable path.',
    true,
  ],
  [/SQLITE_FULL|\bENOSPC\b|\b53100\b/, 'the disk is full: free some space.', false],
  [/SQLITE_BUSY|SQLITE_LOCKED/, 'another process has locked it.', false],
  [/\b28P01\b|\b28000\b/, 'the user or the password is wrong: check DATABASE_URL.', true],
  [/\b3D000\b/, 'there is no such database: create it, or check its name in DATABASE_URL.', true],
  [/\b42501\b/, 'the user may not create or write tables: grant it the rights, or check DATABASE_URL.', true],
  [/\b25006\b/, 'the database is read-only: check that DATABASE_URL names the primary.', true],
  [
    /\b3F000\b|ERR_INVALID_URL|Invalid URL/,
    'DATABASE_URL is not right: expected postgres://user:password@host/database.',
    true,
  ],
  [/\bENOTFOUND\b|\bEAI_AGAIN\b/, 'its host is not known: check DATABASE_URL.', false],
  [
    /\bECONNREFUSED\b|\b57P0[123]\b|timeout|terminated|ECONNRESET/i,
    'it does not answer: check that it runs.',
    false,
  ],
]

export function faultOf(error: unknown): StoreFault {
  const words = [...wordsOf(error)].join(' ')
  const found = FAULTS.find(([pattern]) => pattern.test(words))
  return found ? { line: found[1], lasting: found[2] } : { line: words.slice(0, 200), lasting: false }
}

/** Whether another process holds the file and the statement may simply be tried again. */
export function isBusy(error: unknown): boolean {
  return /SQLITE_(?:BUSY|LOCKED)/.test([...wordsOf(error)].join(' '))
}

/** Whether the record itself is not taken: trying again will not help, and nothing is wrong with the store. */
export function isRefused(error: unknown): boolean {
  return /SQLITE_(?:CONSTRAINT|TOOBIG|MISMATCH)|\b2[23][0-9A-Z]{3}\b/.test([...wordsOf(error)].join(' '))
}

function* wordsOf(error: unknown, depth = 0): Generator<string> {
  if (!(error instanceof Error) || depth > 4) return
  if ('code' in error && typeof error.code === 'string') yield error.code
  yield error.message
  yield* wordsOf(error.cause, depth + 1)
  if (error instanceof AggregateError) for (const inner of error.errors) yield* wordsOf(inner, depth + 1)
}
