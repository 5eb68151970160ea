import assert from 'node:assert/strict'
import test from 'node:test'
import type { Document } from '../../../src/core/library/document.ts'
import { toPassages } from '../../../src/core/library/passages.ts'
import { createIndex } from '../../../src/core/retrieval/index.ts'
import { retrieve } from '../../../src/core/retrieval/retrieve.ts'

const notice = (office: string, year: number): string =>
  `This leaflet of the ${office} office may be copied for members, and the fee for each copy is two euros as of ${year}. Whoever copies more than ten pages asks the ${office} office first.`
const document = (file: string, ...texts: string[]): Document => ({
  title: file,
  file,
  paragraphs: texts.map((text) => ({ headings: [], text, lines: [{ at: 0, line: 1 }] })),
})

test('passages that say nearly the same stand once in a list, the best of them', () => {
  const offices = ['northern', 'southern', 'eastern', 'western']
  const copies = offices.map((office, i) => document(`${office}.txt`, notice(office, 2020 + i)))
  const other = document(
    'fees.txt',
    'The fee for a copy of the key is nine euros, and the office keeps a list of them.',
  )
  const index = createIndex(toPassages([...copies, other]))
  const { passages } = retrieve(index, 'What is the fee for a copy at the eastern office?')
  assert.deepEqual(
    passages.map(({ passage }) => passage.file),
    ['eastern.txt', 'fees.txt'],
  )
})

test('short passages that differ in what matters all stay', () => {
  const index = createIndex(
    toPassages([
      document(
        'hours.txt',
        'On Monday we open at nine.',
        'On Tuesday we open at ten.',
        'On Friday we close.',
      ),
    ]),
  )
  assert.equal(retrieve(index, 'When do you open on Monday or Tuesday?').passages.length >= 2, true)
})
