/** What people type when they set up a brief is read into a value, or into a fault that says what was not understood. */

/** What is wrong with what was typed. */
export type FaultKind =
  /** No time of day. */
  | 'time'
  /** No time zone. */
  | 'zone'
  /** Several time zones go by this abbreviation: the suggestions are some of them. */
  | 'zone-ambiguous'
  /** No days of the week. */
  | 'days'
  /** No complete date. */
  | 'date'
  /** The day and the month may be either: the suggestions are both. */
  | 'date-ambiguous'
  /** A date that is not after today. */
  | 'date-past'
  /** A second time, zone or set of days. */
  | 'twice'
  /** Nothing that is said here. */
  | 'word'

export interface Fault {
  fault: FaultKind
  /** The words at fault, as they were typed; of long ones the beginning, with “…”. */
  typed: string
  /** What may be meant, nearest first, three at most; each is understood when it is typed instead. */
  suggestions: readonly string[]
}

const LONGEST = 60

/** Readers never throw, whatever the words. */
export type Read<Value> = { value: Value } | Fault

export function faultOf(fault: FaultKind, typed: string, suggestions: readonly string[] = []): Fault {
  const letters = Array.from(typed.slice(0, 4 * LONGEST))
  const shown = letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : typed
  return { fault, typed: shown, suggestions }
}

/** What was typed, with one form for the widths of letters and for spaces. */
export function tidy(typed: string): string {
  return typed.normalize('NFKC').replace(/\s+/gu, ' ').trim()
}

/** The same in lower case. */
export function plainly(typed: string): string {
  return tidy(typed).toLowerCase()
}
