/** How often a word of a question stands in the passage that answers it. */

import type { ModelFile } from '../../src/core/retrieval/model.ts'
import { planQuestion } from '../../src/core/retrieval/plan.ts'
import { readSentences } from '../../src/core/retrieval/reading.ts'
import type { Answerable } from './answerable.ts'
import { rounded } from './rounded.ts'

/** Words of questions about so many documents are of questions, not of a document. */
const ECHO_DOCUMENTS = 3
const ECHO_PRIOR = 2

/** What people say of the documents, which the training questions do not. */
const ASIDE = [
  'document',
  'doc',
  'text',
  'report',
  'mention',
  'describ',
  'explain',
  'discuss',
  'tell',
  'inform',
  'detail',
  'anyth',
  'someth',
  'everyth',
]
/** Verbs that ask what happens to somebody, which seldom stand where that is told. */
const HAPPENING = ['face', 'encount', 'experienc', 'undergo']
const ASIDE_ECHO = 0.2

interface Count {
  asked: number
  found: number
  documents: Set<string>
}

export function fitEchoes(answerable: readonly Answerable[]): Pick<ModelFile, 'echoes' | 'usualEcho'> {
  const counts = countsIn(answerable)
  const all = [...counts.values()]
  const usual =
    all.reduce((sum, { found }) => sum + found, 0) / all.reduce((sum, { asked }) => sum + asked, 0)
  const known = [...counts].filter(([, { documents }]) => documents.size >= ECHO_DOCUMENTS)
  const rates = known.map(([term, { asked, found }]): [string, number] => [
    term,
    rounded((found + usual * ECHO_PRIOR) / (asked + ECHO_PRIOR), 2),
  ])
  const aside = [...ASIDE, ...HAPPENING].map((term): [string, number] => [term, ASIDE_ECHO])
  const echoes = Object.fromEntries([...rates, ...aside].sort(([a], [b]) => (a < b ? -1 : 1)))
  return { echoes, usualEcho: rounded(usual, 2) }
}

function countsIn(answerable: readonly Answerable[]): Map<string, Count> {
  const counts = new Map<string, Count>()
  for (const { question, document, index, passage } of answerable) {
    const plan = planQuestion(index, { echo: () => 1, absence: () => 0 }, question)
    const readings = readSentences(plan, index.vocabulary, index.tokens(passage))
    for (const [i, { meant, name, number }] of plan.terms.entries()) {
      if (name || number) continue
      const count = counts.get(meant) ?? { asked: 0, found: 0, documents: new Set() }
      count.asked += 1
      count.found += Number(readings.some(({ strength }) => (strength[i] ?? 0) > 0))
      count.documents.add(document)
      counts.set(meant, count)
    }
  }
  return counts
}
