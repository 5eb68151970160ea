/** The days of the week, as people type them. */

import { nearest, type Named } from './nearest.ts'
import { faultOf, tidy, type Read } from './read.ts'

const NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const ALL = [1, 2, 3, 4, 5, 6, 7]
const SETS: Record<string, readonly number[]> = {
  daily: ALL,
  weekdays: ALL.slice(0, 5),
  weekday: ALL.slice(0, 5),
  workdays: ALL.slice(0, 5),
  weekends: ALL.slice(5),
  weekend: ALL.slice(5),
}
const SMALL = ['on', 'every', 'each']
const SUGGESTED: readonly Named[] = [
  { name: 'daily', forms: ['daily'] },
  { name: 'weekdays', forms: ['weekdays', 'workdays'] },
  { name: 'weekends', forms: ['weekends'] },
  ...NAMES.map((name) => ({ name: name.slice(0, 3), forms: [name, name.slice(0, 3)] })),
  // Once a week needs a day; the first of it is one.
  { name: 'mon', forms: ['weekly'] },
]

/**
 * ISO weekdays (Monday is 1), each once and in order: from `daily`, `weekdays`, `weekends`, `monday`, `mon,wed`,
 * `Mon, Wed and Fri`, `mon-fri`, `weekdays and sat`. The fault names the first word that is no day.
 */
export function readDays(typed: string): Read<number[]> {
  const words = tidy(typed)
    .replace(/\bevery ?day\b/giu, 'daily')
    .replace(/ ?(?:[-‐–—]|\bto\b) ?/giu, '-')
    .split(/[ ,;&+/]|\band\b/iu)
    .filter((word) => word !== '' && !SMALL.includes(word.toLowerCase()))
  const days = new Set<number>()
  for (const word of words) {
    const read = daysOf(word.toLowerCase())
    if (!read) return faultOf('days', word, nearest(word.toLowerCase(), SUGGESTED))
    for (const day of read) days.add(day)
  }
  return days.size > 0 ? { value: [...days].toSorted((one, other) => one - other) } : faultOf('days', typed)
}

/** The weekday that a word names, with Monday 1, or null: `mon`, `tues`, `Wednesdays`. */
export function dayOf(word: string): number | null {
  const at = word.length < 3 ? -1 : NAMES.findIndex((name) => name.startsWith(word) || word === `${name}s`)
  return at < 0 ? null : at + 1
}

function daysOf(word: string): readonly number[] | null {
  if (Object.hasOwn(SETS, word)) return SETS[word] ?? null
  const [first, last, ...more] = word.split('-').map(dayOf)
  if (first === undefined || first === null || last === null || more.length > 0) return null
  const length = last === undefined ? 1 : ((last - first + 7) % 7) + 1
  return Array.from({ length }, (_, i) => ((first - 1 + i) % 7) + 1)
}
