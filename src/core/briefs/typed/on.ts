/** What people type to have a brief: when, where, on which days, and whether quietly. */

import { readDays } from './days.ts'
import { nearest } from './nearest.ts'
import { faultOf, tidy, type Fault, type Read } from './read.ts'
import { readTime } from './time.ts'
import { findZone, readZone } from './zone.ts'

/** What was said; what was not is left out. */
export interface On {
  /** `HH:MM` of 24 hours. */
  time?: string
  zone?: string
  /** ISO weekdays: Monday is 1, Sunday 7. */
  days?: readonly number[]
  quiet: boolean
}

const QUIET = 'quiet'
const SMALL = ['at', 'in', 'on', 'and', 'every', 'each', '-', '–']
/** In words: seven days with commas and an “and” are eight. */
const LONGEST = 10
/** In words, of all that can sensibly be said; what is longer is not meant for this. */
const MOST = 40
/** In words, of what may be a name with a slip. */
const LONGEST_SLIP = 4

/**
 * Reads what follows `on`: `09:00 Europe/London weekdays quiet`, each at most once and in any order. The fault is
 * that of the first words that were not understood.
 */
export function readOn(words: string): Read<On> {
  const all = tidy(words).split(' ').filter(Boolean)
  let on: On = { quiet: false }
  for (let at = 0; at < all.length;) {
    if (at >= MOST) return faultOf('word', all[at] ?? '')
    const found = longest(all, at)
    if (!found) {
      if (!SMALL.includes(all[at]?.toLowerCase() ?? '')) return slip(all, at)
      at += 1
      continue
    }
    if ('fault' in found) return found
    const phrase = all.slice(at, at + found.length).join(' ')
    if (Object.keys(found.part).some((key) => key !== QUIET && Object.hasOwn(on, key))) {
      return faultOf('twice', phrase)
    }
    on = { ...on, ...found.part }
    at += found.length
  }
  return { value: on }
}

interface Found {
  part: Partial<On>
  /** In words. */
  length: number
}

/** The longest phrase from a word on that is understood, or the fault of one that means several things. */
function longest(words: readonly string[], at: number): Found | Fault | null {
  for (let length = Math.min(LONGEST, words.length - at); length > 0; length -= 1) {
    const part = partOf(words.slice(at, at + length).join(' '))
    if (part) return 'fault' in part ? part : { part, length }
  }
  return null
}

function partOf(phrase: string): Partial<On> | Fault | null {
  const bare = phrase.replace(/[,;]$/u, '')
  if (bare.toLowerCase() === QUIET) return { quiet: true }
  const time = readTime(bare)
  if ('value' in time) return { time: time.value }
  const days = readDays(bare)
  if ('value' in days) return { days: days.value }
  const zone = findZone(bare)
  return zone && 'value' in zone ? { zone: zone.value } : zone
}

/** The fault of the words that begin here: of the longest phrase that resembles something, else of the first word. */
function slip(words: readonly string[], at: number): Fault {
  const [first = ''] = words.slice(at, at + 1)
  const time = readTime(first)
  if (/^\d/u.test(first) && 'fault' in time) return time
  let length = 1
  while (length < LONGEST_SLIP && at + length < words.length && !longest(words, at + length)) length += 1
  for (; length > 0; length -= 1) {
    const phrase = words
      .slice(at, at + length)
      .join(' ')
      .replace(/[,;]$/u, '')
    const quiet = nearest(phrase.toLowerCase(), [{ name: QUIET, forms: [QUIET] }])
    if (quiet.length > 0) return faultOf('word', phrase, quiet)
    for (const read of [readDays(phrase), readZone(phrase)]) {
      if ('fault' in read && read.suggestions.length > 0) return read
    }
  }
  return faultOf(/\/|^(?:utc|gmt)?[+-]\d/iu.test(first) ? 'zone' : 'word', first)
}
