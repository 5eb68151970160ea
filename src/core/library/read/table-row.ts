/** A row makes sense alone: each cell with its column's name. */
export function tableRow(header: readonly string[], row: readonly string[]): string {
  return row
    .map((cell, i) => (cell !== '' && header[i] ? `${header[i]}: ${cell}` : cell))
    .filter((cell) => cell !== '')
    .join(' · ')
}
