/** A library of many sections, the same each time. */

import { passagesOf } from '../../../../src/core/library/passages.ts'
import { readMarkdown } from '../../../../src/core/library/read/markdown.ts'
import { createIndex, type Index } from '../../../../src/core/retrieval/index.ts'
import { createRandom } from '../../../soak/random.ts'

const WHO = 'The office|Each team|A manager|The library|Our store|The council|Every guest|The workshop'.split(
  '|',
)
const DOES = 'keeps|lends|counts|repairs|orders|checks|returns|labels|sorts|records'.split('|')
const WHAT = 'ladders|badges|invoices|bicycles|projectors|keys|parcels|contracts|seeds|batteries|maps'.split(
  '|',
)
const WHERE =
  'in the cellar|by the gate|on the second floor|at the desk|behind the hall|near the stairs'.split('|')
const HOW = 'without a fee|for a week|after a signed request|with a receipt|before noon|in pairs'.split('|')

export function handbookText(sections: number): string {
  const random = createRandom(7)
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? ''
  const sentence = (section: number, i: number): string =>
    `${pick(WHO)} ${pick(DOES)} ${pick(WHAT)} ${pick(WHERE)} ${pick(HOW)}, as rule ${section}.${i} says.`
  const section = (n: number): string => {
    const sentences = Array.from({ length: 4 }, (_, i) => sentence(n, i + 1))
    const dated = n % 20 === 0 ? ` The fair of hall ${n} opens on ${1 + (n % 28)} May.` : ''
    return `## Rule ${n}\n\n${sentences.join(' ')}${dated}\n`
  }
  return `# Handbook\n\n${Array.from({ length: sections }, (_, n) => section(n + 1)).join('\n')}`
}

export function handbookIndex(sections: number): Index {
  const document = readMarkdown('handbook.md', handbookText(sections))
  return createIndex(passagesOf(document).map((passage, id) => ({ ...passage, id })))
}
