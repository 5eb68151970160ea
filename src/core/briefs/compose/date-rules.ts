import {
  AFTER_DAY,
  AFTER_NAME,
  AFTER_YEAR,
  AND,
  type Days,
  type Groups,
  listOf,
  numbersIn,
  type Pattern,
  TO,
  YEAR,
  yearIn,
} from './date-pattern.ts'
import {
  HABITUAL_WEEKDAY,
  LETTER,
  LONG_MONTH,
  LONG_WEEKDAY,
  MONTH,
  monthOf,
  WEEKDAY,
  weekdaysIn,
} from './date-signs.ts'

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth']
const ORDINAL = `(?:[0-3]?\\d(?:st|nd|rd|th)|${ORDINALS.join('|')}|last)${AFTER_NAME}`
/** In the languages that say it as English does; what follows is a weekday or a month of the language. */
const EVERY =
  '(?:each|every|jed(?:en|er|em|es|e)|chaque|tous\\sles|todos\\s(?:los|os)|cada|ogni|toda|elke|iedere|varje|hver|kazd[ya])'
const IN = '(?:in|during|im|en|em|nel|i)'
const ITS = `(?:calendar\\s)?month(?![${LETTER}’'])`
const A_MONTH = `(?:each|every|the|a)\\s${ITS}`
const CHAQUE_MOIS =
  '(?:(?:de|di|van|i)\\s)?(?:jedes|eines\\sjeden|chaque|cada|ogni|elke|iedere|varje)\\s(?:monats|mois|mes|mese|maand|manad)'

/** Days by a rule, such as each Monday or the end of a month, and months without a day, which stand for their first. */
export function rulePatterns(): Pattern[] {
  return [...inMonths(), ...monthly(), ...weekly(), ...months()]
}

/** "First Monday of each month", "last Monday in August". */
function inMonths(): Pattern[] {
  const nth = `(?<nth>${listOf(ORDINAL, AND)})\\s(?<weekday>${LONG_WEEKDAY})`
  const named = `${nth}\\s(?:of|in)\\s(?<month>${LONG_MONTH})`
  const read: Pattern['read'] = ({ nth: places, weekday: name, ...rest }) =>
    ordinalsIn(places).flatMap((place) =>
      weekdaysIn(name).map((weekday) => ({ nth: place, weekday, ...monthIn(rest), ...yearIn(rest) })),
    )
  return [
    { source: `${named},?\\s${YEAR}${AFTER_YEAR}`, how: 'day', read },
    { source: named, how: 'yearly', read },
    { source: `${nth}\\s(?:of|in)\\s${A_MONTH}`, how: 'monthly', read },
    { source: `(?:each|every)\\s${ITS},?\\son\\sthe\\s${nth}`, how: 'monthly', read },
  ]
}

/** "The 15th of each month", "the end of every quarter". */
function monthly(): Pattern[] {
  const days = `(?<days>${listOf(ORDINAL)})`
  const read: Pattern['read'] = ({ days: places }) => ordinalsIn(places).map((day) => ({ day }))
  const notThere = `(?!\\s(?:working|business|${WEEKDAY}))`
  return [
    {
      source: `(?<edge>first\\sday|last\\sday|start|beginning|end)\\sof\\s(?:each|every)\\s(?:calendar\\s)?(?<unit>month|quarter|year)${AFTER_NAME}`,
      how: 'monthly',
      read: ({ edge = '', unit }) => edgesOf(unit, /^(?:last|end)/.test(edge)),
    },
    { source: `${days}(?:\\sday)?\\sof\\s${A_MONTH}`, how: 'monthly', read },
    { source: `(?<edge>end)\\sof\\sthe\\s${ITS}`, how: 'monthly', read: () => [{ day: -1 }] },
    { source: `day\\s(?<days>[0-3]?\\d)\\sof\\s(?:each|every)\\s${ITS}`, how: 'monthly', read },
    {
      source: `(?:(?:each|every)\\s${ITS}|monthly),?\\son\\sthe\\s${days}(?:\\sday)?${AFTER_DAY}${notThere}`,
      how: 'monthly',
      read,
    },
    {
      source: `(?<days>${listOf('[0-3]?\\d(?!\\d)(?:\\.|er|e|[ºª°])?')})\\s${CHAQUE_MOIS}${AFTER_NAME}`,
      how: 'monthly',
      read: ({ days: numbers }) =>
        numbersIn(numbers)
          .filter(isDay)
          .map((day) => ({ day })),
    },
  ]
}

/** "Every Monday and Thursday", "on Mondays". */
function weekly(): Pattern[] {
  const within = `(?:\\s(?:in|of|im|en)\\s(?<month>${LONG_MONTH})(?:,?\\s${YEAR}${AFTER_YEAR})?)?`
  const noSpan = `(?!${TO}${LONG_WEEKDAY})(?!,?\\s(?:the\\s)?\\d|,?\\s${LONG_MONTH}\\s\\d)`
  const read: Pattern['read'] = ({ weekdays, ...rest }) =>
    weekdaysIn(weekdays).map((weekday) => ({ weekday, ...monthIn(rest), ...yearIn(rest) }))
  return [
    `${EVERY}\\s(?<weekdays>${listOf(LONG_WEEKDAY, AND)})${noSpan}${within}`,
    `(?:on\\s)?(?<weekdays>${listOf(HABITUAL_WEEKDAY, AND)})${noSpan}${within}`,
  ].map((source) => ({ source, how: 'weekly', read }))
}

/** "End of March 2026", "in October 2026", "each December". */
function months(): Pattern[] {
  const at =
    (day: number): Pattern['read'] =>
    (groups) => [{ ...monthIn(groups), day, ...yearIn(groups) }]
  const alone = `(?<month>${LONG_MONTH})`
  const noMore = "(?!\\.?,?\\s?['’]?\\d)"
  const year = `\\.?,?\\s(?:[${LETTER}]{2,3}\\s)?${YEAR}${AFTER_YEAR}`
  const end = '(?:end\\sof|ende|fin(?:\\sde)?)\\s'
  return [
    { source: `${end}${alone}${year}`, how: 'month end', read: at(-1) },
    { source: `${end}${alone}${noMore}`, how: 'month end', read: at(-1) },
    { source: `(?:${IN}\\s)?(?<month>${MONTH})${year}`, how: 'month', read: at(1) },
    { source: `(?:${IN}|${EVERY})\\s${alone}${noMore}`, how: 'yearly month', read: at(1) },
  ]
}

function monthIn({ month }: Groups): Days {
  return month === undefined ? {} : { month: monthOf(month) }
}

function ordinalsIn(list = ''): number[] {
  const found = list.match(/\d+|\p{L}{4,}/gu) ?? []
  return found
    .map((one) => (one === 'last' ? -1 : /\d/.test(one) ? Number(one) : ORDINALS.indexOf(one) + 1))
    .filter((one) => one === -1 || isDay(one))
}

function isDay(day: number): boolean {
  return day >= 1 && day <= 31
}

/** The first or the last day of each month, quarter or year. */
function edgesOf(unit: string | undefined, last: boolean): Days[] {
  const day = last ? -1 : 1
  if (unit === 'month') return [{ day }]
  const first = unit === 'year' ? [1] : [1, 4, 7, 10]
  const length = unit === 'year' ? 12 : 3
  return first.map((month) => ({ month: last ? month + length - 1 : month, day }))
}
