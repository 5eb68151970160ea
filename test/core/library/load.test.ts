import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test, { beforeEach } from 'node:test'
import { OperatorError } from '../../../src/core/errors.ts'
import { LARGEST_FILE, loadFolder } from '../../../src/core/library/load.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

let folder: string
beforeEach(() => {
  folder = temporaryFolder()
})

const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content)

test('text and Markdown files are read from sub-folders too, in the order of their paths', async () => {
  mkdirSync(join(folder, 'b'))
  put('c.txt', 'We lend spades.')
  put('b/a.md', '# Fees\n\nThe fee is small.')
  put('picture.png', 'no text')
  put('.hidden.txt', 'A secret.')
  const { documents, problems } = await loadFolder(folder)
  assert.deepEqual(
    documents.map((d) => d.file),
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
  execFileSync('mkfifo', [join(folder, 'pipe.txt')])
  put('dots.txt', '...\n')
  put('odd.txt', Buffer.from([0xff, 0xfe, 0x41, 0, 0x42]))
  put('two\nlines.txt', '')
  const { documents, problems } = await loadFolder(folder)
  assert.deepEqual(
    documents.map((d) => d.file),
    ['good.txt'],
  )
  assert.deepEqual(Object.fromEntries(problems.map((p) => [p.file, p.reason])), {
    'binary.txt': 'it is binary, not text',
    'dots.txt': 'it is empty',
    'empty.txt': 'it is empty',
    'large.txt': 'it is larger than 64 MB',
    'latin.txt': 'it is not UTF-8 text',
    'link.txt': 'it is a link that leads out of the folder, or nowhere',
    'odd.txt': 'it is not UTF-16 text',
    'pipe.txt': 'it is no ordinary file',
    'title.md': 'it has no text under its headings',
    'two\uFFFDlines.txt': 'it is empty',
  })
})

test('UTF-16 with a byte order mark is text', async () => {
  put('wide.txt', Buffer.from('\uFEFFWe lend spades.', 'utf16le'))
  const { documents } = await loadFolder(folder)
  assert.equal(documents[0]?.paragraphs[0]?.text, 'We lend spades.')
})

test('no document at all is an error that says where to put one, and why the others were left out', async () => {
  put('empty.txt', '')
  await assert.rejects(loadFolder(folder), (error) => {
    assert.ok(error instanceof OperatorError)
    assert.match(error.message, /No document .* put .txt or .md files there/)
    assert.match(error.message, /empty\.txt: it is empty/)
    return true
  })
})

test('a missing folder is an error that names it', async () => {
  await assert.rejects(loadFolder(join(folder, 'gone')), /gone cannot be opened/)
})
