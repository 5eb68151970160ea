import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'

const MOST_ENTRIES = 4_000
const MB = 1024 * 1024
const MOST_UNPACKED = 256 * MB
/** Of one part: what is parsed takes several times the room. */
const LARGEST_PART = 64 * MB
/** A document that was locked with a password is no zip, and neither is one in the format before it. */
const OLD_FORMAT = 'd0cf11e0a1b11ae1'

/**
 * Looks whether a zip may be unpacked: what its directory says, and what the named parts really hold, since directories
 * may lie. Gives the parts as text, by name; a part that is not there is left out. Throws an Error that says why not.
 */
export async function checkZip(bytes: Uint8Array, parts: readonly string[]): Promise<Map<string, string>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.subarray(0, 8).toString('hex') === OLD_FORMAT)
    throw new Error('it is encrypted, or in the old format: save it as .docx without a password')
  const zip = await fromBufferPromise(buffer).catch((cause: unknown) => {
    throw new Error('it is damaged: it cannot be unpacked', { cause })
  })
  const found = new Map<string, string>()
  try {
    for (const entry of await entriesOf(zip)) {
      const wanted = parts.includes(entry.fileName)
      const part = await unpack(zip, entry, wanted)
      if (wanted) found.set(entry.fileName, part.toString('utf8'))
    }
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('it ')) throw error
    throw new Error('it is damaged: it cannot be unpacked', { cause: error })
  } finally {
    zip.close()
  }
  return found
}

/** What the directory lists, where none of it is past reason. */
async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > MOST_ENTRIES) throw new Error(`it holds more than ${MOST_ENTRIES} files`)
  const entries: Entry[] = []
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new Error('it is encrypted: save it without a password')
    if (entry.uncompressedSize > LARGEST_PART) throw tooLarge(LARGEST_PART)
    unpacked += entry.uncompressedSize
    if (unpacked > MOST_UNPACKED) throw tooLarge(MOST_UNPACKED)
    entries.push(entry)
  }
  return entries
}

/** A part's bytes, counted as they come; they are kept only where they are wanted. */
async function unpack(zip: ZipFile, entry: Entry, wanted: boolean): Promise<Buffer> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    if (wanted) pieces.push(piece as Buffer)
    size += (piece as Buffer).length
    if (size > LARGEST_PART) throw tooLarge(LARGEST_PART)
  }
  return Buffer.concat(pieces)
}

function tooLarge(most: number): Error {
  return new Error(`it unpacks to more than ${most / MB} MB`)
}
