import assert from 'node:assert/strict'
import test from 'node:test'
import { readText } from '../../../src/core/library/read/text.ts'
import { toPassages } from '../../../src/core/library/passages.ts'
import { findCandidates } from '../../../src/core/retrieval/candidates.ts'
import { createIndex } from '../../../src/core/retrieval/index.ts'
import { LACKING, lackingOf } from '../../../src/core/retrieval/lacking.ts'
import { MODEL } from '../../../src/core/retrieval/model.ts'
import { planQuestion } from '../../../src/core/retrieval/plan.ts'
import { rankSentences } from '../../../src/core/retrieval/rank.ts'

/** What the sentence, all that the library has, lacks of what is asked for. */
function lackingIn(question: string, sentence: string): string[] {
  const index = createIndex(toPassages([readText('a.txt', `Notes\n\n${sentence}\n`)]))
  const plan = planQuestion(index, MODEL, question)
  const best = rankSentences(plan, index, MODEL, findCandidates(plan, index))[0]
  assert.ok(best)
  const row = lackingOf(plan, best)
  return LACKING.filter((_, i) => row[i] === 1)
}

const LACKS: [question: string, sentence: string, lacks: string[]][] = [
  ['Why was it closed?', 'The gate was closed because it leaked.', []],
  ['Why was it closed?', 'The gate was closed after a flood.', ['lacksReason']],
  ['Why was it closed?', 'The gate was closed in May.', ['lacksReason', 'lacksOccasion']],
  ['Why was it closed?', 'The gate was closed to keep the flood out.', []],
  ['Why was it closed?', 'The gate was closed, for the wall leaked.', []],
  ['Why was it closed?', 'The gate was closed: it leaked.', []],
  ['Why was it closed?', 'The gate was closed, having leaked.', []],
  ['Why was it closed?', 'The gate, which leaked, was closed.', ['lacksReason']],
  ['Why was it closed?', 'After the flood the gate was closed.', ['lacksReason']],
  [
    'Why was it closed?',
    'The gate was closed in May, and all have to keep out.',
    ['lacksReason', 'lacksOccasion'],
  ],
  ['Why was it accused?', 'The gate was accused in May.', ['lacksReason', 'lacksOccasion']],
  ['How many gates leak?', 'The gates leak in May.', ['lacksNumber', 'lacksCount', 'lacksCounted']],
  ['How many gates leak?', 'Two gates leak in May.', []],
  ['Who voted against the gate?', 'The mayor voted for the gate.', ['opposed']],
]
for (const [question, sentence, lacks] of LACKS) {
  test(`to “${question}”, “${sentence}” lacks ${lacks.join(', ') || 'nothing'}`, () =>
    assert.deepEqual(lackingIn(question, sentence), lacks))
}

test('a slip is known by the word that it is of', () => {
  const index = createIndex(toPassages([readText('a.txt', 'Notes\n\nThe warranty ends in May.\n')]))
  const [term] = planQuestion(index, MODEL, 'waranty end').terms
  assert.deepEqual([term?.slip, term?.term, term?.meant], [true, 'waranti', 'warranti'])
  assert.equal(planQuestion(index, MODEL, 'warranty end').terms[0]?.meant, 'warranti')
})
