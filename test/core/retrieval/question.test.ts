import assert from 'node:assert/strict'
import test from 'node:test'
import { stripChatter } from '../../../src/core/retrieval/chatter.ts'
import { readQuestion } from '../../../src/core/retrieval/question.ts'

const PLAIN: [said: string, asked: string][] = [
  ['hey, could you tell me what the ICAO did? thanks!', 'what the ICAO did'],
  ['Hi there! Do you know when the summit was?', 'when the summit was?'],
  ['quick question: who pays the fee please', 'who pays the fee'],
  ['I was wondering if the gate is open', 'the gate is open'],
  ['What does the document say about fees?', 'fees?'],
  ['Morning all! one more thing: who signs the form? cheers', 'who signs the form'],
  ['sorry to bother you, but where is the canteen? much appreciated', 'where is the canteen'],
  ['would you mind telling me when payday is?', 'when payday is?'],
  ['our client is asking what the warranty covers, any idea?', 'what the warranty covers'],
  ['Who do I ask for help?', 'Who do I ask for help?'],
  ['Morning shift: when does it begin?', 'Morning shift: when does it begin?'],
  ['well water testing', 'well water testing'],
  ['The last one to leave does what?', 'The last one to leave does what?'],
  ['thanks', 'thanks'],
  ['Who sent a thank you letter?', 'Who sent a thank you letter?'],
]
for (const [said, asked] of PLAIN) {
  test(`“${said}” asks “${asked}”`, () => assert.equal(stripChatter(said), asked))
}

const WANTED = {
  'When was the summit?': 'time',
  'In what year did it begin?': 'year',
  'Which month was it?': 'time',
  'How many countries?': 'number',
  'Who led it?': 'person',
  'Where was it held?': 'place',
  'Why did it end?': 'reason',
  'What did it end?': 'anything',
}
for (const [question, wanted] of Object.entries(WANTED)) {
  test(`“${question}” wants ${wanted}`, () => assert.equal(readQuestion(question).wanted, wanted))
}

for (const [question, chooses] of [
  ['Which engine was it?', true],
  ['what colour is the gate', true],
  ['What is the colour?', false],
  ['Who chose it?', false],
] as const) {
  test(`“${question}” ${chooses ? 'asks for one of some things' : 'names no things to choose from'}`, () =>
    assert.equal(readQuestion(question).chooses, chooses))
}

test('names and numbers are told from other words', () => {
  const words = readQuestion('Did Xi Jinping visit in 2022?').words
  assert.deepEqual(
    words.map((w) => [w.text, w.name, w.number]),
    [
      ['Xi', true, false],
      ['Jinping', true, false],
      ['visit', false, false],
      ['2022', false, true],
    ],
  )
})
