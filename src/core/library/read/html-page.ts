import type { Run } from './html-text.ts'
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
      const { text, lines } = page.rank === null && term && run.text !== '' ? joined(term, run) : run
      const shown = text.replace(BULLET, '')
      if (shown === '') return
      term = null
      const main = page.main > 0
      if (page.rank !== null)
        found.push({ is: 'heading', text: shown.replace(/\s+/g, ' '), rank: page.rank, main })
      else if (page.banner === 0 || main)
        found.push({ is: 'paragraph', text: shown, lines: shift(lines, shown.length - text.length), main })
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

function shift(lines: Run['lines'], by: number): Run['lines'] {
  return lines.map(({ at, line }) => ({ at: Math.max(0, at + by), line }))
}

/** A term and what is said of it are one passage. */
function joined(term: Run, said: Run): Run {
  const text = `${term.text}: `
  return { text: text + said.text, lines: [...term.lines, ...shift(said.lines, text.length)] }
}
