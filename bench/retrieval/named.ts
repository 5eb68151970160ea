import { rounded } from './rounded.ts'

/** Numbers by name, as a model's file has them. */
export function named(names: readonly string[], weights: readonly number[]): Record<string, number> {
  return Object.fromEntries(names.map((name, i) => [name, rounded(weights[i] ?? 0, 4)]))
}
