/** The languages besides English that have a Snowball stemmer and a list of stop words; loaded when a document needs one. */

import * as snowball from 'snowball-stemmers'
import * as lists from 'stopword'
import { fold, type Language } from './language.ts'

const KNOWN: readonly [code: string, algorithm: string, stops: string[]][] = [
  ['ar', 'arabic', lists.ara],
  ['ca', 'catalan', lists.cat],
  ['cs', 'czech', lists.ces],
  ['da', 'danish', lists.dan],
  ['de', 'german', lists.deu],
  ['es', 'spanish', lists.spa],
  ['eu', 'basque', lists.eus],
  ['fi', 'finnish', lists.fin],
  ['fr', 'french', lists.fra],
  ['ga', 'irish', lists.gle],
  ['hu', 'hungarian', lists.hun],
  ['hy', 'armenian', lists.hye],
  ['it', 'italian', lists.ita],
  ['nl', 'dutch', lists.nld],
  ['no', 'norwegian', lists.nob],
  ['pt', 'portuguese', lists.por],
  ['ro', 'romanian', lists.ron],
  ['ru', 'russian', lists.rus],
  ['sl', 'slovene', lists.slv],
  ['sv', 'swedish', lists.swe],
  ['tr', 'turkish', lists.tur],
]

export const FOREIGN: readonly Language[] = KNOWN.map(([code, algorithm, stops]) => {
  const stemmer = snowball.newStemmer(algorithm)
  return {
    code,
    stem: (word) => (/^\p{L}{3,}$/u.test(word) ? fold(stemmer.stem(word)) : fold(word)),
    stops: new Set(stops.map((word) => fold(word.toLowerCase()))),
  }
})
