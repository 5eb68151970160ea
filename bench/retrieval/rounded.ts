export function rounded(number: number, digits: number): number {
  return Number(number.toFixed(digits))
}
