/** Questions about something else: a name or a number of the question in the place of which stands one that its document lacks. */

import { wordsOf, type Word } from '../../src/core/retrieval/words.ts'
import type { Asked, OwnDocument } from './own.ts'
import { createRandom } from './random.ts'

/** In lower case as often as not: so are names typed on a phone. */
const LOWER = 0.5

/** Of each question that a document answers by a sentence with a name or number of the question's, one that it leaves open. */
export function swapped(own: readonly OwnDocument[]): Map<OwnDocument, Asked[]> {
  const names = own.map(({ passages }) => new Set(passages.flatMap(({ sentences }) => namesIn(sentences))))
  return new Map(
    own.map((one, at) => {
      const random = createRandom(at)
      const has = new Set(one.passages.flatMap(({ text }) => wordsOf(text).map(({ term }) => term)))
      const others = names
        .filter((_, other) => other !== at)
        .flatMap((some) => [...some])
        .filter((name) => !has.has(wordsOf(name)[0]?.term ?? ''))
      const pick = (): string => others[Math.floor(random() * others.length)] ?? ''
      const asked = one.asked.flatMap((asking) => {
        const word = asking.gold === undefined ? undefined : swappable(asking.question, asking.gold)
        if (!word) return []
        const other = /^\p{N}/u.test(word.text) ? next(word.text, has) : pick()
        const question = asking.question.slice(0, word.start) + other + asking.question.slice(word.end)
        return [{ kind: asking.kind, question: random() < LOWER ? question.toLowerCase() : question }]
      })
      return [one, asked]
    }),
  )
}

function namesIn(sentences: readonly { text: string }[]): string[] {
  return sentences.flatMap(({ text }) =>
    wordsOf(text)
      .filter(isName)
      .map((word) => word.text),
  )
}

function isName({ text, start, stop }: Word): boolean {
  return start > 0 && !stop && /^\p{Lu}\p{Ll}{2,}$/u.test(text)
}

/** The question's last name, or else number, that the sentence has too. */
function swappable(question: string, gold: string): Word | undefined {
  const has = new Set(wordsOf(gold).map(({ term }) => term))
  const words = wordsOf(question).filter(({ term }) => has.has(term))
  return words.findLast(isName) ?? words.findLast(({ text }) => /^\p{N}+$/u.test(text))
}

function next(number: string, has: ReadonlySet<string>): string {
  for (let other = Number(number) + 1; ; other += 1) if (!has.has(String(other))) return String(other)
}
