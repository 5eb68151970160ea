import { ENGLISH } from './language.ts'
import type { Reading } from './reading.ts'
import { Shape } from './shape.ts'
import { formOf } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

const PRONOUNS = new Set('they it he she these those this such their its his her both'.split(' '))
/** These lead to one, or to what does not lean: "However, it …" */
const LEADING = new Set(
  'however also then instead still therefore thus otherwise moreover furthermore'
    .split(' ')
    .map((word) => ENGLISH.stem(word)),
)
const DETERMINERS = new Set('the a an all any both each every no our my your their its'.split(' '))

/** Whether a sentence begins with a word that stands for something said before: "That was …", but not "That the fee was …". */
export function beginsLeaning(vocabulary: Vocabulary, { tokens }: Reading): boolean {
  const first = nameAt(vocabulary, tokens, 0)
  const at = LEADING.has(first) ? 1 : 0
  const name = at === 0 ? first : nameAt(vocabulary, tokens, at)
  if (name !== 'that') return PRONOUNS.has(name)
  const isSmall = (vocabulary.shapeOf(formOf(tokens[at + 1] ?? 0)) & Shape.stop) !== 0
  return isSmall && !DETERMINERS.has(nameAt(vocabulary, tokens, at + 1))
}

function nameAt(vocabulary: Vocabulary, tokens: Uint32Array, at: number): string {
  return vocabulary.nameOf(vocabulary.termOf(formOf(tokens[at] ?? 0)))
}
