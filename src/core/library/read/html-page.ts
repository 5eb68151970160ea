import { moveLines, type Run } from './html-text.ts'
import type { Piece } from './pieces.ts'

/** A piece of a page, and whether it stands in its main part. */
export type Found = Piece & { main: boolean }

const BULLET = /^[·•▪◦‣]\s+/

/** Takes runs of text as pieces of a page, by where they stand. */
export function createPage() {
  const found: Found[] = []
  let term: Run | null = null
  const page = {
    found,
    /** Of the heading one is in; null outside. */
    rank: null as number | null,
    /** How many main parts and banners one is in. */
    main: 0,
    banner: 0,
    put(run: Run): void {
      const said = page.rank === null && run.text !== '' ? term : null
      const { text, lines } = said ? joined(said, run) : run
      const shown = text.replace(BULLET, '')
      if (shown === '') return
      if (said) term = null
      const main = page.main > 0
      if (page.rank !== null)
        found.push({ is: 'heading', text: shown.replace(/\s+/g, ' '), rank: page.rank, main })
      else if (page.banner === 0 || main)
        found.push({
          is: 'paragraph',
          text: shown,
          lines: moveLines(lines, shown.length - text.length),
          main,
        })
    },
    enterHeading(rank: number): void {
      page.endTerm()
      page.rank = rank
    },
    /** What the next run says something of. */
    putTerm(run: Run): void {
      page.endTerm()
      if (run.text !== '') term = run
    },
    /** A term of which nothing was said stands alone. */
    endTerm(): void {
      const alone = term
      term = null
      if (alone) page.put(alone)
    },
  }
  return page
}

/** A term and what is said of it are one passage. */
function joined(term: Run, said: Run): Run {
  const text = `${term.text}: `
  return { text: text + said.text, lines: [...term.lines, ...moveLines(said.lines, text.length)] }
}
