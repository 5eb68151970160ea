/** What a word can be an answer to, read from its form alone; bits that add up. */
export const Shape = {
  stop: 1,
  number: 2,
  year: 4,
  time: 8,
  numeral: 16,
  /** What a place follows: "in", "near". */
  locative: 32,
} as const

const MONTHS = 'january february march april may june july august september october november december'
const DAYS = 'monday tuesday wednesday thursday friday saturday sunday'
const TIMES =
  'century centuries decade decades yesterday today tomorrow morning evening midnight noon spring summer autumn winter daily weekly monthly annually'
const NUMERALS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion half third quarter dozen once twice percent'
const LOCATIVES = 'in at near from on across within around outside inside off along'

const TIME = new Set([...MONTHS.split(' '), ...DAYS.split(' '), ...TIMES.split(' ')])
const NUMERAL = new Set(NUMERALS.split(' '))
const LOCATIVE = new Set(LOCATIVES.split(' '))

export function shapeOf(form: string, stop: boolean): number {
  let shape = stop ? Shape.stop : 0
  if (/^\p{N}/u.test(form)) shape |= Shape.number
  if (/^(?:1\d|20)\d\ds?$/.test(form)) shape |= Shape.year
  if (TIME.has(form)) shape |= Shape.time
  if (NUMERAL.has(form)) shape |= Shape.numeral
  if (LOCATIVE.has(form)) shape |= Shape.locative
  return shape
}
