/** The text where it fits; cut where it is too long, never through a character, with a sign that it goes on. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text
  return `${text.slice(0, Math.max(Math.floor(limit) - 1, 0)).replace(/[\uD800-\uDBFF]$/, '')}…`
}
