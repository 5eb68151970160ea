/** Turns what was found into what people see. */

import type { Card, Citation, Part, Span } from './contract.ts'
import type { Evidence, Range } from './retrieval/evidence.ts'
import type { Finding } from './retrieval/retrieve.ts'
import * as wording from './wording.ts'

const SHOWN_NEAREST = 2
const MOST_UNSEEN = 2
const LONGEST_RESTATED = 200

export function findingCard(finding: Finding): Card {
  const { best, passages, outcome, how } = finding
  if (!best) {
    return {
      summary: wording.DONT_SAY,
      parts: [text(wording.DONT_SAY, 'strong'), text(wording.NO_WORD_IN_COMMON)],
    }
  }
  if (outcome === 'answered') {
    if (how === 'surely') return { summary: best.sentence.text, parts: [quote(best)] }
    const summary = `${wording.PROBABLY} ${best.sentence.text}`
    return { summary, parts: [text(wording.PROBABLY, 'strong'), quote(best)] }
  }
  const first = firstLine(finding)
  const parts: Part[] = [text(first, 'strong', ` ${wording.CLOSEST}`)]
  for (const [i, found] of passages.slice(0, SHOWN_NEAREST).entries()) {
    if (i > 0) parts.push(text(wording.ALSO_CLOSE))
    parts.push(quote(found.evidence()))
  }
  return { summary: `${first} ${wording.CLOSEST} ${best.sentence.text}`, parts }
}

function firstLine({ how, unseen }: Finding): string {
  if (unseen.length > 0) return wording.dontMention(unseen.slice(0, MOST_UNSEEN))
  return how === 'perhaps' ? wording.MAY_NOT_SAY : wording.DONT_SAY
}

/** A card of plain lines; the first is its summary. */
export function noticeCard(first: string, ...lines: string[]): Card {
  return { summary: first, parts: [first, ...lines].map((line) => text(line)) }
}

/** The card with one more line under it. */
export function withLine(card: Card, line: string): Card {
  return { ...card, parts: [...card.parts, text(line, 'emphasis')] }
}

/** The card under the question it answers, for where the question does not stand above it. */
export function restated(question: string, card: Card): Card {
  const line = question.replace(/\s+/g, ' ').trim()
  return { ...card, parts: [text(shorten(line, LONGEST_RESTATED), 'emphasis'), ...card.parts] }
}

/** The text where it fits; cut where it is longer, never through a character, with a sign that it goes on. */
export function shorten(words: string, longest: number): string {
  return words.length > longest ? `${words.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…` : words
}

export function citationOf({ passage, sentence }: Pick<Evidence, 'passage' | 'sentence'>): Citation {
  const { document, headings, url } = passage
  const { line, page } = sentence
  return {
    document,
    headings,
    ...(line !== undefined && { line }),
    ...(page !== undefined && { page }),
    ...(url !== undefined && { url }),
  }
}

function text(words: string, mark?: 'strong' | 'emphasis', rest?: string): Part {
  const spans: Span[] = [{ text: words, ...(mark && { mark }) }]
  if (rest !== undefined) spans.push({ text: rest })
  return { is: 'text', spans }
}

function quote(evidence: Evidence): Part {
  const { passage, sentence, also, marks } = evidence
  const shown = passage.sentences.filter((one) => one === sentence || also.includes(one))
  const spans = shown.flatMap((one, i): Span[] => {
    const last = shown[i - 1]
    const gap = last && passage.sentences.indexOf(one) > passage.sentences.indexOf(last) + 1 ? ' … ' : ' '
    const joint = last ? [{ text: gap }] : []
    return [...joint, ...(one === sentence ? markedSpans(one.text, marks) : [{ text: one.text }])]
  })
  return { is: 'quote', spans, citation: citationOf(evidence) }
}

function markedSpans(whole: string, marks: readonly Range[]): Span[] {
  const spans: Span[] = []
  let at = 0
  for (const { start, end } of marks) {
    if (start > at) spans.push({ text: whole.slice(at, start) })
    spans.push({ text: whole.slice(start, end), mark: 'strong' })
    at = end
  }
  if (at < whole.length) spans.push({ text: whole.slice(at) })
  return spans
}
