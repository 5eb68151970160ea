/** The value that this share of the numbers does not exceed. */
export function quantile(numbers: readonly number[], share: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.ceil(numbers.length * share) - 1] ?? 0
}

/** Lines of cells, aligned: the first column to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[], first = 26, others = 13): string {
  return rows
    .map(([name = '', ...cells]) => name.padEnd(first) + cells.map((cell) => cell.padStart(others)).join(''))
    .join('\n')
}
