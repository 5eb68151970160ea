import type { Wanted } from './question.ts'
import type { PlannedTerm } from './plan.ts'

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?'
const TIME = new RegExp(
  String.raw`\b(?:\d{1,2}(?:st|nd|rd|th)?\s+)?${MONTH}\b(?:\s+\d{1,2}(?:st|nd|rd|th)?\b)?(?:,?\s+\d{4}\b)?|\b(?:1\d|20)\d{2}s?\b|\b(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|last) (?:century|half|quarter)\b|\b\d{1,2}:\d{2}\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:yesterday|today|tomorrow|weekly|daily|monthly|annually|immediately after)\b`,
  'gu',
)
const NUMBER =
  /\b\d+(?:[.,]\d+)*(?:\s?%|\s(?:percent|per cent|million|billion|thousand))?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|half|third|quarter|dozen|twice|once|none)\b/giu
const NAME = /(?<=[\p{Ll},;:)]\s)\p{Lu}[\p{L}.'’-]+(?:\s(?:of|de|von|van|bin|al|\p{Lu}[\p{L}.'’-]*))*/gu
const PLACE =
  /\b(?:in|at|near|from|to|through|over|across|between|into|within)\s+(?:the\s+)?(\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)*)/gu

const PATTERNS: Record<Exclude<Wanted, 'anything'>, RegExp> = {
  time: TIME,
  number: NUMBER,
  person: NAME,
  place: PLACE,
}

interface Asked {
  wanted: Wanted
  terms: readonly PlannedTerm[]
}

/** Whether the text holds something of the kind asked for that the question does not already name. */
export function answersKind(asked: Asked, text: string): boolean {
  return asked.wanted === 'anything' || kindSpans(asked, text).length > 0
}

/** Where the text holds things of the kind asked for: offsets, in order. */
export function kindSpans({ wanted, terms }: Asked, text: string): { start: number; end: number }[] {
  if (wanted === 'anything') return []
  const named = new Set(terms.map((term) => term.form))
  return Array.from(text.matchAll(PATTERNS[wanted]))
    .map((match) => {
      const inner = match[1] ?? match[0]
      const start = match.index + match[0].lastIndexOf(inner)
      return { start, end: start + inner.length, inner }
    })
    .filter(
      ({ inner }) =>
        !inner
          .toLowerCase()
          .split(/\s+/)
          .every((word) => named.has(word)),
    )
    .map(({ start, end }) => ({ start, end }))
}
