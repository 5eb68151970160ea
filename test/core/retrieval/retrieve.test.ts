import assert from 'node:assert/strict'
import test from 'node:test'
import { readText } from '../../../src/core/library/read/text.ts'
import { toPassages } from '../../../src/core/library/passages.ts'
import { createIndex } from '../../../src/core/retrieval/index.ts'
import { MODEL } from '../../../src/core/retrieval/model.ts'
import { retrieve } from '../../../src/core/retrieval/retrieve.ts'
import { bluebookIndex } from '../../bluebook/library.ts'

const bluebook = await bluebookIndex()

test('misspelt words still find their sentence', () => {
  const { best } = retrieve(bluebook, 'Who condemed Belaruss?')
  assert.match(best?.sentence.text ?? '', /^Regarding Belarus/)
})

test('the words that answer are marked', () => {
  const { best } = retrieve(bluebook, 'When was the first Central Asia-Russia summit?')
  const marked = best?.marks.map(({ start, end }) => best.sentence.text.slice(start, end))
  assert.deepEqual(marked?.slice(-2), ['first Central Asia-Russia summit', 'October'])
})

const handbook = createIndex(
  toPassages([
    readText(
      'handbook.txt',
      'Zoo handbook\n\nZebra house\n\nThe keepers feed them at noon.\n\nLion house\n\nThe keepers feed them at dusk.\n',
    ),
  ]),
)

test('a word that stands in a heading alone tells what is below it from the rest', () => {
  for (const [house, when] of [
    ['zebras', 'noon'],
    ['lions', 'dusk'],
  ] as const) {
    const { best } = retrieve(handbook, `When do the keepers feed the ${house}?`)
    assert.equal(best?.sentence.text, `The keepers feed them at ${when}.`)
  }
})

test('who is asked for is marked, by name or by what they do', () => {
  const { best } = retrieve(handbook, 'Who feeds the zebras?')
  const marked = best?.marks.map(({ start, end }) => best.sentence.text.slice(start, end))
  assert.deepEqual(marked, ['keepers feed'])
})

test('a sentence that leans on the one before it brings it along', () => {
  const { best } = retrieve(bluebook, 'What transportation routes are they struggling with?')
  assert.match(best?.sentence.text ?? '', /^They are also struggling/)
  assert.match(best?.also[0]?.text ?? '', /^Regarding Central Asian/)
})

test('a question on the topic that the document leaves open is not answered', () => {
  for (const question of ['How many countries voted against the resolution?', 'When was Lukashenko born?']) {
    const { outcome, confidence } = retrieve(bluebook, question)
    assert.equal(outcome, 'nearest', `${question} ${confidence}`)
  }
})

test('where it is unlikely that the sentence has what is asked for, it is not said that it may', () => {
  const { how, confidence } = retrieve(bluebook, 'How many countries voted against the resolution?')
  assert.equal(how, 'hardly')
  assert.ok(confidence >= MODEL.bars.answer)
})

test('a question without a word in common finds nothing', () => {
  const { outcome, best, passages } = retrieve(bluebook, 'Zebra quokka?')
  assert.deepEqual([outcome, best, passages], ['nothing', null, []])
})

test('a follow-up leans on the question before it', () => {
  const alone = retrieve(bluebook, 'When was it?')
  const followed = retrieve(bluebook, 'When was it?', ['Was there a first Central Asia-Russia summit?'])
  assert.equal(alone.outcome, 'nothing')
  assert.match(followed.best?.sentence.text ?? '', /first Central Asia-Russia summit/)
})

test('at most ten passages come back, each once, the best first', () => {
  const source = Array.from({ length: 30 }, (_, i) => `Spades of kind ${i} are lent on Mondays.`).join('\n\n')
  const { passages } = retrieve(
    createIndex(toPassages([readText('a.txt', source)])),
    'When are spades of kind 7 lent?',
  )
  assert.equal(passages.length, 10)
  assert.equal(new Set(passages.map((p) => p.passage.id)).size, 10)
  assert.match(passages[0]?.passage.text ?? '', /kind 7/)
  assert.deepEqual(
    passages.map((p) => p.score),
    passages.map((p) => p.score).toSorted((a, b) => b - a),
  )
})
