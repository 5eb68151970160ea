import type { Passage, Sentence } from '../library/document.ts'
import { featuresOf, type Sight } from './features.ts'
import type { Candidate, Index } from './index.ts'
import { type Kind, kindIn } from './kind.ts'
import { beginsLeaning } from './leaning.ts'
import { type Model, weigh } from './model.ts'
import type { Plan } from './plan.ts'
import { read, type Reading, readSentences, zeros } from './reading.ts'

/** A sentence of a candidate passage, and what speaks for it. */
export interface Ranked {
  passage: Passage
  sentence: Sentence
  /** Its place among the passage's sentences. */
  position: number
  reading: Reading
  kind: Kind
  /** It begins with a word that stands for something said before. */
  leansBack: boolean
  /** By name in `FEATURES`. */
  features: readonly number[]
  score: number
}

/** The candidates' sentences, the best first; ties in the library's order. */
export function rankSentences(
  plan: Plan,
  index: Index,
  model: Pick<Model, 'ranking'>,
  candidates: readonly Candidate[],
): Ranked[] {
  const sights = candidates.length === 0 ? [] : lookAt(plan, index, candidates)
  const ranked = sights.map(({ passage, sight }): Ranked => {
    const { position, here: reading, kind, leansBack } = sight
    const features = featuresOf(sight)
    const sentence = passage.sentences[position] ?? { text: '', line: 1 }
    const score = weigh(model.ranking, features)
    return { passage, sentence, position, reading, kind, leansBack, features, score }
  })
  const placeOf = ({ passage }: Ranked): number => index.placeOf(passage)
  return ranked.sort((a, b) => b.score - a.score || placeOf(a) - placeOf(b) || a.position - b.position)
}

function lookAt(
  plan: Plan,
  index: Index,
  candidates: readonly Candidate[],
): { passage: Passage; sight: Sight }[] {
  const best = candidates[0]?.score ?? 1
  const read = candidates.map(({ passage }) => readSentences(plan, index.vocabulary, index.tokens(passage)))
  const covers = coverByDocument(plan, candidates, read)
  return candidates.flatMap(({ passage, score }, rank) => {
    const about = { plan, standing: score / best, documentCover: covers.get(passage.file) ?? 0 }
    return lookAtPassage(index, passage, read[rank] ?? [], about).map((sight) => ({ passage, sight }))
  })
}

type About = Pick<Sight, 'plan' | 'standing' | 'documentCover'>

function lookAtPassage(index: Index, passage: Passage, readings: readonly Reading[], about: About): Sight[] {
  const { plan } = about
  const headings = read(plan, index.vocabulary, index.headings(passage)).strength
  const whole = best(plan, readings)
  let earlier = zeros(plan.terms.length)
  return readings.map((here, position) => {
    // Written out: spreading this often is most of the cost of ranking.
    const sight: Sight = {
      plan,
      standing: about.standing,
      documentCover: about.documentCover,
      here,
      before: readings[position - 1],
      after: readings[position + 1],
      earlier,
      passage: whole,
      headings,
      kind: kindIn(plan, index.vocabulary, here),
      leansBack: beginsLeaning(index.vocabulary, here),
      position,
      sentences: readings.length,
    }
    earlier = earlier.map((strength, i) => Math.max(strength, here.strength[i] ?? 0))
    return sight
  })
}

/** By document: how much of the question's weight its candidates cover. */
function coverByDocument(
  plan: Plan,
  candidates: readonly Candidate[],
  read: readonly Reading[][],
): Map<string, number> {
  const readings = new Map<string, Reading[]>()
  for (const [i, { passage }] of candidates.entries())
    readings.set(passage.file, [...(readings.get(passage.file) ?? []), ...(read[i] ?? [])])
  return new Map(
    Array.from(readings, ([file, own]) => {
      const strength = best(plan, own)
      const cover = plan.terms.reduce((sum, { weight }, i) => sum + weight * (strength[i] ?? 0), 0)
      return [file, cover / plan.weight]
    }),
  )
}

/** By term: the strength of the best of the readings. */
function best({ terms }: Plan, readings: readonly Reading[]): number[] {
  const most = zeros(terms.length)
  for (const { strength } of readings) {
    for (let i = 0; i < most.length; i += 1) most[i] = Math.max(most[i] ?? 0, strength[i] ?? 0)
  }
  return most
}
