import assert from 'node:assert/strict'
import test from 'node:test'
import { readText } from '../../../src/core/library/read/text.ts'
import { toPassages } from '../../../src/core/library/passages.ts'
import { findCandidates } from '../../../src/core/retrieval/candidates.ts'
import { createIndex } from '../../../src/core/retrieval/index.ts'
import { MODEL } from '../../../src/core/retrieval/model.ts'
import { planQuestion } from '../../../src/core/retrieval/plan.ts'
import { rankSentences } from '../../../src/core/retrieval/rank.ts'

const kindOf = (question: string, sentence: string) => {
  const index = createIndex(toPassages([readText('a.txt', `Notes\n\n${sentence}\n`)]))
  const plan = planQuestion(index, MODEL, question)
  const best = rankSentences(plan, index, MODEL, findCandidates(plan, index))[0]
  assert.ok(best)
  return best.kind
}

const HELD: [question: string, sentence: string, holds: boolean][] = [
  ['How many birds left?', 'Some 40 birds left.', true],
  ['How many birds left?', 'Twelve of the birds left.', true],
  ['How many birds left?', 'The birds left on 9 March 2024.', false],
  ['How many birds left?', 'The birds left after 3 weeks.', false],
  ['How many birds left?', 'The birds cost £40 until they left.', false],
  ['How many soldiers left?', 'The 1,900 soldiers left.', true],
  ['How long did the strike last?', 'The strike began with 40 dockers.', false],
  ['How long did the strike last?', 'The strike went on for eleven weeks.', true],
  ['How long did the strike last?', 'The strike was held every week.', false],
  ['How much does a locker cost?', 'A locker costs £30.', true],
  ['How much does a locker cost?', 'A locker costs nothing for 14 days.', false],
  ['Why was it closed?', 'It was closed because the dyke broke.', true],
  ['Why was it closed?', 'It was closed for selling whisky.', true],
  ['Why was it closed?', 'It was closed for the night.', false],
  ['Why was it closed?', 'It was closed on Monday.', false],
  ['When was it closed?', 'It was closed on 9 March 2024.', true],
  ['When was it closed?', 'It was closed in May.', true],
  ['When was it closed?', 'It was closed, and may be sold.', false],
  ['When does it close?', 'It closes at 6:30.', true],
  ['When does it close?', 'It closes on Sundays.', true],
  ['When does it close?', 'It closes at 9 pm.', true],
  ['When does it close?', 'It closes at 9 a.m. on Sundays.', true],
  ['When does it close?', 'It closes at eight.', true],
  ['When does it close?', 'It closes at eight schools.', false],
  ['When does it close?', 'It closes with 8 others.', false],
  ['How long is it closed?', 'It is closed for a week.', true],
  ['How long is it closed?', 'It is closed for half an hour.', true],
  ['How long is it closed?', 'It is closed twice a week.', false],
  ['How long can members store a bag?', 'Members get a second bag.', false],
  ['How long is a ticket valid?', 'A season ticket costs 90 euros.', false],
  ['How many sessions are there?', 'There are three half-day sessions.', true],
  ['When do lessons start?', 'Lessons start at 40 and include a towel.', false],
  ['When can swimmers join?', 'Swimmers who join are between 12 and 70.', false],
  ['When is it open?', 'It is open from nine to five.', true],
  ['When is it open?', 'It is open to groups from 8 to 12 people.', false],
  ['How many dogs live there?', 'A couple of dogs live there.', true],
  ['How many may join the tour?', 'At most 12 may join the tour.', true],
  ['Who approves leave?', 'Ines approves all leave.', true],
  ['Who approves leave?', 'Finance approves all leave.', true],
  ['Who approves leave?', 'Late leave is approved on Mondays.', false],
  ['Who approves leave?', 'HR approves all leave.', true],
]
for (const [question, sentence, holds] of HELD) {
  test(`“${sentence}” ${holds ? 'may' : 'cannot'} answer “${question}”`, () =>
    assert.equal(kindOf(question, sentence).found, holds))
}

test('what a sentence says beyond the question is told by its places', () => {
  assert.deepEqual(kindOf('Which ships left?', 'The ships left.').novel, [])
  assert.deepEqual(kindOf('Which ships left?', 'The ships Gudrun and Brenn left quickly.').novel, [2, 4, 6])
})
