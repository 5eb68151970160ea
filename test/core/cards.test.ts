import assert from 'node:assert/strict'
import test from 'node:test'
import { findingCard } from '../../src/core/cards.ts'
import type { Part } from '../../src/core/contract.ts'
import { type Finding, retrieve } from '../../src/core/retrieval/retrieve.ts'
import { bluebookIndex } from '../bluebook/library.ts'

const index = await bluebookIndex()
const finding = retrieve(index, 'When was the first Central Asia-Russia summit?')
const sentence = finding.best?.sentence.text ?? ''

function textOf(part: Part | undefined): string {
  return part && 'spans' in part ? part.spans.map(({ text }) => text).join('') : ''
}

const BEGINS: Record<Finding['how'], string> = {
  surely: '',
  probably: 'Probably: ',
  perhaps: 'The documents may not say. Closest passage: ',
  hardly: "The documents don't say. Closest passage: ",
}
for (const how of ['surely', 'probably', 'perhaps', 'hardly'] as const) {
  test(`what answers ${how} says so before the sentence, never in numbers`, () => {
    const outcome = how === 'surely' || how === 'probably' ? 'answered' : 'nearest'
    const { summary, parts } = findingCard({ ...finding, outcome, how })
    assert.equal(summary, `${BEGINS[how]}${sentence}`)
    assert.equal(textOf(parts.find(({ is }) => is === 'quote')), sentence)
    assert.doesNotMatch(BEGINS[how], /\d/)
  })
}

test('what is asked of a name that no document has is told by that name', () => {
  const found = retrieve(index, 'When was the first Central Asia-Munich summit?')
  assert.equal(found.outcome, 'nearest')
  assert.match(findingCard(found).summary, /^The documents don't mention “Munich”. Closest passage: /)
})

test('an acronym, a day, a title or a word with a capital is no name that documents lack', () => {
  for (const asked of ['at the NDAs', 'on Saturday', 'by Dr Lukashenko', 'As a Policy', "if I'd come"])
    assert.deepEqual(
      retrieve(index, `When was the first Central Asia-Russia summit ${asked}?`).unseen,
      [],
      asked,
    )
})

test('sentences that belong to the answer stand in the passage’s order, with a gap where some are left out', () => {
  const { best } = retrieve(index, 'Who drew attention, and what was on the agenda in Münster?')
  assert.ok(best)
  const [first, second, third] = best.passage.sentences
  assert.ok(first && second && third)
  const around = { ...best, sentence: second, also: [first], marks: [] }
  const apart = { ...best, sentence: first, also: [third], marks: [] }
  const shown = (evidence: typeof best): string =>
    textOf(findingCard({ ...finding, best: evidence }).parts.find(({ is }) => is === 'quote'))
  assert.equal(shown(around), `${first.text} ${second.text}`)
  assert.equal(shown(apart), `${first.text} … ${third.text}`)
})

test('a question for several things gets the sentence that has the rest', () => {
  const { best } = retrieve(
    index,
    'Where did Chinese President Xi Jinping travel and when was the first Central Asia-Russia summit?',
  )
  const found = [best?.sentence.text, ...(best?.also ?? []).map(({ text }) => text)].join('\n')
  assert.match(found, /Xi Jinping/)
  assert.match(found, /summit meeting in October/)
})
