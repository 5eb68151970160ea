/** The headings one stands under while reading from top to bottom. */
export interface Outline {
  /** A heading of this rank begins; it ends all that are of its rank or deeper (a larger number is deeper). */
  enter(text: string, rank: number): void
  /** Outermost first. */
  path(): string[]
}

export function createOutline(): Outline {
  let stack: { text: string; rank: number }[] = []
  return {
    enter(text, rank) {
      stack = [...stack.filter((h) => h.rank < rank), { text, rank }]
    },
    path: () => stack.map((h) => h.text),
  }
}
