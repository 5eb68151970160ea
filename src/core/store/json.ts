/** A value as text that every engine takes: without the zeros in its strings, which PostgreSQL refuses. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'string' ? one.replaceAll('\0', '') : one,
  )
}
