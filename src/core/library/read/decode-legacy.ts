import { analyse } from 'chardet'
import { decode, encodingExists } from 'iconv-lite'

const LIKELIEST = 'windows-1252'
/** Below this, what looks like some other encoding is more often western text with a few accents. */
const SURE = 50
/** So few characters tell nothing for sure. */
const FEW = 12
const MIXED = 0.5
/** As much of a text as tells its encoding. */
const SAMPLE = 64 * 1024
/** What no text holds: what windows-1252 leaves undefined, and where ISO 8859 has control characters. */
const CONTROL = /[\u0080-\u009f]/
/** Signs that stand within no western word, and are letters in the encodings of central Europe. */
const ODD = /\p{L}[£¥¦¬±³¶¹¼¾¿]\p{L}/u
/** What tells nothing of bytes that are no Unicode, whatever the library makes of such names. */
const NOT_LEGACY = /^(?:(?:us-?)?ascii|utf|ucs|unicode|cesu|base64|hex|binary|internal)/i
/** By the part of ISO 8859: what Windows writes under its name, with quotes, dashes and the euro besides. */
const WINDOWS: Record<string, string> = {
  1: LIKELIEST,
  2: 'windows-1250',
  5: 'windows-1251',
  6: 'windows-1256',
  7: 'windows-1253',
  8: 'windows-1255',
  9: 'windows-1254',
  13: 'windows-1257',
}

/** Text in an encoding from before Unicode: the one that is stated, or the likeliest. */
export function decodeLegacy(bytes: Uint8Array, stated?: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const encoding = stated !== undefined && isLegacy(stated) ? stated : likeliest(buffer)
  const text = decode(buffer, encoding)
  const twin = CONTROL.test(text) ? windowsOf(encoding) : undefined
  return twin === undefined ? text : decode(buffer, twin)
}

function isLegacy(name: string): boolean {
  return !NOT_LEGACY.test(name) && encodingExists(name)
}

function windowsOf(encoding: string): string | undefined {
  if (/^(?:latin-?1|l1)$/i.test(encoding)) return LIKELIEST
  const part = /^iso[-_]?8859[-_]?(\d+)/i.exec(encoding)?.[1]
  return part === undefined ? undefined : WINDOWS[part]
}

function likeliest(bytes: Buffer): string {
  const sample = bytes.subarray(0, SAMPLE)
  const found = analyse(sample).filter(({ name }) => isLegacy(name))
  // The sample may end within a character.
  const best = found.find(({ name }) => !decode(sample, name).slice(0, -1).includes('\uFFFD')) ?? found[0]
  if (!best) return LIKELIEST
  const western = decode(sample, LIKELIEST)
  const unsure = best.confidence < SURE || sample.filter((byte) => byte > 0x7f).length < FEW
  if (unsure && !CONTROL.test(western) && !ODD.test(western) && isWestern(sample)) return LIKELIEST
  return best.name
}

/** Western words mix plain letters with others; in other scripts words are of others alone. */
function isWestern(sample: Uint8Array): boolean {
  const isPlain = (byte = 0): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a
  let others = 0
  let mixed = 0
  for (const [i, byte] of sample.entries()) {
    if (byte < 0x80) continue
    others += 1
    if (isPlain(sample[i - 1]) || isPlain(sample[i + 1])) mixed += 1
  }
  return mixed >= others * MIXED
}
