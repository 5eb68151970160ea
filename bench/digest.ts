/**
 * One line that is the same wherever the same questions on the same library get the same sentences, places, order,
 * outcome and confidence: `npm run bench:digest -- --eval DIR`, run by each version of Node that is to be compared.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createIndex, type Index } from '../src/core/retrieval/index.ts'
import { retrieve } from '../src/core/retrieval/retrieve.ts'
import { bluebookIndex } from '../test/bluebook/library.ts'
import { readSquad, toSources } from './retrieval/sets.ts'

const QUESTIONS = 200

const { eval: folder } = parseArgs({ options: { eval: { type: 'string' } } }).values
if (folder === undefined)
  throw new Error('Say where the question sets are: npm run bench:digest -- --eval DIR')

const hash = createHash('sha256')
const add = (index: Index, questions: readonly { question: string }[]): void => {
  for (const { question } of questions) {
    const { outcome, how, confidence, passages } = retrieve(index, question)
    const found = passages.map(({ passage, score, evidence }) => [
      passage.id,
      score,
      evidence().sentence.text,
      evidence().also,
      evidence().marks,
    ])
    hash.update(JSON.stringify([question, outcome, how, confidence, found]))
  }
}
add(
  await bluebookIndex(),
  JSON.parse(readFileSync('test/bluebook/held-out.json', 'utf8')) as { question: string }[],
)
const squad = readSquad(folder)
const step = Math.floor(squad.labelled.length / QUESTIONS)
add(
  createIndex(toSources(squad.texts)),
  squad.labelled.filter((_, i) => i % step === 0),
)
process.stdout.write(`${process.version} ${hash.digest('hex')}\n`)
