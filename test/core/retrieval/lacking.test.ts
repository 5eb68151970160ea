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
  const row = lackingOf(plan, index, best)
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
  ['Why did the gate close?', 'A flood broke the wall, closing the gate for May.', []],
  [
    'Why did the wall break?',
    'A flood broke the wall, closing the gate for May.',
    ['lacksReason', 'lacksOccasion'],
  ],
  ['Why did the gate close?', 'Nobody told the gate, including the mayor.', ['lacksReason', 'lacksOccasion']],
  [
    'Why was it closed?',
    'The gate was closed in May, and all have to keep out.',
    ['lacksReason', 'lacksOccasion'],
  ],
  ['Why was it accused?', 'The gate was accused in May.', ['lacksReason', 'lacksOccasion']],
  ['Why was it closed?', 'Given the leak, the gate was closed.', []],
  ['Why was it closed?', 'Short of staff, the mayor had the gate closed.', []],
  ['Why was it closed?', 'With the wall broken, the gate was closed.', []],
  ['Why was it closed?', 'The gate was closed out of fear.', []],
  ['Why was it closed?', 'Fears of a leak were behind the closed gate.', []],
  ['Why was it closed?', 'The closed gate is behind the school.', ['lacksReason', 'lacksOccasion']],
  ['Why was it closed?', 'The gate was closed at the request of the mayor.', []],
  ['Why was it closed?', 'The gate was closed in a dispute over a leak.', ['lacksReason']],
  ['Why was it closed?', 'The closed gate is over the river.', ['lacksReason', 'lacksOccasion']],
  ['Why was production halved?', 'A long strike halved production.', []],
  ['Why was there a strike?', 'A long strike halved production.', ['lacksReason', 'lacksOccasion']],
  ['Why was the key in the safe?', 'The porter kept the key in the safe.', ['lacksReason', 'lacksOccasion']],
  ['Why does it lack a gate?', 'The wall broke, which left it without a gate.', []],
  ['Why did the gate close?', 'A flood came, which forced the mayor to close the gate.', []],
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
