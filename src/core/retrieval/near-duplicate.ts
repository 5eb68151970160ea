/** Of the words of two texts, so many must be shared: boilerplate differs in a name or a date. */
const SHARED = 0.85
/** In short texts, such as rows of a table, what differs is what matters. */
const SHORTEST = 20

/** Whether two texts hold nearly the same words, whatever their order. */
export function isNearlySame(one: Uint32Array, other: Uint32Array): boolean {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one]
  // Most pairs differ in length alone, or soon after.
  if (shorter.length < Math.max(SHORTEST, longer.length * SHARED)) return false
  const most = longer.length * (1 - SHARED)
  const counts = new Map<number, number>()
  for (const token of longer) counts.set(token, (counts.get(token) ?? 0) + 1)
  let missing = 0
  for (const token of shorter) {
    const left = counts.get(token) ?? 0
    if (left > 0) counts.set(token, left - 1)
    else if ((missing += 1) > most) return false
  }
  return true
}
