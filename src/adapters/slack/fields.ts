/** What was delivered, read by shape. Pure. */

export type Fields = Record<string, unknown>

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Those of the named fields that are strings. */
export function strings<Name extends string>(from: Fields, names: Name[]): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {}
  for (const name of names) if (typeof from[name] === 'string') found[name] = from[name]
  return found
}
