import { z } from 'zod'
import { type Config, DEFAULTS, type Settings } from './config.ts'
import { OperatorError } from './core/errors.ts'

const schema = z.object({
  DATA_DIR: z.string().default(DEFAULTS.DATA_DIR),
  LOCALE: z
    .string()
    .refine(isLocale, 'expected a language tag such as en, en-GB or de')
    .default(DEFAULTS.LOCALE),
})

/** Typed settings; throws an OperatorError with a line for each variable at fault. */
export function checkSettings(given: Settings): Config {
  const checked = schema.safeParse(given)
  if (!checked.success) {
    const faults = checked.error.issues.map((issue) => `\n  ${issue.path.join('.')}: ${issue.message}`)
    throw new OperatorError(
      `The settings are not right; mend them in .env or the environment:${faults.join('')}`,
    )
  }
  const { DATA_DIR, LOCALE } = checked.data
  return { dataDir: DATA_DIR, locale: LOCALE }
}

function isLocale(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1
  } catch {
    return false
  }
}
