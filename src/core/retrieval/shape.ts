/** What a word can be an answer to, read from its form alone; bits that add up. */
export const Shape = {
  stop: 1,
  number: 2,
  year: 4,
  time: 8,
  numeral: 16,
  /** What a place follows: "in", "near". */
  locative: 32,
  /** Somebody by what they do: "manager", "committee". */
  role: 64,
} as const

const MONTHS = 'january february march april may june july august september october november december'
const DAYS = 'monday tuesday wednesday thursday friday saturday sunday'
const TIMES =
  'century centuries decade decades yesterday today tomorrow morning evening midnight noon spring summer autumn winter daily weekly monthly annually'
const NUMERALS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion half third quarter dozen once twice percent'
const ROLES =
  `team board committee council panel commission jury court police crew staff management government ministry
  department office desk agency authority union association party company firm bank club school hospital
  service manager director head officer minister president chair chairman chairwoman secretary treasurer clerk
  mayor warden leader lead engineer technician operator administrator admin developer owner supplier contractor
  agent inspector auditor supervisor assistant adviser employee worker colleague member user customer client
  guest visitor tenant resident neighbour citizen voter doctor nurse surgeon physiotherapist patient parent
  teacher pupil student child volunteer guard porter driver pilot captain keeper coach trainer fisherman farmer
  scientist researcher author founder delegate envoy ambassador person people somebody someone anybody anyone
  everybody everyone nobody`.split(/\s+/)
const LOCATIVES = 'in at near from on across within around outside inside off along'

const TIME = new Set([...MONTHS.split(' '), ...DAYS.split(' '), ...TIMES.split(' ')])
const NUMERAL = new Set(NUMERALS.split(' '))
/** One or several. */
const ROLE = new Set(
  ROLES.flatMap((role) => [role, `${role}s`, role.replace(/y$/, 'ies'), role.replace(/man$/, 'men')]),
)
const LOCATIVE = new Set(LOCATIVES.split(' '))

export function shapeOf(form: string, stop: boolean): number {
  let shape = stop ? Shape.stop : 0
  if (/^\p{N}/u.test(form)) shape |= Shape.number
  if (/^(?:1\d|20)\d\ds?$/.test(form)) shape |= Shape.year
  if (TIME.has(form)) shape |= Shape.time
  if (NUMERAL.has(form)) shape |= Shape.numeral
  if (ROLE.has(form)) shape |= Shape.role
  if (LOCATIVE.has(form)) shape |= Shape.locative
  return shape
}
