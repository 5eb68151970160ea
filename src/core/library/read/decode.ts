/** Text from bytes: UTF-8, or UTF-16 with a byte order mark. Throws an Error that says why there is none. */
export function decode(bytes: Uint8Array): string {
  const text = decodeAny(bytes)
  if (text.trim() === '') throw new Error('it is empty')
  return text
}

function decodeAny(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) throw new Error('it is binary, not text')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new Error('it is not UTF-8 text', { cause })
  }
}
