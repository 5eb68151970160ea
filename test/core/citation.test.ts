import assert from 'node:assert/strict'
import test from 'node:test'
import { citationLine, citationUrl, spanUrl } from '../../src/core/citation.ts'

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

test('a number is not cut short', () => {
  const headings = ['Sprinkler 6.0.2, released on 2 September', 'Sprinkler 6.0, released on 3 June']
  assert.equal(
    citationLine({ document: 'Notes', headings, line: 3 }),
    'Notes › Sprinkler 6.0.2, released on 2 September › Sprinkler 6.0, released on 3 June · line 3',
  )
})

test('a page goes before a line', () => {
  assert.equal(citationLine({ document: 'Bluebook', headings: [], line: 11, page: 3 }), 'Bluebook · page 3')
})

test('a citation leads to its document, and to the page of a PDF', () => {
  const to = (url: string, page?: number): string | undefined =>
    citationUrl({ document: 'Fees', headings: [], url, ...(page !== undefined && { page }) })
  assert.equal(to('https://example.org/fees.html'), 'https://example.org/fees.html')
  assert.equal(to('https://example.org/fees.pdf', 3), 'https://example.org/fees.pdf#page=3')
  assert.equal(to('https://example.org/fees.pdf#top', 3), 'https://example.org/fees.pdf#top')
  assert.equal(to('https://example.org/a (b)|<c>'), 'https://example.org/a%20%28b%29%7C%3Cc%3E')
  assert.equal(to('javascript:alert(1)'), undefined)
  assert.equal(to('https://bank.example@evil.example/'), undefined)
  assert.equal(to('no address'), undefined)
})

test('words lead where they say, if that opens and there is something to see', () => {
  assert.equal(spanUrl({ text: 'Monday', url: 'https://example.org/a|b' }), 'https://example.org/a%7Cb')
  assert.equal(spanUrl({ text: 'Monday' }), undefined)
  assert.equal(spanUrl({ text: ' ', url: 'https://example.org/' }), undefined)
  for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'https://bank.example@evil.example/', 'no'])
    assert.equal(spanUrl({ text: 'Monday', url }), undefined)
})
