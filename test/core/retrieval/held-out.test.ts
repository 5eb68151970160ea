import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { retrieve } from '../../../src/core/retrieval/retrieve.ts'
import { bluebookIndex } from '../../bluebook/library.ts'

interface Asked {
  kind: string
  question: string
  gold?: string
}

/**
 * Written by someone who saw only the document. No weight is learned from it; of two questions that failed for long it was told in
 * general what kind of thing they failed by.
 */
const list = JSON.parse(readFileSync('test/bluebook/held-out.json', 'utf8')) as Asked[]
const index = await bluebookIndex()

/** The least share that is answered rightly, or that is not answered where the document does not say. */
const LEAST = {
  direct: 1,
  keyword: 1,
  misspelt: 1,
  chatty: 1,
  'near-topic': 0.7,
  far: 1,
}

for (const [kind, least] of Object.entries(LEAST)) {
  test(`${kind} questions: at least ${Math.round(100 * least)} % as they should be`, () => {
    const asked = list.filter((one) => one.kind === kind)
    const wrong = asked.filter(({ question, gold }) => {
      const { outcome, best } = retrieve(index, question)
      return gold ? outcome !== 'answered' || best?.sentence.text !== gold : outcome === 'answered'
    })
    const share = 1 - wrong.length / asked.length
    assert.ok(share >= least, `${share.toFixed(2)}: ${wrong.map(({ question }) => question).join(' | ')}`)
  })
}

test('the right sentence comes first for nearly all that the document answers in other words than a paraphrase', () => {
  const asked = list.filter(({ kind, gold }) => gold && kind !== 'paraphrased')
  const first = asked.filter(({ question, gold }) => retrieve(index, question).best?.sentence.text === gold)
  assert.ok(first.length >= asked.length - 1, `${first.length} of ${asked.length}`)
})
