import assert from 'node:assert/strict'
import test from 'node:test'
import { readOwn } from '../../../bench/retrieval/own.ts'

const KINDS = ['direct', 'keyword', 'misspelt', 'chatty', 'paraphrased', 'near-topic', 'far']
const OPEN = new Set(['near-topic', 'far'])

for (const { document, passages, asked } of [...(await readOwn('learned')), ...(await readOwn('heldOut'))]) {
  test(`the questions about ${document} have their answer in it, once, or none`, () => {
    const sentences = passages.flatMap((passage) => passage.sentences.map(({ text }) => text))
    for (const { kind, question, gold } of asked) {
      assert.ok(KINDS.includes(kind), kind)
      const found = sentences.filter((text) => text === gold).length
      assert.equal(found, OPEN.has(kind) ? 0 : 1, question)
      assert.equal(gold === undefined, OPEN.has(kind), question)
    }
    assert.equal(new Set(asked.map(({ question }) => question)).size, asked.length)
  })
}
