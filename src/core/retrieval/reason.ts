/** Whether a sentence tells why something is so, by how English puts it. */

const GIVEN: readonly string[] = [
  String.raw`\b(?:on (?:the )?grounds?|cit(?:es|ed|ing)|attribut(?:e|es|ed|ing)|accounts? for|alleg(?:es|ed|ing)|accus(?:es|ed|ing)|claiming)\b`,
  String.raw`\b(?:saying|means? that|meant that|answer to|explanation|in view of|in order|puts? (?:it |this |that )?down to)\b`,
  String.raw`(?<!\b(?:have|has|had|need|needs|must|ought|able|asked|required|wants?|wanted|allow|allows|allowed|going|how|what|where|when) )\bto (?:keep|make|escape|save|help|allow|let|give|stop|reduce|cover|ease|encourage|maintain|protest|prevent|protect|ensure|enable|avoid)\b`,
  String.raw`\bfor (?:want|lack|fear|failing|refusing|having)\b`,
  // "He left, for the road was flooded"; "…, having lost his way"; "the valve is shut: it leaks".
  String.raw`, for (?!which|whom|whose|the first|example|instance|an?|one|two|three|\d)`,
  String.raw`, having\b|(?<=\S \S{1,40} \S{1,40} \S{1,40}): (?!\d)`,
]
/** What was so before or meanwhile, or is said by the way, may be why. */
const OCCASION: readonly string[] = [
  String.raw`\b(?:after|when|as(?! well\b| an?\b)|until|once|while|having|following)\b`,
  String.raw`, (?:who|which|whose|where|for|to)\b|[:;] |^to [a-z]`,
]

const given = new RegExp(GIVEN.join('|'), 'gi')
const occasion = new RegExp(OCCASION.join('|'), 'i')

/** It gives a reason in other words than those of the question, which is no reason for itself. */
export function givesReason(sentence: string, question: string): boolean {
  const asked = new Set(question.toLowerCase().match(WORD))
  return (sentence.match(given) ?? []).some(
    (found) => !(found.toLowerCase().match(WORD) ?? []).some((word) => asked.has(word)),
  )
}

/** Of so many letters, so that "for" and "the" are none. */
const WORD = /[a-z]{4,}/g

export function tellsOccasion(sentence: string): boolean {
  return occasion.test(sentence)
}
