import { pino } from 'pino'

/** Where a part says what happens to it: what changed, once; no message text, no tokens, nobody's id. */
export interface Log {
  info(line: string): void
  warn(line: string): void
  error(line: string): void
}

export type Level = 'debug' | 'info' | 'warn' | 'error' | 'silent'

const SECRETS =
  /\bx(?:ox[a-z]|app)-[\w-]+|\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}|https?:\/\/hooks\.slack(?:-gov)?\.com\/\S+|(?<=:\/\/)[^\s/:@]+:[^\s/@]+(?=@)/g

/** JSON lines on standard error, with whatever looks like a token, or is one of the secrets, blotted out. */
export function createLog(
  level: Level,
  secrets: readonly string[] = [],
  out: { write(line: string): void } = process.stderr,
): Log {
  const scrub = (line: string): string =>
    secrets.reduce(
      (text, secret) => (secret === '' ? text : text.replaceAll(secret, '[secret]')),
      line.replace(SECRETS, '[secret]'),
    )
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, out)
  return {
    info: (line) => logger.info(scrub(line)),
    warn: (line) => logger.warn(scrub(line)),
    error: (line) => logger.error(scrub(line)),
  }
}
