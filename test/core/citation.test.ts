import assert from 'node:assert/strict'
import test from 'node:test'
import { citationLine } from '../../src/core/citation.ts'

test('a long heading is cited by its label, a short one whole', () => {
  const headings = [
    'Chapter 2 Japan’s Foreign Policy by Region',
    '1 Overview',
    'What a member has to do in spring',
  ]
  assert.equal(
    citationLine({ document: 'Bluebook', headings, line: 11 }),
    'Bluebook › Chapter 2 › 1 Overview › What a member has to do in spring · line 11',
  )
})

test('a page goes before a line', () => {
  assert.equal(citationLine({ document: 'Bluebook', headings: [], line: 11, page: 3 }), 'Bluebook · page 3')
})
