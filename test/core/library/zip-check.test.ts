import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import test from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { checkZip } from '../../../src/core/library/read/zip-check.ts'

/** A zip of parts that all hold the same. */
function zipOf(names: readonly string[], data: Buffer): Buffer {
  const packed = deflateRawSync(data)
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const name of names) {
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(data.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    locals.push(Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), packed)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\0'), fields, rest, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(names.length, 8)
  end.writeUInt16LE(names.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, central, end])
}
const named = (count: number): string[] => Array.from({ length: count }, (_, i) => `part${i}`)
const MB = 1024 * 1024

test('the parts that are asked for come back as text, and those that are not there do not', async () => {
  const parts = await checkZip(zipOf(['a', 'b', 'c'], Buffer.from('Spaten für fünf')), ['b', 'z'])
  assert.deepEqual([...parts], [['b', 'Spaten für fünf']])
})

test('a zip within a larger buffer is read from its own beginning', async () => {
  const zip = zipOf(['a'], Buffer.from('x'))
  const inner = Buffer.concat([Buffer.alloc(7), zip, Buffer.alloc(7)]).subarray(7, 7 + zip.length)
  assert.equal((await checkZip(inner, ['a'])).get('a'), 'x')
})

test('up to four thousand parts are unpacked, and no more', async () => {
  assert.equal((await checkZip(zipOf(named(4_000), Buffer.from('x')), ['part3999'])).get('part3999'), 'x')
  await assert.rejects(
    checkZip(zipOf(named(4_001), Buffer.from('x')), []),
    /^Error: it holds more than 4000 files$/,
  )
})

test('parts that are too large only together are refused', async () => {
  await assert.rejects(
    checkZip(zipOf(named(5), Buffer.alloc(60 * MB)), []),
    /^Error: it unpacks to more than 256 MB$/,
  )
})

test('whatever is cut off a zip, there is a reason', async () => {
  const zip = zipOf(named(3), Buffer.from('We lend spades.'))
  for (let size = 0; size < zip.length; size += 1)
    await assert.rejects(checkZip(zip.subarray(0, size), []), /^Error: it is damaged: it cannot be unpacked$/)
})
