/**
 * Makes `src/core/retrieval/english-words.json`, the stems of the words that English is mostly written in, from the SCOWL word
 * lists: `npm run words`. What it is for: a word of a question that a library has never seen is taken for a slip of
 * another only if it is no word itself.
 */
import { writeFileSync } from 'node:fs'
import { ENGLISH } from '../src/core/retrieval/language.ts'
import { commonWords } from './retrieval/scowl.ts'

/** SCOWL's sizes up to "small": what most people know. */
const SIZES = [10, 20, 35]

const COPYRIGHT = `From SCOWL, copyright 2000-2016 by Kevin Atkinson. Permission to use, copy, modify, distribute and sell these word
lists, the associated scripts, the output created from the scripts, and its documentation for any purpose is hereby granted
without fee, provided that the above copyright notice appears in all copies and that both that copyright notice and this
permission notice appear in supporting documentation. Kevin Atkinson makes no representations about the suitability of this
array for any purpose. It is provided "as is" without express or implied warranty.`

const stems = new Set(commonWords(SIZES).map((word) => ENGLISH.stem(word)))
const file = { copyright: COPYRIGHT.replaceAll('\n', ' '), stems: [...stems].sort().join(' ') }
writeFileSync('src/core/retrieval/english-words.json', `${JSON.stringify(file, null, 2)}\n`)
process.stdout.write(`${stems.size} stems\n`)
