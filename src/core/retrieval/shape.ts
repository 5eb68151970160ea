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
  month: 128,
  /** What a span of time is counted in. */
  span: 256,
  money: 512,
  /** What a number is of that is neither a count nor a sum: "per cent", "kilometres". */
  unit: 1024,
  /** What gives a reason. */
  reason: 2048,
  /** "For", which gives a reason before a word in -ing: "condemned for supporting". */
  purpose: 4096,
  gerund: 8192,
  /** A month only with a capital: "May". */
  capital: 16_384,
  /** What follows an hour: "pm". */
  clock: 32_768,
  /** What an hour follows: "at eight", "until six"; and where two do: "from nine to five". */
  hourly: 65_536,
  from: 131_072,
  /** A number that may be an hour. */
  hour: 262_144,
  /** One of what follows: "a week". */
  article: 524_288,
  /** What stands before an article: "half an hour". */
  half: 1_048_576,
} as const

const MONTHS = 'january february march april may june july august september october november december'
const DAYS =
  'monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays weekday weekdays weekend weekends'
const TIMES =
  'century centuries decade decades yesterday today tomorrow christmas easter morning evening midnight noon spring summer autumn winter daily weekly monthly annually'
const SPANS =
  'second minute hour day night week fortnight month quarter season year decade century seconds minutes hours days nights weeks fortnights months quarters seasons years decades centuries'
const MONEY =
  '£ $ € ¥ pound pounds euro euros dollar dollars cent cents pence yen franc francs crown crowns krona mark marks florin florins ducat ducats rouble roubles rupee rupees peso pesos free gratis'
const UNITS =
  '% percent per metre metres meter meters kilometre kilometres kilometer kilometers centimetre centimetres millimetre millimetres mile miles foot feet inch inches yard yards gram grams kilogram kilograms kg tonne tonnes ton tons litre litres liter liters degree degrees am AM pm km cm mm mb gb kb'
const REASONS =
  `because since so due owing thanks reason reasons cause caused causes causing therefore thus hence lest otherwise
  fear feared avoid prevent protect ensure enable unless amid blamed blames attributed attributes result resulted response
  following explained explains explaining justified justifies argued argues objected forced forces protest purpose`.replace(
    /\s+/g,
    ' ',
  )
const NUMERALS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion half third quarter dozen dozens hundreds thousands couple pair zero once twice percent'
/** One or several. */
const ROLES =
  `team board committee council panel commission jury court police crew staff management government ministry
  department office desk agency authority union association party company firm bank club school hospital
  service manager director head officer minister president chair chairman chairwoman secretary treasurer clerk
  mayor warden leader lead engineer technician operator administrator admin developer owner supplier contractor
  agent inspector auditor supervisor assistant adviser employee worker colleague member user customer client
  guest visitor tenant resident neighbour citizen voter doctor nurse surgeon physiotherapist patient parent
  teacher pupil student child volunteer guard porter driver pilot captain keeper coach trainer fisherman farmer
  finance payroll procurement scientist researcher author founder delegate envoy ambassador person people somebody someone anybody anyone
  everybody everyone nobody`
    .split(/\s+/)
    .flatMap((role) => [role, `${role}s`, role.replace(/y$/, 'ies'), role.replace(/man$/, 'men')])
    .join(' ')
const LOCATIVES = 'in at near from on across within around outside inside off along'

const LISTED: readonly [bit: number, words: string][] = [
  [Shape.time, `${MONTHS} ${DAYS} ${TIMES}`],
  [Shape.month, MONTHS],
  [Shape.span, SPANS],
  [Shape.money, MONEY],
  [Shape.unit, UNITS],
  [Shape.reason, REASONS],
  [Shape.purpose, 'for'],
  [Shape.numeral, NUMERALS],
  [Shape.role, ROLES],
  [Shape.locative, LOCATIVES],
  [Shape.capital, 'may march'],
  [Shape.clock, 'am AM pm oclock'],
  [Shape.hourly, 'at until till'],
  [Shape.from, 'from'],
  [Shape.hour, 'one two three four five six seven eight nine ten eleven twelve'],
  [Shape.half, 'half quarter'],
  [Shape.article, 'a an'],
]
const SHAPES = new Map<string, number>()
for (const [bit, words] of LISTED)
  for (const word of words.split(' ')) SHAPES.set(word, (SHAPES.get(word) ?? 0) | bit)

export function shapeOf(form: string, stop: boolean): number {
  let shape = SHAPES.get(form) ?? 0
  if (stop) shape |= Shape.stop
  if (/..ing$/.test(form)) shape |= Shape.gerund
  if (/^\p{N}/u.test(form)) shape |= Shape.number
  if (/^(?:1?\d|2[0-4])$/.test(form)) shape |= Shape.hour
  if (/^(?:1?\d|2[0-4]):[0-5]\d$/.test(form)) shape |= Shape.time
  if (/^(?:1\d|20)\d\ds?$/.test(form)) shape |= Shape.year
  return shape
}
