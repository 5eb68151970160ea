import listed from './english-words.json' with { type: 'json' }

let stems: ReadonlySet<string> | undefined

/** Whether it is the stem of a word that English is mostly written in. */
export function isEnglish(stem: string): boolean {
  // Read when it is first asked for: most questions have no word that the library does not know.
  stems ??= new Set(listed.stems.split(' '))
  return stems.has(stem)
}
