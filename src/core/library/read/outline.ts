/** The headings one stands under while reading from top to bottom. */
export interface Outline {
  /** A heading of this rank begins; it ends all that are of its rank or deeper (a larger number is deeper). */
  enter(text: string, rank: number): void
  /** Ends all headings that are of this rank or deeper. */
  end(rank: number): void
  /** Outermost first. */
  path(): string[]
}

export function createOutline(): Outline {
  let stack: { text: string; rank: number }[] = []
  const end = (rank: number): void => {
    stack = stack.filter((h) => h.rank < rank)
  }
  return {
    enter(text, rank) {
      end(rank)
      stack.push({ text, rank })
    },
    end,
    path: () => stack.map((h) => h.text),
  }
}
