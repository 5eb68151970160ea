/** What tells whether the best sentence's document is what the question is about. */

import type { Candidate } from './index.ts'
import type { Plan } from './plan.ts'

/** In the order of a row. */
export const TOPIC = [
  /** The share of the weight that is of names which none of the document's candidates has. */
  'namesOutside',
  /** Of the candidates that have a name of the question, the share that is of the document; half where none has. */
  'namesInside',
  /** The largest share of the candidates' scores that any one document has. */
  'largestShare',
] as const

const NO_NAME = 0.5

/** `covers`: by passage, how well the best of its words stands for each term. `file`: the document. */
export function topicOf(
  { terms, weight }: Plan,
  candidates: readonly Candidate[],
  covers: ReadonlyMap<unknown, readonly number[]>,
  file: string,
): number[] {
  let [outside, inside, named] = [0, 0, 0]
  for (const [i, term] of terms.entries()) {
    if (!term.name) continue
    const [own, all] = holders(candidates, covers, i, file)
    if (own === 0) outside += term.weight
    if (all === 0) continue
    inside += (term.weight * own) / all
    named += term.weight
  }
  return [outside / weight, named === 0 ? NO_NAME : inside / named, largestShare(candidates)]
}

/** How many candidates have the term: of the document, and of all. */
function holders(
  candidates: readonly Candidate[],
  covers: ReadonlyMap<unknown, readonly number[]>,
  term: number,
  file: string,
): [own: number, all: number] {
  const found = candidates.filter(({ passage }) => (covers.get(passage)?.[term] ?? 0) > 0)
  return [found.filter(({ passage }) => passage.file === file).length, found.length]
}

function largestShare(candidates: readonly Candidate[]): number {
  const scores = new Map<string, number>()
  let all = 0
  for (const { passage, score } of candidates) {
    scores.set(passage.file, (scores.get(passage.file) ?? 0) + score)
    all += score
  }
  return all === 0 ? 0 : Math.max(...scores.values()) / all
}
