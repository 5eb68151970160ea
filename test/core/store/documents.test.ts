import assert from 'node:assert/strict'
import test from 'node:test'
import { passagesOf } from '../../../src/core/library/passages.ts'
import type { Volume } from '../../../src/core/library/document.ts'
import { readText } from '../../../src/core/library/read/text.ts'
import type { Store } from '../../../src/core/store/open.ts'
import { ENGINES, joinStore } from './stores.ts'

const volume = (file: string, text: string): Volume => {
  const document = readText(file, `Guide\n\n${text}\n`)
  return { ...document, revision: text, language: 'en', passages: passagesOf(document) }
}
const keep = async ({ documents }: Store, volumes: readonly Volume[]): Promise<void> => {
  for (const change of await documents.changes(volumes)) await documents.keep(change)
}
const told = async ({ documents }: Store): Promise<string[]> =>
  (await documents.since(0)).map(({ how, file, was }) => [how, ...(was ? [was] : []), file].join(' '))

for (const [engine, create] of ENGINES) {
  test(`${engine}: what became of the documents is kept from the second reading on`, async () => {
    const store = await joinStore(await create(), 'a')
    const fees = volume('fees.txt', '1 Fees\n\nThe fee is small.')
    const tools = volume('tools.txt', 'We lend spades.')
    await keep(store, [fees, tools])
    assert.deepEqual(await told(store), [])
    const dearer = volume('fees.txt', '1 Fees\n\nThe fee is five euros.\n\n2 News\n\nThe summit was in May.')
    await keep(store, [dearer, { ...tools, file: 'loans.txt' }, volume('hours.txt', 'We open at nine.')])
    await keep(store, [dearer, { ...tools, file: 'loans.txt' }, volume('hours.txt', 'We open at nine.')])
    assert.deepEqual((await told(store)).sort(), [
      'came hours.txt',
      'changed fees.txt',
      'renamed tools.txt loans.txt',
    ])
    const changed = (await store.documents.since(0)).find(({ how }) => how === 'changed')
    assert.deepEqual(changed?.difference, {
      added: [['2 News']],
      changed: [['1 Fees']],
      removed: [],
      moved: [],
    })
    await keep(store, [dearer])
    assert.deepEqual((await told(store)).slice(3).sort(), ['gone hours.txt', 'gone loans.txt'])
    await store.history.prune(-1_000)
    assert.deepEqual(await told(store), [])
  })

  test(`${engine}: a change that several processes see is kept once`, async () => {
    const place = await create()
    const [a, b] = [await joinStore(place, 'a'), await joinStore(place, 'b')]
    await keep(a, [volume('fees.txt', 'The fee is small.')])
    const now = [volume('fees.txt', 'The fee is five euros.'), volume('tools.txt', 'We lend spades.')]
    const [seenByA, seenByB] = [await a.documents.changes(now), await b.documents.changes(now)]
    for (const change of seenByA) await a.documents.keep(change)
    for (const change of seenByB) await b.documents.keep(change)
    assert.deepEqual((await told(a)).sort(), ['came tools.txt', 'changed fees.txt'])
  })

  test(`${engine}: what an operator accepts holds for a while`, async () => {
    const place = await create()
    const { documents } = await joinStore(place, 'a')
    assert.equal(await documents.accepted('library', 60_000), false)
    await documents.accept('library')
    await documents.accept('library')
    assert.equal(await documents.accepted('library', 60_000), true)
    assert.equal(await documents.accepted('library', -1_000), false)
  })
}
