/**
 * Text from bytes in whatever encoding: Unicode first, then the one that is stated, then the likeliest. Throws an Error
 * that says why there is none.
 */
export async function decode(bytes: Uint8Array, stated?: string): Promise<string> {
  let unicode: string
  try {
    unicode = decodeUnicode(bytes)
  } catch (error) {
    if (isBinary(bytes)) throw error
    const damaged = decodeDamaged(bytes)
    if (damaged !== null) return checked(damaged)
    const { decodeLegacy } = await import('./decode-legacy.ts')
    return checked(decodeLegacy(bytes, stated))
  }
  return checked(unicode)
}

/** In text of another encoding hardly a sequence is one of UTF-8: where most are, a few bytes were lost. */
function decodeDamaged(bytes: Uint8Array): string | null {
  const text = new TextDecoder().decode(bytes)
  let whole = 0
  let lost = 0
  for (const { 0: character } of text.matchAll(/[^\0-\x7f]/gu)) {
    if (character === '\uFFFD') lost += 1
    else whole += 1
  }
  return whole > 2 * lost ? text : null
}

function checked(text: string): string {
  if (text.includes('\0')) throw new Error('it is binary, not text')
  if (!/[\p{L}\p{N}]/u.test(text)) throw new Error('it is empty')
  return text
}

function decodeUnicode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes)
  if (bytes.includes(0)) return decodeAs(wideOf(bytes), bytes)
  return decodeAs('utf-8', bytes)
}

const SAMPLE = 4_096
/** In western text, every other byte of UTF-16 is zero; of other scripts, none is; of what is binary, any may be. */
const MOSTLY = 0.4
const HARDLY = 0.02

/** Which UTF-16 it is where no mark tells: by where the zeros stand. */
function wideOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' {
  const zeros = [0, 0]
  const size = Math.min(bytes.length, SAMPLE)
  for (let i = 0; i < size; i += 1) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros.map((count) => (2 * count) / size)
  if (odd > MOSTLY && even < HARDLY) return 'utf-16le'
  if (even > MOSTLY && odd < HARDLY) return 'utf-16be'
  throw new Error('it is binary, not text')
}

function decodeAs(encoding: 'utf-16le' | 'utf-16be' | 'utf-8', bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new Error(`it is not ${encoding.replace(/[lb]e$/, '').toUpperCase()} text`, { cause })
  }
}

/** Text has hardly any of the control characters; a zero byte is none in any encoding but UTF-16. */
function isBinary(bytes: Uint8Array): boolean {
  const size = Math.min(bytes.length, SAMPLE)
  let controls = 0
  for (let i = 0; i < size; i += 1) {
    const byte = bytes[i] ?? 0
    if (byte < 0x20 && !(byte >= 0x07 && byte <= 0x0d) && byte !== 0x1b) controls += 1
  }
  return bytes.includes(0) || controls > size * HARDLY
}
