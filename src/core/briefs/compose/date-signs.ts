/**
 * One letter for the name of a month or weekday, followed by padding: with these in place of names, the patterns for
 * dates are short, and the same in every language.
 */

/** What a name means. */
export interface Sign {
  /** From 1. */
  month?: number
  /** ISO: Monday is 1. */
  weekday?: number
  long?: boolean
  /** A day may follow the month. */
  leading?: boolean
  /** Each of these weekdays: "Mondays". */
  habitual?: boolean
}

const MONTHS = 0xe100
const WEEKDAYS = 0xe200
/** Forms that are both, such as "mar" in Spanish. */
const BOTH = 0xe300

export const PAD = '\uE000'
const PADS = `${PAD}*(?!${PAD})`
export const MONTH = `[\uE100-\uE1FF\uE300-\uE3FF]${PADS}`
export const LONG_MONTH = `[\uE110-\uE11F\uE130-\uE13F]${PADS}`
export const LEADING_MONTH = `[\uE120-\uE13F]${PADS}`
export const WEEKDAY = `[\uE200-\uE3FF]${PADS}`
export const LONG_WEEKDAY = `[\uE210-\uE21F\uE230-\uE23F]${PADS}`
export const HABITUAL_WEEKDAY = `[\uE220-\uE23F]${PADS}`
/** Ranges, since the classes of Unicode take long to compile; Chinese, Japanese and Korean leave no spaces between. */
export const LETTER = 'a-z\\u00C0-\\u1FFF\uE000-\uE3FF'

export function signOf({ month = 0, weekday = 0, long, leading, habitual }: Sign): string {
  if (month > 0 && weekday > 0) return String.fromCharCode(BOTH + month * 16 + weekday)
  const kind = Number(long ?? false) + 2 * Number(leading ?? habitual ?? false)
  return String.fromCharCode((month > 0 ? MONTHS + month : WEEKDAYS + weekday) + kind * 16)
}

export function monthOf(sign = ''): number {
  const code = sign.charCodeAt(0)
  return code >= BOTH ? (code >> 4) & 15 : code & 15
}

/** Of all the weekdays in a list. */
export function weekdaysIn(list = ''): number[] {
  return (list.match(/[\uE200-\uE3FF]/g) ?? []).map((sign) => sign.charCodeAt(0) & 15)
}
