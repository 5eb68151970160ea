import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import test, { beforeEach } from 'node:test'
import { OperatorError } from '../../../src/core/errors.ts'
import { LARGEST_FILE } from '../../../src/core/library/file/scan.ts'
import { readVolume } from '../../../src/core/library/file/volume.ts'
import {
  createLibrary,
  type Holdings,
  type Library,
  requireDocuments,
} from '../../../src/core/library/library.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

let folder: string
beforeEach(() => {
  folder = temporaryFolder()
})

const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content)

const open = (): Library => createLibrary({ folder, read: readVolume })
const load = async (): Promise<Holdings> => {
  const library = open()
  await library.look()
  return library.shown()
}
/** Sets a file's time back, so that it counts as written long ago. */
const age = (name: string, seconds: number): void => {
  const then = new Date(Date.now() - seconds * 1000)
  utimesSync(join(folder, name), then, then)
}

test('text and Markdown files are read from sub-folders too, in the order of their paths', async () => {
  mkdirSync(join(folder, 'b'))
  put('c.txt', 'We lend spades.')
  put('b/a.md', '# Fees\n\nThe fee is small.')
  put('picture.png', 'no text')
  put('.hidden.txt', 'A secret.')
  const { volumes, problems } = await load()
  assert.deepEqual(
    volumes.map((one) => one.file),
    ['b/a.md', 'c.txt'],
  )
  assert.deepEqual(problems, [])
})

test('a file that cannot be read is named with its reason and the rest still loads', async () => {
  put('good.txt', 'We lend spades.')
  put('empty.txt', ' \n')
  put('title.md', '# Only a title\n')
  put('binary.txt', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))
  put('latin.txt', Buffer.from('Gr\u00fc\u00dfe', 'latin1'))
  put('large.txt', '')
  truncateSync(join(folder, 'large.txt'), LARGEST_FILE + 1)
  symlinkSync('/etc/hostname', join(folder, 'link.txt'))
  symlinkSync('/etc', join(folder, 'outside'))
  mkdirSync(join(folder, 'sub'))
  symlinkSync(join(folder, 'sub'), join(folder, 'inside'))
  execFileSync('mkfifo', [join(folder, 'pipe.txt')])
  put('dots.txt', '...\n')
  put('odd.txt', Buffer.from([0xff, 0xfe, 0x41, 0, 0x42]))
  put('two\nlines.txt', '')
  const { volumes, problems } = await load()
  assert.deepEqual(
    volumes.map((one) => one.file),
    ['good.txt', 'latin.txt'],
  )
  assert.equal(volumes[1]?.passages[0]?.text, 'Grüße')
  assert.deepEqual(Object.fromEntries(problems.map((p) => [p.file, p.reason])), {
    'binary.txt': 'it is binary, not text',
    'dots.txt': 'it is empty',
    'empty.txt': 'it is empty',
    'large.txt': 'it is larger than 64 MB',
    outside: 'it is a link that leads out of the folder, or nowhere',
    'link.txt': 'it is a link that leads out of the folder, or nowhere',
    'odd.txt': 'it is not UTF-16 text',
    'pipe.txt': 'it is no ordinary file',
    'title.md': 'it has no text under its headings',
    'two\uFFFDlines.txt': 'it is empty',
  })
})

test('UTF-16 with a byte order mark is text', async () => {
  put('wide.txt', Buffer.from('\uFEFFWe lend spades.', 'utf16le'))
  const { volumes } = await load()
  assert.equal(volumes[0]?.passages[0]?.text, 'We lend spades.')
})

test('no document at all is an error that says where to put one, and why the others were left out', async () => {
  put('empty.txt', '')
  const holdings = await load()
  assert.throws(
    () => requireDocuments(folder, holdings),
    (error) => {
      assert.ok(error instanceof OperatorError)
      assert.match(error.message, /No document .* put documents there/)
      assert.match(error.message, /empty\.txt: it is empty/)
      return true
    },
  )
})

test('a missing folder is an error that names it', async () => {
  await assert.rejects(
    createLibrary({ folder: join(folder, 'gone'), read: readVolume }).look(),
    /gone cannot be opened/,
  )
})

test('only what changed is read again, and passages that stay keep their numbers', async () => {
  put('a.txt', '1 Fees\n\nThe fee is small.\n\nIt is due in May.\n')
  put('b.txt', 'We lend spades.')
  const read: string[] = []
  const library = createLibrary({
    folder,
    read: (job) => {
      read.push(job.file)
      return readVolume(job)
    },
  })
  const first = await library.look()
  assert.ok(first.is === 'new')
  assert.equal((await library.look()).is, 'same')
  put('a.txt', '1 Fees\n\nWe lend rakes.\n\nThe fee is small.\n\nIt is due in June.\n')
  const second = await library.look()
  assert.ok(second.is === 'new')
  assert.deepEqual(read, ['a.txt', 'b.txt', 'a.txt'])
  const texts = (passages: readonly { text: string }[]): string[] => passages.map(({ text }) => text)
  assert.deepEqual(texts(second.added), ['We lend rakes.', 'It is due in June.'])
  assert.deepEqual(texts(second.removed), ['It is due in May.'])
  const numbers = (passages: readonly { text: string; id: number }[]) =>
    new Map(passages.map((p) => [p.text, p.id]))
  const [before, after] = [numbers(first.passages), numbers(second.passages)]
  assert.equal(after.get('The fee is small.'), before.get('The fee is small.'))
  assert.equal(after.get('We lend spades.'), before.get('We lend spades.'))
  assert.equal(second.passages.find(({ text }) => text === 'The fee is small.')?.line, 5)
  assert.equal(new Set(after.values()).size, after.size)
})

