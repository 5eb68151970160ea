import assert from 'node:assert/strict'
import { setImmediate as turn } from 'node:timers/promises'
import test from 'node:test'
import fc from 'fast-check'
import type { Passage } from '../../../src/core/library/document.ts'
import { createIndex, type Index } from '../../../src/core/retrieval/index.ts'
import { retrieve } from '../../../src/core/retrieval/retrieve.ts'

const WORDS =
  'the summit in October adopted Russia’s resolution by 141 countries against tariffs of Germany'.split(' ')
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 8 })
  .map((words) => `${words.join(' ')}.`)
const text = fc.array(sentence, { minLength: 1, maxLength: 3 })
const heading = fc.constantFrom('Trade', 'Summits of Russia', 'Votes')
/** A library: each passage under the number of what it says. */
const shelf = fc.uniqueArray(fc.tuple(fc.nat({ max: 60 }), heading, text), {
  maxLength: 40,
  selector: ([id]) => id,
})
const question = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(' '))

const passageOf = (id: number, title: string, sentences: string[]): Passage => ({
  id,
  key: String(id),
  document: 'Report',
  file: `${id % 3}.txt`,
  headings: [title],
  text: sentences.join(' '),
  line: 1,
  sentences: sentences.map((one) => ({ text: one, line: 1 })),
})
const languages = new Map()
const never = (): undefined => undefined

/** What a question gets, ids left out. */
function answers(index: Index, asked: string): unknown {
  const { passages, confidence, how } = retrieve(index, asked)
  const shown = passages.map(({ passage, score, evidence }) => [
    passage.text,
    passage.headings,
    score,
    evidence().marks,
  ])
  return { shown, confidence: Math.round(confidence * 1e9), how }
}

function change(
  index: Index,
  next: readonly Passage[],
  breathe: () => Promise<void> | undefined,
): Promise<void> {
  const before = new Map(index.passages.map((one) => [one.id, one]))
  const after = new Map(next.map((one) => [one.id, one]))
  const same = (one?: Passage, other?: Passage): boolean =>
    one?.text === other?.text && one?.headings[0] === other?.headings[0]
  // An id is free when what had it is out, so what changed comes in under another.
  const changed = next.filter(({ id }) => before.has(id) && !same(before.get(id), after.get(id)))
  const renumbered = next.map((one) => (changed.includes(one) ? { ...one, id: one.id + 100 } : one))
  const ids = new Set(renumbered.map(({ id }) => id))
  const added = renumbered.filter(({ id }) => !before.has(id))
  const removed = index.passages.filter(({ id }) => !ids.has(id))
  return index.update({ passages: renumbered, added, removed, languages }, breathe)
}

test('an index that was changed answers as one made from the same passages does', async () => {
  await fc.assert(
    fc.asyncProperty(shelf, shelf, fc.array(question, { maxLength: 4 }), async (first, second, asked) => {
      const toPassages = (list: typeof first): Passage[] => list.map((one) => passageOf(...one))
      const index = createIndex(toPassages(first))
      await change(index, toPassages(second), never)
      const fresh = createIndex(toPassages(second).map((one, id) => ({ ...one, id })))
      assert.equal(index.sentences, fresh.sentences)
      for (const one of asked) assert.deepEqual(answers(index, one), answers(fresh, one))
    }),
    { numRuns: 250 },
  )
})

test('while a large change is made, a question sees the library before it or after it', async () => {
  const many = (word: string): Passage[] =>
    Array.from({ length: 200 }, (_, i) =>
      passageOf(i, 'Votes', [`The ${word} of ${i} countries was adopted.`]),
    )
  const index = createIndex(many('resolution'))
  const next = many('treaty').map((one) => ({ ...one, id: one.id + 200 }))
  const seen: string[] = []
  const look = (): void => {
    const found = retrieve(index, 'Was the resolution or the treaty of 7 countries adopted?').passages
    seen.push([...new Set(found.map(({ passage }) => /resolution|treaty/.exec(passage.text)?.[0]))].join('+'))
  }
  const done = index.update({ passages: next, added: next, removed: index.passages, languages }, () => turn())
  let over = false
  void done.then(() => (over = true))
  while (!over) {
    look()
    await turn()
  }
  look()
  assert.ok(seen.length > 100, `only ${seen.length} looks`)
  assert.deepEqual([...new Set(seen)], ['resolution', 'treaty'])
})
