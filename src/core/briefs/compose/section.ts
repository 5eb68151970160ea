import type { Passage } from '../../library/document.ts'

/** What stands between two headings of a document. */
export interface Section {
  file: string
  headings: readonly string[]
  passages: Passage[]
}

/** In the library's order. */
export function sectionsIn(passages: readonly Passage[]): Section[] {
  const sections: Section[] = []
  let last = ''
  for (const passage of passages) {
    const { file, headings } = passage
    const key = keyOf(passage)
    if (key === last) sections.at(-1)?.passages.push(passage)
    else sections.push({ file, headings, passages: [passage] })
    last = key
  }
  return sections
}

export function keyOf({ file, headings }: Pick<Section, 'file' | 'headings'>): string {
  return JSON.stringify([file, headings])
}
