/** Text from bytes: UTF-8, or UTF-16 with a byte order mark. Throws an Error that says why there is none. */
export function decode(bytes: Uint8Array): string {
  const text = decodeAny(bytes)
  if (text.includes('\0')) throw new Error('it is binary, not text')
  if (!/[\p{L}\p{N}]/u.test(text)) throw new Error('it is empty')
  return text
}

function decodeAny(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes)
  if (bytes.includes(0)) throw new Error('it is binary, not text')
  return decodeAs('utf-8', bytes)
}

function decodeAs(encoding: 'utf-8' | 'utf-16le' | 'utf-16be', bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new Error(`it is not ${encoding.replace(/[lb]e$/, '').toUpperCase()} text`, { cause })
  }
}
