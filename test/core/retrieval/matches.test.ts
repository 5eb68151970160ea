import assert from 'node:assert/strict'
import test from 'node:test'
import { matchesOf } from '../../../src/core/retrieval/matches.ts'
import { createVocabulary } from '../../../src/core/retrieval/vocabulary.ts'
import { wordsOf } from '../../../src/core/retrieval/words.ts'

const vocabulary = createVocabulary()
const once: number[] = []
for (const { form, term, stop } of wordsOf(
  'The first international summit: Russia, Belarusian flights, transport, a trial, tanks, money on Monday and 1880s',
))
  once[vocabulary.termOf(vocabulary.add(form, term, stop))] = 1
vocabulary.count({ sentences: once, postings: once })

const matched = (text: string): [string[], boolean] => {
  const [word] = wordsOf(text)
  assert.ok(word)
  const { matches, slip } = matchesOf(vocabulary, word)
  return [matches.map(({ term }) => vocabulary.nameOf(term)), slip]
}

const FOUND: [asked: string, found: string[], slip: boolean][] = [
  ['summits', ['summit'], false],
  ['Russian', ['russia'], false],
  ['Belarus', ['belarusian'], false],
  ['frist', ['first'], true],
  ['fligths', ['fli'], true],
  ['internatonal', ['intern'], true],
  ['trasportt', ['transport'], true],
  ['tnaks', ['tank'], true],
  ['mondy', ['money', 'monday'], true],
  ['form', [], false],
  ['trail', [], false],
  ['trains', [], false],
  ['teh', [], false],
  ['1881', [], false],
]
for (const [asked, found, slip] of FOUND) {
  test(`“${asked}” finds ${found.join(', ') || 'nothing'}`, () =>
    assert.deepEqual(matched(asked), [found, slip]))
}

test('a slip that can only be of one word tells which', () => {
  const slipOf = (text: string): number => {
    const [word] = wordsOf(text)
    assert.ok(word)
    return matchesOf(vocabulary, word).form
  }
  assert.equal(slipOf('fligths'), vocabulary.forms.get('flights'))
  assert.equal(slipOf('mondy'), 0)
  assert.equal(slipOf('flights'), 0)
})
