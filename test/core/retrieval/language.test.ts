import assert from 'node:assert/strict'
import test from 'node:test'
import { readMarkdown } from '../../../src/core/library/read/markdown.ts'
import { readText } from '../../../src/core/library/read/text.ts'
import { toPassages } from '../../../src/core/library/passages.ts'
import { createIndex } from '../../../src/core/retrieval/index.ts'
import { languagesOf } from '../../../src/core/retrieval/language.ts'
import { retrieve } from '../../../src/core/retrieval/retrieve.ts'

const HOUSE = readText(
  'haus.txt',
  'Hausordnung\n\nDie Fahrräder werden im Keller abgestellt, und der Schlüssel liegt bei der Hausmeisterin.\n\nDie Waschmaschinen sind von acht bis zwanzig Uhr zu benutzen, an Sonntagen nicht.\n',
)
const RULES = readText(
  'rules.txt',
  'House rules\n\nBicycles are kept in the cellar, and the key is with the caretaker.\n\nThe washing machines may be used from eight to eight, but not on Sundays.\n',
)

test('a document is of the language whose small words it uses', async () => {
  const languages = await languagesOf([
    HOUSE,
    RULES,
    readText('ja.txt', '規則\n\n自転車は地下室に置きます。\n'),
  ])
  assert.deepEqual(
    [...languages].map(([file, { code }]) => [file, code]),
    [
      ['haus.txt', 'de'],
      ['rules.txt', 'en'],
      ['ja.txt', 'en'],
    ],
  )
})

test('or of the one it states', async () => {
  const stated = readMarkdown('a.md', '---\nlanguage: fr\n---\n\nBonjour à tous.\n')
  assert.equal((await languagesOf([stated])).get('a.md')?.code, 'fr')
})

test('words are matched by the stems of their document’s language', async () => {
  const documents = [HOUSE, RULES]
  const index = createIndex(toPassages(documents), await languagesOf(documents))
  const find = (question: string): string | undefined => retrieve(index, question).best?.sentence.text
  assert.match(find('Wo wird ein Fahrrad abgestellt?') ?? '', /^Die Fahrräder/)
  assert.match(find('Wann darf ich eine Waschmaschine benutzen?') ?? '', /^Die Waschmaschinen/)
  assert.match(find('Where do I keep a bicycle?') ?? '', /^Bicycles/)
})
