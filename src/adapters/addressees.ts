/** "@Ben’s form" and "@Ben is on which team" are about Ben; "@Ben is the office open" asks him. */
const ABOUT = String.raw`['’]s|\s+(?:is|are|was|has|had|does|did|can|will|should|may|must)\b(?!\s+(?:the|an?|there|it|this|that|my|our|i|we|you|they|any|anyone)\b)`

/** The text without the mentions at its beginning, which say to whom it is said. `mention`: the source of a pattern for one. */
export function withoutAddressees(text: string, mention: string): string {
  return text.replace(new RegExp(String.raw`^(?:\s*${mention}(?!${ABOUT})[\s,:]*)+`, 'i'), '')
}