test('a touched file with the same bytes is no change', async () => {
  put('a.txt', 'We lend spades.')
  const library = open()
  await library.look()
  age('a.txt', 60)
  assert.equal((await library.look()).is, 'same')
})

test('what is being written, or was there a moment ago, is left for the next look', async () => {
  put('a.txt', 'We lend spades.')
  put('b.txt', 'We lend rakes.')
  put('c.txt', 'We lend hoes.')
  for (const name of ['a.txt', 'b.txt', 'c.txt']) age(name, 60)
  const library = open()
  await library.look()
  put('a.txt', 'We lend sp')
  assert.equal((await library.look({ settledAt: Date.now() - 1_000 })).is, 'unsettled')
  age('a.txt', 60)
  rmSync(join(folder, 'b.txt'))
  assert.equal((await library.look({ settledAt: Date.now() })).is, 'unsettled')
  assert.equal(library.shown().volumes.length, 3)
  assert.equal((await library.look({ settledAt: Date.now() })).is, 'new')
  assert.equal(library.shown().volumes.length, 2)
})

test('what can no longer be read is left as it was for a moment, since the rest of it may come, and then left out', async () => {
  put('a.txt', 'We lend spades.')
  put('b.md', 'We lend rakes.')
  for (const name of ['a.txt', 'b.md']) age(name, 60)
  const library = open()
  await library.look()
  put('b.md', '')
  age('b.md', 1)
  assert.equal((await library.look({ settledAt: Date.now() })).is, 'unsettled')
  assert.equal((await library.look({ settledAt: Date.now(), patient: false })).is, 'same')
  assert.deepEqual(library.shown().problems, [])
  age('b.md', 10)
  assert.equal((await library.look({ settledAt: Date.now() })).is, 'new')
  assert.match(library.shown().problems[0]?.reason ?? '', /empty/)
  assert.equal(library.shown().volumes.length, 1)
})

test('a file that is written without end holds up no other, and is read when it comes to rest', async () => {
  put('calm.txt', 'We lend spades.')
  put('busy.txt', 'The fee is one euro.')
  let busy = true
  const library = createLibrary({
    folder,
    read: (job) => {
      if (busy && job.file === 'busy.txt') appendFileSync(join(folder, 'busy.txt'), ' More.')
      return readVolume(job)
    },
  })
  const files = (): string[] => library.shown().volumes.map(({ file }) => file)
  assert.equal((await library.look()).is, 'unsettled')
  assert.equal((await library.look({ patient: false })).is, 'new')
  assert.deepEqual(files(), ['calm.txt'])
  busy = false
  assert.equal((await library.look()).is, 'new')
  assert.deepEqual(files(), ['busy.txt', 'calm.txt'])
})

test('when more than half of the documents are gone the others stay until that is accepted', async () => {
  for (const name of ['a', 'b', 'c']) put(`${name}.txt`, `We lend ${name}s.`)
  const library = open()
  await library.look()
  rmSync(join(folder, 'a.txt'))
  rmSync(join(folder, 'b.txt'))
  const look = await library.look()
  assert.ok(look.is === 'held')
  assert.deepEqual([look.lost, look.of], [2, 3])
  assert.equal(library.shown().volumes.length, 3)
  assert.equal((await library.look({ accept: true })).is, 'new')
  assert.equal(library.shown().volumes.length, 1)
})

test('a document that has another name now is not gone', async () => {
  put('a.txt', 'We lend spades.')
  const library = open()
  await library.look()
  renameSync(join(folder, 'a.txt'), join(folder, 'b.txt'))
  assert.equal((await library.look()).is, 'new')
  assert.deepEqual(
    library.shown().volumes.map(({ file }) => file),
    ['b.txt'],
  )
})

test('sources.yml says of a file what it cannot say itself, and each fault in it is named', async () => {
  put('fees.txt', 'The fee is small.')
  put('tools.txt', 'We lend spades.')
  put(
    'sources.yml',
    'fees.txt:\n  title: Fees 2026\n  url: https://example.org/fees.pdf\ntools.txt:\n  url: ftp://x\n  colour: red\ngone.txt:\n  title: Gone\nlist: [1]\n',
  )
  const { volumes, problems } = await load()
  const [fees, tools] = volumes
  assert.deepEqual([fees?.title, fees?.url], ['Fees 2026', 'https://example.org/fees.pdf'])
  assert.deepEqual([tools?.title, tools?.url], ['Tools', undefined])
  assert.deepEqual(
    problems.map(({ file, reason }) => `${file}: ${reason}`),
    [
      'sources.yml: tools.txt: url: expected a URL that begins with http:// or https://',
      'sources.yml: tools.txt: colour is no field (title, url, language, date)',
      'sources.yml: list: expected fields (title, url, language, date) below it',
      'sources.yml: there is no file gone.txt',
    ],
  )
})

test('a sources.yml that is no YAML is named, and the documents load', async () => {
  put('fees.txt', 'The fee is small.')
  put('sources.yml', 'fees.txt: [\n')
  const { volumes, problems } = await load()
  assert.equal(volumes.length, 1)
  assert.match(problems[0]?.reason ?? '', /^it is not YAML: /)
})

test('front matter gives a document its address, date and language', async () => {
  put(
    'a.md',
    '---\ntitle: Fees\nurl: https://example.org/a\ndate: 2026-11-01\nlanguage: de\n---\n\nDie Gebühr ist klein.\n',
  )
  const [volume] = (await load()).volumes
  assert.deepEqual(
    [volume?.title, volume?.url, volume?.date, volume?.language],
    ['Fees', 'https://example.org/a', '2026-11-01', 'de'],
  )
  assert.equal(volume?.passages[0]?.url, 'https://example.org/a')
})
