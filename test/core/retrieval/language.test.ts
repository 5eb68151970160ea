import assert from 'node:assert/strict'
import test from 'node:test'
import { readMarkdown } from '../../../src/core/library/read/markdown.ts'
import { readText } from '../../../src/core/library/read/text.ts'
import { toPassages } from '../../../src/core/library/passages.ts'
import { createIndex } from '../../../src/core/retrieval/index.ts'
import { ENGLISH, type Language, languageIn, languagesBy } from '../../../src/core/retrieval/language.ts'
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
  assert.equal(await languageIn(HOUSE), 'de')
  assert.equal(await languageIn(RULES), 'en')
  assert.equal(await languageIn(readText('ja.txt', '規則\n\n自転車は地下室に置きます。\n')), 'en')
})

test('or of the one it states', async () => {
  assert.equal(await languageIn(readMarkdown('a.md', '---\nlanguage: fr\n---\n\nOn the way.\n')), 'fr')
  assert.equal(await languageIn({ ...HOUSE, language: 'en-GB' }), 'en')
  assert.equal(await languageIn({ ...HOUSE, language: 'whichever' }), 'de')
})

test('words are matched by the stems of their document’s language', async () => {
  const documents = [HOUSE, RULES]
  const languages = new Map<string, Language>()
  for (const { file, ...document } of documents) {
    const code = await languageIn(document)
    languages.set(file, (await languagesBy([code])).get(code) ?? ENGLISH)
  }
  const index = createIndex(toPassages(documents), languages)
  const find = (question: string): string | undefined => retrieve(index, question).best?.sentence.text
  assert.match(find('Wo wird ein Fahrrad abgestellt?') ?? '', /^Die Fahrräder/)
  assert.match(find('Wann darf ich eine Waschmaschine benutzen?') ?? '', /^Die Waschmaschinen/)
  assert.match(find('Where do I keep a bicycle?') ?? '', /^Bicycles/)
})
