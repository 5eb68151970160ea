import assert from 'node:assert/strict'
import test from 'node:test'
import { libraryOf, readOwn } from '../../../bench/retrieval/own.ts'
import { MODEL } from '../../../src/core/retrieval/model.ts'
import { retrieve } from '../../../src/core/retrieval/retrieve.ts'

const KINDS = ['direct', 'keyword', 'misspelt', 'chatty', 'paraphrased', 'near-topic', 'far']
const OPEN = new Set(['near-topic', 'far'])

test('however much else fits, a number that the document does not have leaves a reserve', async () => {
  const policy = (await readOwn('learned')).filter(({ document }) => document === 'incident-policy')
  const question = 'How quickly does the first message have to be on the status page for a level 5?'
  const { how, confidence } = retrieve(libraryOf(policy), question)
  assert.ok(confidence >= MODEL.bars.sure)
  assert.equal(how, 'probably')
})

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
