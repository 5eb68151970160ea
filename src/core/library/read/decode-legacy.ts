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
/** What western text does not hold in windows-1252: what that leaves undefined. */
const UNDEFINED = /[\u0080-\u009f]/

/** Text in an encoding from before Unicode: the one that is stated, or the likeliest. */
export function decodeLegacy(bytes: Uint8Array, stated?: string): string {
  return decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encodingOf(bytes, stated))
}

function encodingOf(bytes: Uint8Array, stated?: string): string {
  if (stated !== undefined && !/^utf-?(?:8|16)/i.test(stated) && encodingExists(stated)) return stated
  const sample = Buffer.from(bytes.subarray(0, SAMPLE))
  const found = analyse(sample).filter(({ name }) => encodingExists(name) && !/^utf/i.test(name))
  const [best] = found
  if (!best) return LIKELIEST
  const western = decode(sample, LIKELIEST)
  const unsure = best.confidence < SURE || sample.filter((byte) => byte > 0x7f).length < FEW
  if (unsure && !UNDEFINED.test(western) && isWestern(sample)) return LIKELIEST
  // What chardet calls so holds the signs between, too, wherever it is not from a machine of the eighties.
  return best.name === 'ISO-8859-1' ? LIKELIEST : best.name
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
