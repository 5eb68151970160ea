/** The time of day, as people type it. */

import { faultOf, plainly, type Read } from './read.ts'

const WORDS: Record<string, string> = { noon: '12:00', midday: '12:00', midnight: '00:00' }
const TIME = /^(\d{1,2})(?:[:.h]?(\d{2}))? ?(?:h|([ap])\.?m\.?)?$/

/** The time as `HH:MM` of 24 hours: from `9`, `9:00`, `09.00`, `0900`, `9am`, `9.30 p.m.`, `21h30`, `noon`, `midnight`. */
export function readTime(typed: string): Read<string> {
  const plain = plainly(typed)
  const word = Object.hasOwn(WORDS, plain) ? WORDS[plain] : undefined
  if (word !== undefined) return { value: word }
  const match = TIME.exec(plain)
  if (!match) return faultOf('time', typed)
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)]
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return faultOf('time', typed)
  if (hour === 24) return faultOf('time', typed, ['00:00'])
  const half = match[3]
  if (half === undefined) return { value: clock(hour, minute) }
  if (hour < 1 || hour > 12) return faultOf('time', typed, [clock(hour, minute)])
  return { value: clock((hour % 12) + (half === 'p' ? 12 : 0), minute) }
}

function clock(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
