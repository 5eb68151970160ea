/** Whether a sentence tells why something is so, by how English puts it. */

const FEELINGS =
  'anger|fear|fears|regard|respect|concern|necessity|habit|pity|spite|solidarity|caution|courtesy|loyalty|envy|ignorance|boredom|frustration|kindness|gratitude|desperation|love|consideration'

const GIVEN: readonly string[] = [
  String.raw`\b(?:on (?:the )?grounds?|cit(?:es|ed|ing)|attribut(?:e|es|ed|ing)|accounts? for|alleg(?:es|ed|ing)|accus(?:es|ed|ing)|claiming)\b`,
  String.raw`\b(?:saying|means? that|meant that|answer to|explanation|in view of|in order|puts? (?:it |this |that )?down to)\b`,
  String.raw`(?<!\b(?:have|has|had|need|needs|must|ought|able|asked|required|wants?|wanted|allow|allows|allowed|going|how|what|where|when) )\bto (?:keep|make|escape|save|help|allow|let|give|stop|reduce|cover|ease|encourage|maintain|protest|prevent|protect|ensure|enable|avoid|spare)\b`,
  String.raw`\bfor (?:want|lack|fear|failing|refusing|having)\b`,
  // "He left, for the road was flooded"; "…, having lost his way"; "the valve is shut: it leaks".
  String.raw`, for (?!which|whom|whose|the first|example|instance|an?|one|two|three|\d)`,
  String.raw`, having\b|(?<=\S \S{1,40} \S{1,40} \S{1,40}): (?!\d)`,
  // "Given the demand, …"; "short of drivers, …"; "with the pass blocked, …".
  String.raw`^given (?:that|the|this|these|those|its|their|how)\b|, given (?:that|how)\b`,
  String.raw`^with [^,]{3,60}\b(?:\w{3,}ed|shut|cut|broken|gone|lost|out|down|short|empty)\b[^,]{0,30}, `,
  String.raw`^(?:deprived|short|starved|robbed|tired|afraid|unable|worried|alarmed|encouraged|prompted|angered) (?:of|by|with|to|at|that|about)\b(?! the\b)`,
  String.raw`\b(?:fears?|lack|shortages?|concerns?|anger|\w+tion) (?:\S+ ){0,4}(?:is|are|was|were|lies|lay) behind\b`,
  String.raw`\bout of (?:${FEELINGS})\b|\bunder pressure (?:from|to)\b`,
  String.raw`\bat the (?:request|insistence|urging|behest) of\b|\bin (?:response to|protest|reaction to|deference to|recognition of)\b`,
]
/** What was so before or meanwhile, or is said by the way, may be why. */
const OCCASION: readonly string[] = [
  String.raw`\b(?:after|when|as(?! well\b| an?\b)|until|once|while|having|following)\b`,
  String.raw`\b(?:row|disputes?|strikes?|protest\w*|ang(?:er|ry)|resign\w*|withdr\w+|fell through|taken down|sued|fined) (?:\S+ ){0,6}over\b`,
  String.raw`, (?:who|which|whose|where|for|to)\b|[:;] | [–—] |^to [a-z]`,
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

/** In -ing, but not what somebody or something does; or how it was done, or in what company. */
const NO_RESULT =
  'including|excluding|according|concerning|regarding|during|following|pending|barring|depending|considering|being|having|' +
  'saying|adding|noting|citing|claiming|stating|arguing|calling|warning|promising|speaking|starting|beginning|ranging|' +
  'using|wearing|bringing|carrying|taking|holding|reading|writing|seeing|watching|listening|talking|walking|travelling|' +
  'traveling|working|asking|hoping|trying|comparing|thanking|morning|evening|spring|nothing|anything|something|everything'
/** What does so to something is its cause; after ", which" so are verbs that people do, too. */
const DRIVES =
  'forced|forces|drove|drives|robbed|deprived|prompted|triggered|sparked|provoked|caused|causes|pushed|barred|prevented|' +
  'prevents|delayed|delays|held up|halved|doubled|knocked'
const LEAVES =
  'left|made|makes|kept|keeps|sent|cut|brought|drew|stopped|stops|shut|spared|raised|raises|lowered|allowed|allows|' +
  'enabled|threw|turned|cost'
const result = new RegExp(
  [
    String.raw`, (?:and )?(?:thus |thereby |hence |so |in turn )?(?:[a-z]+ly )?(?!(?:${NO_RESULT})\b)[a-z]{2,}ing\b(?!,| and| or)`,
    String.raw`, which (?:in turn |then |also |has |had |have )?(?:${DRIVES}|${LEAVES})\b`,
    String.raw`\b(?<!\b(?:was|were|is|are|be|been|being|has|have|had|not) )(?:${DRIVES})\b`,
  ].join('|'),
  'g',
)

/** Where what came of it may be told: "The pump failed, flooding the cellar", "The strike halved production". Offsets. */
export function resultsIn(sentence: string): number[] {
  // What does it takes two words at least.
  const second = sentence.indexOf(' ', sentence.indexOf(' ') + 1)
  if (second < 0) return []
  return Array.from(sentence.matchAll(result), ({ index }) => index).filter((index) => index >= second)
}
