import type { Document, LineStart, Paragraph } from '../document.ts'
import { titleOf } from '../title.ts'
import { createOutline } from './outline.ts'

/** What a reader of marked-up text finds, in order. A smaller rank stands above. */
export type Piece =
  | { is: 'heading'; text: string; rank: number }
  | { is: 'paragraph'; text: string; lines: LineStart[] }

/** What a file states of itself. */
export type Stated = Partial<Pick<Document, 'title' | 'language' | 'url' | 'date'>>

/** The document that the pieces make. The heading that is its title is none of its headings. */
export function assemble(
  file: string,
  pieces: readonly Piece[],
  { title: stated, ...about }: Stated,
): Document {
  const outline = createOutline()
  const paragraphs: Paragraph[] = []
  const title = stated ?? titleAmong(pieces)
  let titled = false
  for (const piece of pieces) {
    if (piece.is === 'paragraph')
      paragraphs.push({ headings: outline.path(), text: piece.text, lines: piece.lines })
    else if (!titled && piece.text === title) {
      titled = true
      outline.end(piece.rank)
    } else outline.enter(piece.text, piece.rank)
  }
  return { ...about, title: title ?? titleOf(file), file, paragraphs }
}

/** The heading everything stands under: the first thing in the text, with none outside it. */
function titleAmong(pieces: readonly Piece[]): string | undefined {
  const [first] = pieces
  if (first?.is !== 'heading') return undefined
  return pieces.some((piece) => piece.is === 'heading' && piece.rank < first.rank) ? undefined : first.text
}
